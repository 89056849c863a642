package riskmap_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/riskmap"
	"github.com/harmpath/harmpath/render/rendertest"
)

// collectionOf places cases with the given names in cells of the map, in turn.
func collectionOf(names []string, cells [][2]int) *models.Collection {
	c := &models.Collection{Words: models.Words{Sites: []models.Site{{ID: "consumer", Mark: "circle"}, {ID: "factory", Mark: "square"}, {ID: "store", Mark: "triangle"}}}}
	known := map[[2]int]int{}
	for i, name := range names {
		at := cells[i%len(cells)]
		one := models.CollectedCase{ID: models.CaseID(fmt.Sprintf("c%d", i)), Mark: fmt.Sprint(i + 1), Title: models.Plain(name), Site: c.Words.Sites[i%3].ID}
		one.Levels.Assessed.Recovery.Level = models.Recovery(at[0])
		one.Levels.Assessed.Economic = models.EconomicLevel{Min: models.Economic(at[1] * (i % 2)), Max: models.Economic(at[1])}
		c.Cases = append(c.Cases, one)
		k, there := known[at]
		if !there {
			k = len(c.Cells)
			known[at] = k
			c.Cells = append(c.Cells, models.CollectedCell{Recovery: models.Recovery(at[0]), Economic: models.Economic(at[1])})
		}
		c.Cells[k].Cases = append(c.Cells[k].Cases, one.ID)
	}
	return c
}

// boxOf is the room that the marks of a group take.
type boxOf struct {
	id                       string
	left, top, right, bottom float64
}

// marksOf finds the marks of the cases: the extent of each sign and label.
func marksOf(p *picture.Picture) []boxOf {
	var out []boxOf
	var walk func(items []picture.Item)
	walk = func(items []picture.Item) {
		for _, item := range items {
			g, is := item.(picture.Group)
			switch {
			case is && g.Class == "mark":
				out = append(out, extent(g))
			case is:
				walk(g.Items)
			}
		}
	}
	walk(p.Items)
	return out
}

func extent(g picture.Group) boxOf {
	b := boxOf{id: g.ID, left: 1e9, top: 1e9}
	grow := func(x, y float64) {
		b.left, b.right = min(b.left, x), max(b.right, x)
		b.top, b.bottom = min(b.top, y), max(b.bottom, y)
	}
	for _, item := range g.Items {
		switch item := item.(type) {
		case picture.Text:
			font := typeset.Font{Size: item.Size, Bold: item.Bold}
			grow(item.X, item.Y-item.Size*0.8)
			grow(item.X+font.Width(item.Content), item.Y+item.Size*0.1)
		case picture.Shape:
			for _, segment := range item.Path {
				for _, at := range segment.Points[:map[picture.Op]int{picture.Move: 1, picture.Line: 1, picture.Curve: 3}[segment.Op]] {
					grow(at.X, at.Y)
				}
			}
		}
	}
	return b
}

// Every case is on the map exactly once, inside its cell and clear of all others, however many share a cell and whatever
// they are called.
func TestCommonMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alphabet := append(rendertest.HostileTexts(), "ガス給湯器システム", "製造機器（溶接ロボット）", "Condition monitoring", "x", " \t\u3000", "\u200b")
		names := rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, 60).Draw(t, "names")
		cell := rapid.Custom(func(t *rapid.T) [2]int {
			return [2]int{rapid.IntRange(0, 2).Draw(t, "r"), rapid.IntRange(0, 2).Draw(t, "e")}
		})
		c := collectionOf(names, rapid.SliceOfN(cell, 1, 9).Draw(t, "cells"))
		for _, lang := range models.Langs() {
			list := riskmap.OfCollection(c, lang, diagram.Light)
			if len(list) != 1 {
				t.Fatalf("%d figures", len(list))
			}
			checkMap(t, c, list[0].Picture)
			dot := diagram.DOT(list[0].Graph)
			for _, one := range c.Cases {
				if got := strings.Count(dot, "\""+string(one.ID)+"\" ["); got != 1 {
					t.Fatalf("%s stands %d times in the graph", one.ID, got)
				}
			}
		}
	})
}

// legible is the width in pixels up to which a picture's small text has 6 points on a page of A4.
const legible = 880

func checkMap(t *rapid.T, c *models.Collection, p *picture.Picture) {
	if p.Width > legible {
		t.Fatalf("the map is %.0f wide", p.Width)
	}
	marks := marksOf(p)
	if len(marks) != len(c.Cases) {
		t.Fatalf("%d marks of %d cases", len(marks), len(c.Cases))
	}
	columns := map[models.Recovery][2]float64{}
	for i, m := range marks {
		if m.id != "case-"+string(c.Cases[i].ID) {
			t.Fatalf("%s stands for %s", m.id, c.Cases[i].ID)
		}
		if m.left < 0 || m.top < 0 || m.right > p.Width || m.bottom > p.Height {
			t.Fatalf("%s leaves the picture: %+v", m.id, m)
		}
		r := c.Cases[i].Levels.Assessed.Recovery.Level
		span, there := columns[r]
		if !there {
			span = [2]float64{m.left, m.right}
		}
		columns[r] = [2]float64{min(span[0], m.left), max(span[1], m.right)}
		for _, other := range marks[:i] {
			if m.left < other.right && other.left < m.right && m.top < other.bottom && other.top < m.bottom {
				t.Fatalf("%s and %s lie on each other: %+v %+v", m.id, other.id, m, other)
			}
		}
	}
	last := -1.0
	for _, r := range models.Recoveries() {
		if span, there := columns[r]; there {
			if span[0] <= last {
				t.Fatalf("a mark reaches into the next column: %v", columns)
			}
			last = span[1]
		}
	}
}

// Few cases are named in their cells; where many share one, numbers stand for all and a key names them.
func TestNamesOrNumbers(t *testing.T) {
	names := func(n int) []string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprintf("Case %d", i))
		}
		return out
	}
	for _, c := range []struct {
		cases int
		named bool
		keyed bool
	}{{3, true, true}, {20, false, true}, {100, false, false}} {
		list := riskmap.OfCollection(collectionOf(names(c.cases), [][2]int{{1, 1}}), models.English, diagram.Light)
		svg := string(list[0].Picture.SVG())
		if got := strings.Contains(svg, ">Case 0 (No. 1)*</text>"); got != c.named {
			t.Errorf("%d cases: named in the cell: %v", c.cases, got)
		}
		if got := c.named || strings.Contains(svg, ">No. 1: Case 0*</text>"); got != c.keyed {
			t.Errorf("%d cases: named at all: %v", c.cases, got)
		}
	}
}
