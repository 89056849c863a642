package usecase

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestLifecycle: a case that states the life of its data has a section in four steps, each with its table and figure.
func TestLifecycle(t *testing.T) {
	doc := Build(rendertest.Lives(), models.English)
	at := slices.IndexFunc(doc.Sections, func(s content.Section) bool { return s.ID == "lifecycle" })
	if at < 1 || doc.Sections[at-1].ID != "dataflow" {
		t.Fatalf("the section is the %d-th", at)
	}
	for i, id := range []string{"lifecycle-events", "lifecycle-fields", "lifecycle-attributes", "lifecycle-risks"} {
		step := doc.Sections[at].Sections[i]
		figures := slices.DeleteFunc(slices.Clone(step.Blocks), func(b content.Block) bool { f, is := b.(content.Figure); return !is || f.ID != id })
		if step.ID != id || !strings.HasPrefix(step.Title, "STEP ") || len(figures) != 1 {
			t.Errorf("step %d is %s, %q, with %d figures of its own", i+1, step.ID, step.Title, len(figures))
		}
	}
	for _, test := range []struct {
		table string
		rows  []string // the cells of each row
	}{
		{"events", []string{
			"Registration of a user | Generation and acquisition | Resident | – | Account information | purposes presented: support",
			"Processing and use (inferred) | Processing and use | Vendor of IoT devices | Account information | Bathing habits | advertising / processed so that nobody is identified",
		}},
		{"fields", []string{
			"Privacy act | Limitation of purposes | – | Account information",
			"Rules of the vendor (inferred) | – | support, advertising | Account information / Bathing habits",
		}},
		{"attributes", []string{
			"Account information | Personal information | high | Vendor of IoT devices | Resident | Smartphone (app)",
			"Bathing habits (inferred) | – | low | – | – | –",
		}},
		{"data-risks", []string{
			"Processing and use | Departure from purposes (advertising) | Privacy act / Limitation of purposes | Revise the agreement.",
			"Account information | Matched with habits | Privacy act / Limitation of purposes | Revise the agreement.",
		}},
	} {
		var rows []string
		for _, row := range rendertest.Table(t, doc.Sections, test.table).Rows {
			var cells []string
			for _, c := range row {
				var lines []string
				for _, l := range c.Lines {
					lines = append(lines, said(l))
				}
				cells = append(cells, strings.Join(lines, " / "))
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
		if !slices.Equal(rows, test.rows) {
			t.Errorf("%s:\n%s\nwant\n%s", test.table, strings.Join(rows, "\n"), strings.Join(test.rows, "\n"))
		}
	}
}

// said is a line with its marks in parentheses.
func said(l content.Line) string {
	out := ""
	for _, span := range l {
		if span.Kind == content.Mark {
			out += " (" + span.Text + ")"
			continue
		}
		out += span.Text
	}
	return out
}

// TestLifecycleSaysWhatLacks: no events, no risks.
func TestLifecycleSaysWhatLacks(t *testing.T) {
	r := rendertest.Lives()
	r.System.Events, r.DataRisks = nil, nil
	doc := Build(r, models.Japanese)
	at := slices.IndexFunc(doc.Sections, func(s content.Section) bool { return s.ID == "lifecycle" })
	gaps := slices.DeleteFunc(slices.Clone(doc.Sections[at].Blocks), func(b content.Block) bool { n, is := b.(content.Notice); return !is || n.Tone != content.Gap })
	if len(gaps) != 1 || slices.ContainsFunc(doc.Figures(), func(f content.Figure) bool { return strings.HasPrefix(f.ID, "lifecycle") }) {
		t.Errorf("%d gaps; figures %v", len(gaps), doc.Figures())
	}
}
