package models

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// hierarchy is, with threats in brackets and marks in parentheses,
//
//	thing
//	├── box (b) [leak, stop]      orders: stop 10, leak 20, burn 30
//	│   ├── small
//	│   └── hot [burn, stop]
//	└── wire, forwards
//	    └── thin
func hierarchy() *Catalog {
	return NewCatalog(Catalog{
		Kinds: []Kind{
			{Entry: Entry{Order: 6}, ID: "thin", Parent: "wire"},
			{Entry: Entry{Order: 5}, ID: "wire", Parent: "thing", Forwards: true},
			{Entry: Entry{Order: 4}, ID: "hot", Parent: "box", Threats: []ThreatID{"burn", "stop"}, Properties: []PropertyID{"cool", "sealed"}},
			{Entry: Entry{Order: 3}, ID: "small", Parent: "box"},
			{Entry: Entry{Order: 2}, ID: "box", Parent: "thing", Mark: "b", Threats: []ThreatID{"leak", "stop"}, Properties: []PropertyID{"sealed"}},
			{Entry: Entry{Order: 1}, ID: "thing"},
		},
		Threats: []Threat{
			{Entry: Entry{Order: 20}, ID: "leak"},
			{Entry: Entry{Order: 10}, ID: "stop"},
			{Entry: Entry{Order: 30}, ID: "burn"},
		},
		Cells: []Cell{{ID: "worst", Recovery: FatalDamage, Economic: CatastrophicImpact}},
	})
}

func TestCatalogKinds(t *testing.T) {
	c := hierarchy()
	for _, tt := range []struct {
		kind       KindID
		line       string
		threats    string
		properties string
		mark       string
		forwards   bool
	}{
		{"thing", "[thing]", "[]", "[]", "", false},
		{"box", "[box thing]", "[stop leak]", "[sealed]", "b", false},
		{"small", "[small box thing]", "[stop leak]", "[sealed]", "b", false},
		{"hot", "[hot box thing]", "[stop burn]", "[sealed cool]", "b", false},
		{"thin", "[thin wire thing]", "[]", "[]", "", true},
		{"absent", "[]", "[]", "[]", "", false},
	} {
		if got := fmt.Sprint(c.Line(tt.kind)); got != tt.line {
			t.Errorf("Line(%s) = %s, want %s", tt.kind, got, tt.line)
		}
		if got := fmt.Sprint(c.ThreatsOf(tt.kind)); got != tt.threats {
			t.Errorf("ThreatsOf(%s) = %s, want %s", tt.kind, got, tt.threats)
		}
		if got := fmt.Sprint(c.PropertiesOf(tt.kind)); got != tt.properties {
			t.Errorf("PropertiesOf(%s) = %s, want %s", tt.kind, got, tt.properties)
		}
		if got := c.MarkOf(tt.kind); got != tt.mark {
			t.Errorf("MarkOf(%s) = %q, want %q", tt.kind, got, tt.mark)
		}
		if got := c.Forwards(tt.kind); got != tt.forwards {
			t.Errorf("Forwards(%s) = %t, want %t", tt.kind, got, tt.forwards)
		}
	}
}

func TestCatalogOrder(t *testing.T) {
	c := hierarchy()
	var kinds []KindID
	for _, k := range c.Kinds {
		kinds = append(kinds, k.ID)
	}
	if want := []KindID{"thing", "box", "small", "hot", "wire", "thin"}; !slices.Equal(kinds, want) {
		t.Errorf("kinds stand as %v, want %v", kinds, want)
	}
	if c.Cell(FatalDamage, CatastrophicImpact) == nil || c.Cell(LimitedDamage, LimitedImpact) != nil {
		t.Error("Cell does not find the one cell, or finds another")
	}
}

// TestCatalogByHand shows that a catalog that NewCatalog has not seen answers alike.
func TestCatalogByHand(t *testing.T) {
	c := &Catalog{Kinds: []Kind{{ID: "box", Parent: "thing"}, {ID: "thing"}}}
	if !c.IsA("box", "thing") || c.IsA("thing", "box") || c.Kind("box") == nil || c.Kind("crate") != nil {
		t.Error("a catalog without an index does not answer like one with it")
	}
}

// TestIsALaws compares the hierarchy of random kinds, cycles included, with walking up one parent at a time.
func TestIsALaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "kinds")
		id := func(i int) KindID { return KindID(fmt.Sprintf("k%d", i)) }
		parents := map[KindID]KindID{}
		var kinds []Kind
		for i := range n {
			parent := KindID("")
			if p := rapid.IntRange(-1, n-1).Draw(t, "parent"); p >= 0 {
				parent = id(p)
			}
			parents[id(i)] = parent
			kinds = append(kinds, Kind{ID: id(i), Parent: parent})
		}
		c := NewCatalog(Catalog{Kinds: kinds})
		for a := range n {
			for b := range n {
				want := false
				for up, steps := id(a), 0; up != "" && steps <= n; up, steps = parents[up], steps+1 {
					want = want || up == id(b)
				}
				if got := c.IsA(id(a), id(b)); got != want {
					t.Fatalf("IsA(%s, %s) = %t, want %t; parents %v", id(a), id(b), got, want, parents)
				}
			}
		}
	})
}
