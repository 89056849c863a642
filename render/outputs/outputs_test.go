package outputs

import (
	"bytes"
	"context"
	"os"
	"path"
	"reflect"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestEveryOutputIsListed: a folder under render that declares an output has its line in the list.
func TestEveryOutputIsListed(t *testing.T) {
	folders, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		files, err := os.ReadDir("../" + folder.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			source, _ := os.ReadFile("../" + folder.Name() + "/" + f.Name())
			if !bytes.Contains(source, []byte("\nvar Output = render.Output{")) {
				continue
			}
			found++
			list, err := os.ReadFile("outputs.go")
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(list, []byte("\t"+folder.Name()+".Output,")) {
				t.Errorf("render/%s declares an output and is missing in the list", folder.Name())
			}
		}
	}
	if found != len(All()) {
		t.Errorf("%d outputs are declared, %d listed", found, len(All()))
	}
}

// TestOutputs asks of every output: it says what it is, its files carry its extension and stay inside the report's
// folder, no two outputs write one file, and equal input gives equal bytes.
func TestOutputs(t *testing.T) {
	names, written := map[string]bool{}, map[string]string{}
	for _, o := range All() {
		if o.Name == "" || o.Doc.Lacks(models.Japanese) || o.Doc.Lacks(models.English) || o.Doc.Empty() || names[o.Name] {
			t.Errorf("output %q does not say what it is, or another has its name", o.Name)
		}
		names[o.Name] = true
		for _, in := range []render.Input{
			{Result: rendertest.Case()}, {Result: &models.Result{}}, {Result: rendertest.Hostile()},
			{Collection: rendertest.Collection(rendertest.Case(), rendertest.Case())},
			{Collection: rendertest.Collection(rendertest.Hostile(), rendertest.Hostile(), &models.Result{})},
		} {
			files, again := write(t, o, in), write(t, o, in)
			for i, f := range files {
				if path.Ext(f.Name) != "."+o.Ext || path.IsAbs(f.Name) || path.Clean(f.Name) != f.Name || f.Name[0] == '.' {
					t.Errorf("%s: writes %q", o.Name, f.Name)
				}
				if by, taken := written[f.Name]; taken && by != o.Name {
					t.Errorf("%s and %s both write %s", by, o.Name, f.Name)
				}
				written[f.Name] = o.Name
				if !bytes.Equal(f.Body, again[i].Body) {
					t.Errorf("%s differs from run to run", f.Name)
				}
			}
		}
	}
}

// TestOutputsShareADocument: the files are the same whether each output makes its own document or all share one, and none of
// them changes it.
func TestOutputsShareADocument(t *testing.T) {
	for _, in := range []render.Input{
		{Result: rendertest.Case()}, {Collection: rendertest.Collection(rendertest.Case(), rendertest.Case(), rendertest.Lives())},
	} {
		shared := in
		shared.Document = document.Once(in)
		for _, o := range All() {
			own := write(t, o, in)
			for i, f := range write(t, o, shared) {
				if !bytes.Equal(f.Body, own[i].Body) {
					t.Errorf("%s differs where the document is shared", f.Name)
				}
			}
		}
		for _, lang := range models.Langs() {
			if !reflect.DeepEqual(shared.Document(lang), document.Of(&in, lang)) {
				t.Errorf("%s: an output changed the document", lang)
			}
		}
	}
}

func write(t *testing.T, o render.Output, in render.Input) []render.File {
	t.Helper()
	in.Langs, in.Drawings = models.Langs(), rendertest.CaseDrawings()
	files, err := o.Write(context.Background(), in)
	if err != nil {
		t.Fatalf("%s: %v", o.Name, err)
	}
	return files
}
