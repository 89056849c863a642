package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/figures/timeline"
)

// chainOf is a result in which so many parties after each other notice, assess and install, each in so many hours.
func chainOf(parties, hours int) *models.Result {
	schedule := func(each int) models.Timeline {
		var out models.Timeline
		at := 0
		for i := range parties {
			id := models.ComponentID(fmt.Sprint("part-", i))
			for _, a := range []models.Activity{models.Noticing, models.Investigating, models.Installing} {
				out.Tasks = append(out.Tasks, models.Task{Component: id, Stakeholder: models.StakeholderID(fmt.Sprint("party-", i)), Activity: a, Start: at, End: at + each, Critical: true})
				at += each
			}
		}
		end := float64(at)
		out.Fixed = models.Figure{Status: models.Exact, Value: &end}
		out.Mitigated = out.Fixed
		return out
	}
	return &models.Result{Supply: &models.SupplyChain{Exposures: []models.Exposure{{Part: "part-0", Product: "product", Without: schedule(2 * hours), With: schedule(hours)}}}}
}

func figuresOf(r *models.Result, lang models.Lang) []plate.Figure {
	return timeline.Figures(caseview.New(r, lang, diagram.Light))
}

func TestNoChain(t *testing.T) {
	if got := figuresOf(&models.Result{}, models.English); len(got) > 0 {
		t.Errorf("%d figures", len(got))
	}
}

// Every party of a short chain has its row in both schedules; of a long one the first and the last have, and the rest are counted.
func TestRows(t *testing.T) {
	for parties, hidden := range map[int]int{1: 0, 3: 0, 12: 0, 13: 1, 40: 28} {
		list := figuresOf(chainOf(parties, 5), models.English)
		if len(list) != 1 {
			t.Fatalf("%d figures", len(list))
		}
		svg := string(list[0].Picture.SVG())
		for i := range parties {
			name := fmt.Sprintf(">party-%d<", i)
			shown := hidden == 0 || i < 6 || i >= parties-6
			if got := strings.Count(svg, name); shown && got < 2 || !shown && got > 0 {
				t.Errorf("%d parties: party %d is named %d times", parties, i, got)
			}
		}
		if note := strings.Contains(svg, fmt.Sprint(hidden)+" more"); hidden > 0 && !note {
			t.Errorf("%d parties: the picture does not say that it leaves %d out", parties, hidden)
		}
	}
}

// Times that nobody states make bounds, and the picture says so in both languages.
func TestUnstated(t *testing.T) {
	for _, lang := range models.Langs() {
		stated, bound := chainOf(2, 5), chainOf(2, 5)
		bound.Supply.Exposures[0].Unstated = []models.Unstated{{}}
		a, b := string(figuresOf(stated, lang)[0].Picture.SVG()), string(figuresOf(bound, lang)[0].Picture.SVG())
		if len(b) <= len(a) {
			t.Errorf("%s: nothing is said of times that are not stated", lang)
		}
	}
}

// Whatever the times are, what is painted lies in the picture.
func TestInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := chainOf(rapid.IntRange(1, 15).Draw(t, "parties"), rapid.IntRange(0, 100_000).Draw(t, "hours"))
		p := figuresOf(r, rapid.SampledFrom(models.Langs()).Draw(t, "lang"))[0].Picture
		var walk func(items []picture.Item)
		walk = func(items []picture.Item) {
			for _, item := range items {
				switch x := item.(type) {
				case picture.Group:
					walk(x.Items)
				case picture.Text:
					if x.X < 0 || x.X > p.Width || x.Y < 0 || x.Y > p.Height {
						t.Fatalf("%q stands at %.0f, %.0f of %.0f × %.0f", x.Content, x.X, x.Y, p.Width, p.Height)
					}
				case picture.Shape:
					for _, s := range x.Path {
						for _, at := range s.Points {
							if at.X < 0 || at.X > p.Width || at.Y < 0 || at.Y > p.Height {
								t.Fatalf("a shape reaches %.0f, %.0f of %.0f × %.0f", at.X, at.Y, p.Width, p.Height)
							}
						}
					}
				}
			}
		}
		walk(p.Items)
	})
}
