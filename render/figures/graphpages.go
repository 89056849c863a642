package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// pagination cuts an attack graph that no page holds into pages: each shows every way to its own boxes, and what leads
// there from another page as a box that names that page.
type pagination struct {
	*proof
	boxes float64                           // how many fill a page
	order []*portrait.Box                   // the boxes that follow from something, those of one component side by side
	place map[*portrait.Box]string          // the component at which a box shows
	by    map[*portrait.Box][]*portrait.Way // the ways to a box
	ends  []int                             // where in order each page ends
	led   map[*portrait.Box]bool            // a safeguard that something shown defeats
	pages map[models.Fact]int               // on which page a fact is shown, from 1
}

// What fills a page of an attack graph: boxes, a gate being half of one, and those that stand below each other, by their
// height in pixels. Where a page turns out too full to read, the pages are cut tighter, down to the least.
const (
	pageBoxes, gateBox, pageHeight = 15.0, 0.5, 980.0
	tighter, leastBoxes            = 0.85, 5.0
)

// The heights of boxes with the lines that lead there, and of what may stand in a way.
const (
	boxHeight    = 140.0
	gateHeight   = 85.0
	shieldHeight = 110.0
)

// newPagination cuts a proof into as few pages as hold it, where few lines lead from one to another.
func newPagination(p *proof, boxes float64) *pagination {
	g := &pagination{proof: p, boxes: boxes, place: map[*portrait.Box]string{}, by: map[*portrait.Box][]*portrait.Way{}, led: map[*portrait.Box]bool{}, pages: map[models.Fact]int{}}
	for _, w := range p.Ways {
		g.by[w.To] = append(g.by[w.To], w)
		g.led[w.To] = w.To.Kind == models.SafeguardBox
	}
	g.arrange()
	g.cut()
	for page := 1; page <= len(g.ends); page++ {
		for _, x := range g.on(page) {
			for _, f := range x.Facts() {
				g.pages[f] = page
			}
		}
	}
	return g
}

// on are the boxes of a page, from 1.
func (g *pagination) on(page int) []*portrait.Box {
	start := 0
	if page > 1 {
		start = g.ends[page-2]
	}
	return g.order[start:g.ends[page-1]]
}

// arrange puts the boxes in the order of the attack: components by when their states come about on average, the
// consequence with its causes last.
func (g *pagination) arrange() {
	sum, count := map[string]float64{}, map[string]float64{}
	for _, x := range g.Boxes {
		if !g.follows(x) {
			continue
		}
		g.order = append(g.order, x)
		g.place[x] = g.placeOf(x)
		sum[g.place[x]] += float64(g.proof.order[x.Fact])
		count[g.place[x]]++
	}
	late := func(x *portrait.Box) int {
		if g.place[x] == goalNode {
			return 1
		}
		return 0
	}
	mean := func(x *portrait.Box) float64 { return sum[g.place[x]] / count[g.place[x]] }
	slices.SortStableFunc(g.order, func(a, b *portrait.Box) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), cmp.Compare(mean(a), mean(b)), cmp.Compare(g.place[a], g.place[b]),
			cmp.Compare(g.proof.order[a.Fact], g.proof.order[b.Fact]))
	})
}

// placeOf is the component at which a box shows; the consequence and its causes have a place of their own.
func (g *pagination) placeOf(x *portrait.Box) string {
	switch x.Kind {
	case models.GoalBox:
		return goalNode
	case models.CauseBox:
		if effect, _, _ := strings.Cut(x.Fact.Subject, "."); effect == string(g.consequence.Effect) {
			return goalNode
		}
		return x.ID
	case models.SafeguardBox:
		if s := g.Safeguards[models.SafeguardID(x.Fact.Subject)]; s != nil {
			return string(s.Host)
		}
		return ""
	}
	return string(x.At)
}

// follows tells whether a box follows from something; attackers and circumstances do not, nor do safeguards that nothing
// shown defeats.
func (g *pagination) follows(x *portrait.Box) bool {
	return x.Kind == models.FactBox || x.Kind == models.CauseBox || x.Kind == models.GoalBox || g.led[x]
}

