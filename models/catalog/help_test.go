package catalog

import (
	"fmt"
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
			items := Find(c, id)
			if len(items) != 1 {
				t.Fatalf("%s is found %d times", id, len(items))
			}
			compareGolden(t, filepath.Join("testdata", "help", strings.ReplaceAll(id, "/", "_")+"."+string(lang)+".txt"), Help(c, items[0], lang))
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

func TestListAndFind(t *testing.T) {
	c, err := Extend(loaded(t), folder("measures/misuse.yaml",
		"id: misuse\n"+head+"viewpoint: viewpoint-1\ntarget: system\nthreats: [misuse]\nmeasure: {ja: 策。, en: Do.}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ word, want string }{
		{"misuse", "[threats/misuse measures/misuse]"},
		{"measures/misuse", "[measures/misuse]"},
		{"rules/misuse", "[]"},
		{"rule/flood", "[]"},
		{"flood", "[rules/flood]"},
		{"", "[]"},
		{"/", "[]"},
	} {
		var got []string
		for _, item := range Find(c, tt.word) {
			got = append(got, item.Section+"/"+item.ID)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("Find(%q) = %v, want %s", tt.word, got, tt.want)
		}
	}
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
