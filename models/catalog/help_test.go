package catalog

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// TestHelpGolden keeps the help of one entry of each sort, in both languages.
func TestHelpGolden(t *testing.T) {
	c := loaded(t)
	for _, id := range []string{
		"kinds/controller", "classes/open_flue", "states/used", "properties/verified_code", "threats/misuse",
		"rules/exploit-flaw", "rules/stop-by-dependency", "measures/second-factor", "measures/monitoring",
		"requirements/secure-defaults", "viewpoints/viewpoint-3", "sensitivities/home_video", "sites/consumer",
		"findings/remote-operation-forbidden", "cells/serious-limited", "schemes/jc-star", "policies/large_recall",
		"categories/personal_information", "norms/easy_matching", "data_risks/easy_matching_possible",
	} {
		for _, lang := range models.Langs() {
			compareGolden(t, filepath.Join("testdata", "help", strings.ReplaceAll(id, "/", "_")+"."+string(lang)+".txt"), Help(c, listed(t, c, id), lang))
		}
	}
}

// compareGolden compares with a file, or writes it with -update.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", file, got)
	}
}

// TestHelpOfEveryEntry shows that help tells what the entry says, in the language asked for.
func TestHelpOfEveryEntry(t *testing.T) {
	c := loaded(t)
	for _, s := range Sections() {
		for _, item := range List(c, s.Name) {
			for _, lang := range models.Langs() {
				got := Help(c, item, lang)
				e := item.entry
				for _, part := range []models.Text{e.Name, e.Means, e.Why, e.Example, s.Doc} {
					if !strings.Contains(got, part.In(lang)) {
						t.Errorf("the help of %s/%s in %s lacks %q", s.Name, item.ID, lang, part.In(lang))
					}
				}
				for _, r := range e.References {
					if !strings.Contains(got, r.ID) {
						t.Errorf("the help of %s/%s lacks the reference %s", s.Name, item.ID, r.ID)
					}
				}
				if strings.Contains(got, "%!") || strings.Contains(got, "\n\n\n") {
					t.Errorf("the help of %s/%s in %s is badly set:\n%s", s.Name, item.ID, lang, got)
				}
			}
		}
	}
}

// listed is the entry SECTION/ID.
func listed(t *testing.T, c *models.Catalog, word string) Item {
	t.Helper()
	section, id, _ := strings.Cut(word, "/")
	items := List(c, section)
	at := slices.IndexFunc(items, func(item Item) bool { return item.ID == id })
	if at < 0 {
		t.Fatalf("%s is not listed", word)
	}
	return items[at]
}

func TestList(t *testing.T) {
	c := loaded(t)
	if got := List(c, "nothing"); got != nil {
		t.Errorf("List of no section gives %d entries", len(got))
	}
	var order []string
	for _, item := range List(c, "threats") {
		order = append(order, item.ID)
	}
	if want := []string{"tampering", "information_leak", "denial_of_service", "unauthorised_access", "malware_infection", "misuse", "misoperation"}; !slices.Equal(order, want) {
		t.Errorf("threats are listed as %v, want %v", order, want)
	}
}
