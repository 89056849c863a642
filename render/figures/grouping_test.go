package figures

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

// anyView is a case of components of some kinds in zones inside each other.
func anyView(t *rapid.T) *systemView {
	var r models.Result
	zones := rapid.IntRange(1, 8).Draw(t, "zones")
	for i := range zones {
		z := models.Zone{ID: models.ZoneID(fmt.Sprint("z", i))}
		if at := rapid.IntRange(-1, i-1).Draw(t, "parent"); at >= 0 {
			z.Parent = models.ZoneID(fmt.Sprint("z", at))
		}
		r.System.Zones = append(r.System.Zones, z)
	}
	for i := range rapid.IntRange(0, 40).Draw(t, "components") {
		r.System.Components = append(r.System.Components, models.Component{
			ID: models.ComponentID(fmt.Sprint("c", i)), Zone: models.ZoneID(fmt.Sprint("z", rapid.IntRange(0, zones-1).Draw(t, "zone"))),
			Kind: models.KindID(fmt.Sprint("k", rapid.IntRange(0, 2).Draw(t, "kind"))),
		})
	}
	return &systemView{Case: caseview.New(&r, models.English, diagram.Light)}
}

// checkGroups: every wanted component is in one group, no other is in any, and ids are unique.
func checkGroups(t *rapid.T, c *systemView, g *grouping, wanted func(models.ComponentID) bool) {
	members, ids := map[models.ComponentID]int{}, map[string]bool{}
	for i, x := range g.groups {
		if len(x.members) == 0 || ids[x.id] {
			t.Fatalf("group %q is empty or there twice", x.id)
		}
		ids[x.id] = true
		for _, id := range x.members {
			members[id]++
			if at, there := g.group(id); !there || at != i {
				t.Fatalf("%s is in group %d and found in %d", id, i, at)
			}
		}
	}
	for _, x := range c.System.Components {
		want := 1
		if !wanted(x.ID) {
			want = 0
		}
		if members[x.ID] != want {
			t.Fatalf("%s is in %d groups", x.ID, members[x.ID])
		}
	}
}

func TestGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyView(t)
		chosen := func(label string) func(models.ComponentID) bool {
			in := map[models.ComponentID]bool{}
			for _, x := range c.System.Components {
				in[x.ID] = rapid.Bool().Draw(t, label)
			}
			return func(id models.ComponentID) bool { return in[id] }
		}
		wanted, keep, most := chosen("wanted"), chosen("keep"), rapid.IntRange(2, 20).Draw(t, "most")
		g := c.grouped(most, wanted, keep)
		if len(g.groups) > most {
			t.Fatalf("%d groups, at most %d are wanted", len(g.groups), most)
		}
		checkGroups(t, c, g, wanted)
		coarser := 1 << 30
		for _, size := range grains() {
			by := c.groupBy(size, wanted, nil)
			checkGroups(t, c, by, wanted)
			if size != byLike { // like zones need not be near each other: this one is not between its neighbors
				if len(by.groups) > coarser {
					t.Fatalf("grain %d makes %d groups of %d", size, len(by.groups), coarser)
				}
				coarser = len(by.groups)
			}
			kept := c.groupBy(size, wanted, keep)
			for _, x := range c.System.Components {
				if at, there := kept.group(x.ID); there && keep(x.ID) && len(kept.groups[at].members) > 1 {
					t.Fatalf("%s is to stand by itself", x.ID)
				}
			}
		}
	})
}

// A zone's page holds its components, and its neighbours in no more boxes than it has room for.
func TestZonePages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyView(t)
		most := rapid.IntRange(4, 20).Draw(t, "most")
		inside := func(id models.ComponentID) bool { return c.Components[id].Zone == "z0" }
		all := func(models.ComponentID) bool { return true }
		g := c.zoneGroups(most, all, inside)
		checkGroups(t, c, g, all)
		if len(g.groups) > most || !g.page {
			t.Fatalf("%d groups on a page of %d", len(g.groups), most)
		}
	})
}

// The grouping of a small case draws nothing together and says nothing of it; of a large one it names what no box names.
func TestNotes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyView(t)
		for _, size := range grains() {
			g := c.groupBy(size, nil, nil)
			if notes := g.notes(c); (size == single) != (len(notes) == 0) {
				t.Fatalf("grain %d: %q", size, notes)
			}
			for _, id := range g.nameless(c) {
				if at, _ := g.group(id); len(g.groups[at].members) < 2 {
					t.Fatalf("%s stands alone and is called nameless", id)
				}
			}
		}
	})
}

// The outermost zone around a zone is found, and zones that hold each other in a circle end.
func TestArea(t *testing.T) {
	r := &models.Result{System: models.System{Zones: []models.Zone{{ID: "site"}, {ID: "hall", Parent: "site"}, {ID: "cell", Parent: "hall"}, {ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}}}}
	c := &systemView{Case: caseview.New(r, models.English, diagram.Light)}
	for id, want := range map[models.ZoneID]models.ZoneID{"site": "site", "hall": "site", "cell": "site", "unknown": "unknown"} {
		if got := c.area(id); got != want {
			t.Errorf("around %s lies %s, want %s", id, got, want)
		}
	}
	if got := c.area("a"); !slices.Contains([]models.ZoneID{"a", "b"}, got) {
		t.Errorf("around a lies %s", got)
	}
}
