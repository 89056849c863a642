package usecase

import (
	"reflect"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// sectionIDs are the sections in the order of the slides, then the evidence.
var sectionIDs = []string{
	"overview", "stakeholders", "configuration", "dataflow", "evaluation", "threats", "viewpoints", "measures", "decisions", "plan",
	"paths", "entries", "assets", "assumptions", "findings", "limits", "sources",
}

func TestSections(t *testing.T) {
	for _, result := range []*models.Result{rendertest.Case(), {}, rendertest.Hostile()} {
		for _, lang := range models.Langs() {
			var ids []string
			for _, s := range Build(result, lang).Sections {
				ids = append(ids, s.ID)
			}
			if !slices.Equal(ids, sectionIDs) {
				t.Errorf("%s: sections %v", lang, ids)
			}
		}
	}
}

// TestEmptySaysSo: every section of an empty case holds something, and says what the model lacks.
func TestEmptySaysSo(t *testing.T) {
	for _, lang := range models.Langs() {
		gaps := 0
		for _, s := range Build(&models.Result{}, lang).Sections {
			if len(s.Blocks)+len(s.Sections) == 0 {
				t.Errorf("%s: the section %s is empty", lang, s.ID)
			}
			for _, part := range append([]content.Section{s}, s.Sections...) {
				for _, b := range part.Blocks {
					if n, ok := b.(content.Notice); ok && n.Tone == content.Gap {
						gaps++
					}
					if x, ok := b.(content.Table); ok && len(x.Rows) == 0 {
						t.Errorf("%s: the table %s has no row", lang, x.ID)
					}
				}
			}
		}
		if gaps < 14 {
			t.Errorf("%s: %d notices of what is missing", lang, gaps)
		}
	}
}

// TestNumbers: figures and tables are numbered without a gap in the order in which they stand, and parts carry the
// step of their section.
func TestNumbers(t *testing.T) {
	figures, tables := 0, 0
	count := func(blocks []content.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case content.Figure:
				figures++
				if b.No != figures {
					t.Errorf("figure %s has number %d, want %d", b.ID, b.No, figures)
				}
			case content.Table:
				tables++
				if b.No != tables {
					t.Errorf("table %s has number %d, want %d", b.ID, b.No, tables)
				}
			}
		}
	}
	for _, s := range Build(rendertest.Case(), models.Japanese).Sections {
		count(s.Blocks)
		for _, part := range s.Sections {
			count(part.Blocks)
			if part.Step != s.Step {
				t.Errorf("%s is of another step than %s", part.ID, s.ID)
			}
		}
	}
	if figures != 6 || tables < 25 {
		t.Errorf("%d figures, %d tables", figures, tables)
	}
}

// TestStepOfSections: the steps stand in the order of the slides, preparation, evaluation, response, then the annex.
func TestStepOfSections(t *testing.T) {
	last := words.Preparation
	want := map[string]words.Step{
		"overview": words.Preparation, "stakeholders": words.Preparation, "configuration": words.Preparation, "dataflow": words.Preparation,
		"evaluation": words.Evaluation, "paths": words.Annex, "sources": words.Annex, "threats": words.Response, "viewpoints": words.Response, "measures": words.Response, "decisions": words.Response, "plan": words.Response,
	}
	for _, s := range Build(rendertest.Case(), models.Japanese).Sections {
		if step, stated := want[s.ID]; stated && s.Step != step {
			t.Errorf("%s is of step %d, want %d", s.ID, s.Step, step)
		}
		if s.Step < last {
			t.Errorf("%s goes back from step %d to %d", s.ID, last, s.Step)
		}
		last = s.Step
	}
}

// TestClean: no text anywhere in the tree holds a character that no document should hold.
func TestCleanTree(t *testing.T) {
	for _, lang := range models.Langs() {
		texts := 0
		walk(reflect.ValueOf(Build(rendertest.Hostile(), lang)), func(s string) {
			texts++
			if s != content.Clean(s) {
				t.Errorf("%s: %q is not clean", lang, s)
			}
		})
		if texts < 1000 {
			t.Errorf("only %d texts were seen", texts)
		}
	}
}

// walk visits every string of a value.
func walk(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Interface:
		walk(v.Elem(), visit)
	}
}

func TestEqualTrees(t *testing.T) {
	for _, lang := range models.Langs() {
		if !reflect.DeepEqual(Build(rendertest.Case(), lang), Build(rendertest.Case(), lang)) {
			t.Errorf("%s: two builds differ", lang)
		}
	}
}

// TestResultUntouched: building a document changes nothing of the result.
func TestResultUntouched(t *testing.T) {
	r := rendertest.Case()
	Build(r, models.Japanese)
	Build(r, models.English)
	if !reflect.DeepEqual(r, rendertest.Case()) {
		t.Error("the result was changed")
	}
}
