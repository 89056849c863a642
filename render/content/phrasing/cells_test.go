package phrasing

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// textOf is a cell as text: its lines apart by " / ".
func textOf(c content.Cell) string {
	var lines []string
	for _, l := range c.Lines {
		lines = append(lines, l.String())
	}
	return strings.Join(lines, " / ")
}

// TestMarksOfLanguages: what separates and encloses is each language's own.
func TestMarksOfLanguages(t *testing.T) {
	l := content.Raw("x")
	for lang, want := range map[models.Lang]string{models.Japanese: "x、x／x：x（x）［x］", models.English: "x, x; x: x (x) [x]"} {
		in := Language{lang}
		line := content.Join("", content.Join(in.Comma(), l, l), content.Raw(in.Semicolon()), content.Join(in.Colon(), l, l), in.Parentheses(l), in.brackets(l))
		if got := line.String(); strings.ReplaceAll(got, "  ", " ") != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// TestNothingIsSaid: a cell for nothing says so, in whatever way something would stand in it; one for something does not.
func TestNothingIsSaid(t *testing.T) {
	x := content.Raw("x")
	for _, lang := range models.Langs() {
		in, none := Language{lang}, words.None.In(lang)
		for i, c := range []content.Cell{in.None(), in.LinesOrNone(nil), in.OneOrNone(nil), in.PointsOrNone(nil)} {
			if textOf(c) != none || c.Bullets || c.Span != 1 {
				t.Errorf("%s, cell %d: %+v", lang, i, c)
			}
		}
		for i, c := range []content.Cell{in.LinesOrNone([]content.Line{x}), in.OneOrNone(x), in.PointsOrNone([]content.Line{x}), in.OrNotStated(models.Plain("x"))} {
			if textOf(c) != "x" || c.Bullets != (i == 2) || c.Span != 1 {
				t.Errorf("%s, cell %d: %+v", lang, i, c)
			}
		}
		if got := textOf(in.OrNotStated(models.Text{})); got != words.NotStated.In(lang) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestBlocks: the blocks that sections are made of are of their kinds.
func TestBlocks(t *testing.T) {
	in, text := Language{models.English}, models.Plain("x")
	section := in.Section("id", words.Response, text, in.Paragraph(text), in.Note(text), in.Remark(text), in.Gap(text), in.Figure("f", content.Raw("c")), in.SizedFigure("g", content.Raw("c"), 45))
	want := []content.Block{
		content.Paragraph{Text: content.Raw("x")}, content.Paragraph{Text: content.Raw("x"), Small: true},
		content.Notice{Tone: content.Remark, Text: content.Raw("x")}, content.Notice{Tone: content.Gap, Text: content.Raw("x")},
		content.Figure{ID: "f", Caption: "c"}, content.Figure{ID: "g", Caption: "c", Share: 45},
	}
	for i, b := range section.Blocks {
		p, is := b.(content.Paragraph)
		n, notice := b.(content.Notice)
		switch {
		case is:
			if w := want[i].(content.Paragraph); p.Small != w.Small || !p.Text.Equal(w.Text) {
				t.Errorf("block %d is %+v", i, b)
			}
		case notice:
			if w := want[i].(content.Notice); n.Tone != w.Tone || !n.Text.Equal(w.Text) {
				t.Errorf("block %d is %+v", i, b)
			}
		case b != want[i]:
			t.Errorf("block %d is %+v", i, b)
		}
	}
	columns := []content.Column{in.Column(text, 1), in.Head(text, 2), in.Narrow(text, 3)}
	if !slices.Equal(columns, []content.Column{{Title: "x", Weight: 1}, {Title: "x", Weight: 2, Head: true}, {Title: "x", Weight: 3, Centre: true}}) {
		t.Errorf("%+v", columns)
	}
}

// TestCellsOfMeasures: what a measure is about, whose it is, what it is against and what is done is said, or that it is not
// stated; a row that the slides leave open is printed as they do, and values of the author's own carry the mark.
func TestCellsOfMeasures(t *testing.T) {
	r := rendertest.Case()
	v := New(r, models.English)
	own := models.Origin{Source: "S", Fields: []string{"target", "stakeholder", "threats", "measure"}}
	for _, c := range []struct {
		name    string
		measure models.Measure
		want    [4]string
	}{
		{"full", models.Measure{Target: models.SystemTarget, Stakeholder: "vendor", Threats: []models.ThreatID{"infection", "mistake"}, Text: models.Plain("do it")},
			[4]string{"System", "Vendor of IoT devices", "Malware infection / Misoperation by the user", "do it"}},
		{"judged", models.Measure{Origin: own, Target: models.SystemTarget, Stakeholder: "vendor", AllThreats: true, Text: models.Plain("do it")},
			[4]string{"Systeminferred", "Vendor of IoT devicesinferred", words.AllThreats.EN, "do itinferred"}},
		{"inferred", models.Measure{Origin: models.Origin{Source: models.Inferred}, Text: models.Plain("do it")}, [4]string{"not stated", "not stated", "not stated", "do itinferred"}},
		{"empty", models.Measure{}, [4]string{"not stated", "not stated", "not stated", "not stated"}},
		{"left open", models.Measure{Placeholder: true}, [4]string{words.Placeholder.EN, words.Placeholder.EN, words.Placeholder.EN, words.Placeholder.EN}},
	} {
		for i, cell := range []content.Cell{TargetOf(v, &c.measure), Responsible(v, &c.measure), ThreatsOf(v, &c.measure), MeasureText(v, &c.measure)} {
			if got := textOf(cell); got != c.want[i] {
				t.Errorf("%s, cell %d: %q, want %q", c.name, i, got, c.want[i])
			}
		}
	}
}

// TestFacts: a fact is said by its subject's name and the state's; what a state is of is the catalog's, else a component.
func TestFacts(t *testing.T) {
	v := New(rendertest.Case(), models.English)
	infected, strange := models.Fact{State: "infected", Subject: "phone"}, models.Fact{State: "strange", Subject: "heater"}
	for i, want := range []string{"Smartphone (app): Infected with malware", "Gas water heater: strange"} {
		if got := v.Facts([]models.Fact{infected, strange})[i].String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for id, want := range map[string]string{"phone.heater.phone": "Gas water heater → Smartphone (app) → Smartphone (app)", "phone.heater": "Smartphone (app) – Gas water heater"} {
		if got := v.Called(models.PassageSort, id).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if !v.Compromise(infected) || v.Compromise(strange) || v.SubjectType(strange) != models.ComponentSort || v.SubjectType(models.Fact{State: models.StateOccurred}) != models.EffectSort {
		t.Error("states are taken for something else")
	}
	if got := v.PropertyOf(models.PropertyRef{Type: models.ComponentSort, Subject: "phone", Property: "no_foreign_code"}).String(); got != "“No foreign code” of Smartphone (app)" {
		t.Error(got)
	}
}

// TestStoppedBy: safeguards and the classes of devices that rule a cause out are listed, or there is nothing.
func TestStoppedBy(t *testing.T) {
	r := rendertest.Case()
	v := New(r, models.English)
	for i, want := range []string{"–", "Relief valve / the class “Sealed” of Gas water heater", "–"} {
		if got := textOf(StoppedBy(v, &r.Consequences[i])); got != want {
			t.Errorf("%s: %q, want %q", r.Consequences[i].Effect, got, want)
		}
	}
}

// TestNumbers: numbers have at most two decimals and no idle zeros.
func TestNumbers(t *testing.T) {
	for n, want := range map[float64]string{0: "0", 1: "1", 10: "10", 2.5: "2.5", 0.125: "0.12", 100: "100", 1.999: "2", -0.5: "-0.5"} {
		if got := Decimal(n); got != want {
			t.Errorf("%v: %s, want %s", n, got, want)
		}
	}
}
