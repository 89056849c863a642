package figures_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/figures/plate"
)

// attackPictures are the pictures of the attacks of a case.
func attackPictures(r *models.Result, lang models.Lang) map[models.EffectID]plate.Figure {
	out := map[models.EffectID]plate.Figure{}
	for _, f := range figures.Figures(r, lang, diagram.Light) {
		if effect, is := strings.CutPrefix(f.ID, render.AttackDrawing); is {
			out[models.EffectID(effect)] = f
		}
	}
	return out
}

// textsOf lists all texts of a picture's items.
func textsOf(items []picture.Item) []picture.Text {
	var out []picture.Text
	for _, item := range items {
		switch x := item.(type) {
		case picture.Text:
			out = append(out, x)
		case picture.Group:
			out = append(out, textsOf(x.Items)...)
		}
	}
	return out
}

// groupsOf lists the groups of a class.
func groupsOf(items []picture.Item, class string) []picture.Group {
	var out []picture.Group
	for _, item := range items {
		if g, is := item.(picture.Group); is {
			if g.Class == class {
				out = append(out, g)
			}
			out = append(out, groupsOf(g.Items, class)...)
		}
	}
	return out
}

// contents are the texts of a picture, in their order.
func contents(p *picture.Picture) string {
	var out []string
	for _, t := range textsOf(p.Items) {
		out = append(out, t.Content)
	}
	return strings.Join(out, "\n")
}

func TestAttacks(t *testing.T) {
	p := attackPictures(useCase(t, "gas-water-heater"), models.English)["scald"].Picture
	if !strings.Contains(p.Title, "gets there in") {
		t.Errorf("the title is %q", p.Title)
	}
	lanes := groupsOf(p.Items, "lane")
	if len(lanes) != 6 || lanes[5].Title != "Misoperation by the user" {
		t.Errorf("%d lanes, the last of %q", len(lanes), lanes[len(lanes)-1].Title)
	}
	for _, want := range []string{"serious", "limited", "Condition"} {
		if !strings.Contains(contents(p), want) {
			t.Errorf("the picture does not say %q", want)
		}
	}
}

// What stops as a consequence, without any attack getting there, is a step of the way, too.
func TestPrecautionIsAStep(t *testing.T) {
	p := attackPictures(useCase(t, "colonial-pipeline"), models.English)["supply_stops"].Picture
	var places []string
	for _, step := range groupsOf(groupsOf(p.Items, "lane")[0].Items, "step") {
		places = append(places, step.Title)
	}
	if got := strings.Join(places, " → "); !strings.HasSuffix(got, "Billing system → SCADA (OT systems) → Pipeline") {
		t.Errorf("the way is %s", got)
	}
}

// Of a consequence that the assessed reading excludes, the title says what stops it.
func TestStoppedAttack(t *testing.T) {
	p := attackPictures(useCase(t, "gas-water-heater"), models.English)["fire"].Picture
	if !strings.Contains(p.Title, "stopped by Dry-firing safety device, Overheat prevention device") {
		t.Errorf("the title is %q", p.Title)
	}
}

// In the picture of the attacks on each consequence of each case, lanes are sorted by what the attacks take, no text is smaller
// than eight points on its page, none leaves the picture, and none lies upon another.
func TestAttackPictures(t *testing.T) {
	for name, r := range allCases(t) {
		for _, lang := range []models.Lang{models.Japanese, models.English} {
			for effect, f := range attackPictures(r, lang) {
				at := name + " " + string(effect) + " " + string(lang)
				for _, fault := range pictureFaults(f.Picture) {
					t.Error(at + ": " + fault)
				}
				for _, c := range r.Consequences {
					if c.Effect == effect && len(groupsOf(f.Picture.Items, "lane")) == 0 && len(c.Attacks) > 0 {
						t.Errorf("%s: no lane", at)
					}
				}
			}
		}
	}
}

// widestPicture is how wide a picture is of which a page of A4 portrait shows the smallest text with eight points.
const widestPicture = 740.0

func pictureFaults(p *picture.Picture) []string {
	var faults []string
	texts := textsOf(p.Items)
	type box struct{ left, right, top, bottom float64 }
	var boxes []box
	for _, x := range texts {
		width := typeset.Font{Size: x.Size, Bold: x.Bold}.Width(x.Content)
		left := x.X
		switch x.Anchor {
		case picture.Middle:
			left -= width / 2
		case picture.End:
			left -= width
		}
		b := box{left, left + width, x.Y - x.Size*0.75, x.Y + x.Size*0.1}
		if shown := x.Size * 0.75 * math.Min(1, widestPicture/p.Width); shown < 8 {
			faults = append(faults, "small: "+x.Content)
		}
		if b.left < 0 || b.right > p.Width || b.top < 0 || b.bottom > p.Height {
			faults = append(faults, "outside: "+x.Content)
		}
		for i, other := range boxes {
			if b.left < other.right-0.5 && other.left < b.right-0.5 && b.top < other.bottom-0.5 && other.top < b.bottom-0.5 {
				faults = append(faults, x.Content+" lies on "+texts[i].Content)
			}
		}
		boxes = append(boxes, b)
	}
	slices.Sort(faults)
	return faults
}

// The same of models that nobody wrote.
func TestAttackPicturesOfAnyModel(t *testing.T) {
	drawn := 0
	for seed, r := range anyResults(t, 120) {
		for _, lang := range models.Langs() {
			for effect, f := range attackPictures(r, lang) {
				drawn++
				for _, fault := range pictureFaults(f.Picture) {
					t.Errorf("seed %d, %s, %s: %s", seed, effect, lang, fault)
				}
			}
		}
	}
	if drawn < 50 {
		t.Errorf("only %d pictures are drawn", drawn)
	}
}