// How many lines between pages it is worth to keep the states of one component on one page, and to give a page of fewer
// boxes than worth another one.
const torn, worth, thin = 2, 4, 3

// cut finds where pages end: as few as possible, with as few lines between them as possible, by the shortest way through
// all places to cut.
func (g *pagination) cut() {
	type best struct{ pages, lines, before int }
	found := make([]best, len(g.order)+1)
	for end := 1; end <= len(g.order); end++ {
		found[end] = best{pages: -1}
		for start := end - 1; start >= 0; start-- {
			if g.inseparable(start) {
				continue
			}
			lines, fits := g.fit(start, end)
			if !fits && found[end].pages >= 0 {
				break
			}
			try := best{found[start].pages + 1, found[start].lines + lines, start}
			if start > 0 && g.place[g.order[start]] == g.place[g.order[start-1]] {
				try.lines += torn
			}
			if boxes := end - start; boxes < worth {
				try.lines += thin * (worth - boxes)
			}
			if f := found[end]; f.pages < 0 || cmp.Or(cmp.Compare(try.pages, f.pages), cmp.Compare(try.lines, f.lines)) < 0 {
				found[end] = try
			}
		}
	}
	for end := len(g.order); end > 0; end = found[end].before {
		g.ends = append(g.ends, end)
	}
	slices.Reverse(g.ends)
}

// inseparable tells whether no page may end before a place: the causes of the consequence stand with it.
func (g *pagination) inseparable(start int) bool {
	return start > 0 && start < len(g.order) && g.place[g.order[start-1]] == goalNode
}

// fit tells whether a page holds a piece of the order, and how many boxes of other pages it must name.
func (g *pagination) fit(start, end int) (named int, fits bool) {
	own, drawn := map[*portrait.Box]bool{}, map[*portrait.Box]bool{}
	for _, x := range g.order[start:end] {
		own[x], drawn[x] = true, true
	}
	boxes, deep := float64(len(own)), map[*portrait.Box]float64{}
	for _, x := range g.order[start:end] {
		for _, w := range g.by[x] {
			for _, f := range w.From {
				if !drawn[f] {
					drawn[f] = true
					boxes++
					if g.follows(f) {
						named++
					}
				}
			}
			if len(w.From) > 1 {
				boxes += gateBox
			}
			if g.guarded(w) {
				boxes++
			}
		}
	}
	highest := 0.0
	for range 2 { // a second time for boxes that stand before what they follow from
		for _, x := range g.order[start:end] {
			for _, w := range g.by[x] {
				deep[x] = max(deep[x], g.tall(w, deep, own))
			}
			highest = max(highest, deep[x])
		}
	}
	return named, boxes <= g.boxes && highest <= pageHeight
}

// tall is how far down the page a way leads.
func (g *pagination) tall(w *portrait.Way, deep map[*portrait.Box]float64, own map[*portrait.Box]bool) float64 {
	above := 0.0
	for _, f := range w.From {
		if own[f] {
			above = max(above, deep[f])
		} else {
			above = max(above, boxHeight/2)
		}
	}
	if len(w.From) > 1 {
		above += gateHeight
	}
	if g.guarded(w) {
		above += shieldHeight
	}
	return min(above, pageHeight) + boxHeight // of a cycle no more than its parts say
}

// guarded tells whether a measure in force stands in a way.
func (g *pagination) guarded(w *portrait.Way) bool {
	return slices.ContainsFunc(w.Measures(), func(id models.MeasureID) bool {
		m := g.Measures[id]
		return m != nil && m.Status.InForce()
	})
}

// piece is the part of the proof that a page shows, from 1.
func (g *pagination) piece(page int) *proof {
	p := *g.proof
	p.Portrait, p.onward, p.pages, p.page = &portrait.Portrait{}, map[*portrait.Box][]int{}, g.pages, page
	stand := map[*portrait.Box]*portrait.Box{}
	add := func(x *portrait.Box) *portrait.Box {
		if stand[x] == nil {
			y := *x
			stand[x] = &y
			p.Boxes = append(p.Boxes, &y)
		}
		return stand[x]
	}
	for _, x := range g.on(page) {
		p.onward[add(x)] = g.goesOn(x, page)
	}
	for _, x := range g.on(page) {
		for _, w := range g.by[x] {
			shown := *w
			shown.To, shown.From = add(x), nil
			for _, f := range w.From {
				y := add(f)
				if at := g.pages[f.Fact]; g.follows(f) && at != page {
					y.Kind = elsewhereBox
				}
				shown.From = append(shown.From, y)
			}
			p.Ways = append(p.Ways, &shown)
		}
	}
	p.joinProfiles()
	return &p
}

