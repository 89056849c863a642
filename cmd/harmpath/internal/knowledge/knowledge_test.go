package knowledge

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// Whatever a list names is found under its name, alone and with its sort before it, and is explained in both languages.
func TestAllThatIsListedIsKnown(t *testing.T) {
	read, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Sorts() {
		for _, one := range s.About(read) {
			found := Known(read, one.ID)
			if !slices.ContainsFunc(found, func(f subject) bool { return f.ID == one.ID }) {
				t.Errorf("%s is listed and not known", one.ID)
			}
			for _, lang := range models.Langs() {
				if one.Help(lang) == "" {
					t.Errorf("nothing explains %s in %s", one.ID, lang)
				}
			}
		}
	}
	if found := Known(read, "no such thing"); len(found) > 0 {
		t.Errorf("%d things are known of what is not there", len(found))
	}
}
