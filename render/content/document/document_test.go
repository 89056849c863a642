package document

import (
	"reflect"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestOnce: a document that outputs share is the one that each would make for itself, made once a language, also where
// several ask at the same time.
func TestOnce(t *testing.T) {
	for _, in := range []render.Input{{Result: rendertest.Case()}, {Collection: rendertest.Collection(rendertest.Case(), rendertest.Case())}} {
		shared := in
		shared.Document = Once(in)
		for _, lang := range models.Langs() {
			want := Of(&in, lang)
			got := make([]content.Document, 4)
			var all render.Together
			for i := range got {
				all.Go(func() { got[i] = Of(&shared, lang) })
			}
			all.Wait()
			for i := range got {
				if !reflect.DeepEqual(got[i], want) {
					t.Errorf("%s: the shared document is another one", lang)
				}
				if &got[i].Sections[0] != &got[0].Sections[0] {
					t.Errorf("%s: the document was made more than once", lang)
				}
			}
			if want.Lang != lang || (want.Kind == content.CollectionDocument) != (in.Collection != nil) {
				t.Errorf("%s: a document of kind %d in %s", lang, want.Kind, want.Lang)
			}
		}
	}
}