// goesOn are the other pages that go on from a box.
func (g *pagination) goesOn(x *portrait.Box, page int) []int {
	var out []int
	for _, w := range g.Ways {
		if at := g.pages[w.To.Fact]; at != page && slices.Contains(w.From, x) && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out
}

// names are the components whose states a page shows, and the consequence.
func (g *pagination) names(page int) []string {
	var out []string
	for _, x := range g.on(page) {
		name := ""
		switch id := models.ComponentID(g.place[x]); {
		case g.place[x] == goalNode:
			name = g.Called(models.EffectSort, string(g.consequence.Effect))
		case g.Components[id] != nil:
			name = g.Called(models.ComponentSort, string(id))
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// graphPage is the figure of one page of an attack graph.
func (c *systemView) graphPage(q *models.Consequence, graph *models.ConsequenceGraph, g *pagination, page int) plate.Figure {
	title := pageTitle(about(words.GraphFigure, q), page, len(g.ends))
	out := plate.Figure{ID: c.pageID(q.Effect, page), Title: title}
	for i, width := range []float64{factWidth, compactWidth, tightWidth} {
		d := &graphScene{proof: g.piece(page), scene: c.Scene(out.ID, title), graphLook: graphLook{width: width, compact: width != factWidth}}
		d.draw(graph)
		if names := g.names(page); len(names) > 0 {
			d.scene.Subtitle = c.Fill(words.GraphPageOf, "places", c.List(names))
		}
		out.Scenes = append(out.Scenes, plate.Variant{Scene: d.scene, Loss: float64(i) * widthLoss})
	}
	return out
}

// widthLoss is what each narrower way to write a page's boxes costs.
const widthLoss = 5.0

// pageTitle numbers a title.
func pageTitle(title models.Text, page, all int) models.Text {
	numbered := func(lang models.Lang) string {
		return words.Fill(words.GraphPage.In(lang), "figure", title.In(lang), "n", strconv.Itoa(page), "all", strconv.Itoa(all))
	}
	return models.Text{JA: numbered(models.Japanese), EN: numbered(models.English)}
}

// pageID names the figure of a page; no other consequence's figure has that name.
func (c *systemView) pageID(effect models.EffectID, page int) string {
	dash := "-"
	taken := func(q models.Consequence) bool {
		rest, found := strings.CutPrefix(string(q.Effect), string(effect)+dash)
		return found && rest != ""
	}
	for slices.ContainsFunc(c.Result.Consequences, taken) {
		dash += "-"
	}
	return fmt.Sprintf("%s%s%s%d", render.GraphDrawing, effect, dash, page)
}

// elsewhere is the box of a state that another page shows.
func (d *graphScene) elsewhere(x *portrait.Box) diagram.Node {
	n := diagram.Node{Shape: diagram.ShapeCloud, MaxWidth: d.width, Emphasis: diagram.Muted, Label: d.sayings([]models.Fact{x.Fact})}
	n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.ContinuedFrom, "pages", d.pageNumbers([]int{d.pages[x.Fact]})), Tone: diagram.ToneSmallStrong})
	return n
}

// pageNumbers lists pages, each in parentheses.
func (d *graphScene) pageNumbers(pages []int) string {
	out := ""
	for _, page := range pages {
		out += d.Fill(words.PageNumber, "n", strconv.Itoa(page))
	}
	return out
}

// shownOn are the pages that show the states of a box.
func (d *graphScene) shownOn(x *portrait.Box) []int {
	var out []int
	for _, f := range x.Facts() {
		if at := d.pages[f]; at > 0 && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out
}
