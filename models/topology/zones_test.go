package topology_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// A zone's path leads from parent to parent, up to one that has none, that nobody knows, or that was there before.
func TestZonePaths(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v := topology.New(s)
		parent := map[models.ZoneID]models.ZoneID{}
		for _, z := range slices.Backward(s.Zones) {
			parent[z.ID] = z.Parent
		}
		for _, z := range append(slices.Clone(s.Zones), models.Zone{ID: "no-such-zone"}) {
			var want []models.ZoneID
			for at := z.ID; !slices.Contains(want, at); at = parent[at] {
				if _, known := parent[at]; !known {
					break
				}
				want = append(want, at)
			}
			if got := v.ZonePath(z.ID); !slices.Equal(got, want) {
				t.Fatalf("outwards from %s: %v, want %v", z.ID, got, want)
			}
			for _, other := range s.Zones {
				if got := v.InZone(z.ID, other.ID); got != slices.Contains(want, other.ID) {
					t.Fatalf("%s in %s: %v", z.ID, other.ID, got)
				}
			}
		}
	})
}

// A boundary lies between two components in both directions, where they lie in different zones.
func TestBoundaries(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, b := topology.New(s), brute{s}
		for i := range s.Components {
			for j := range s.Components {
				one, other := s.Components[i].ID, s.Components[j].ID
				if got := v.CrossesBoundary(one, other); got != (b.first(one).Zone != b.first(other).Zone) || got != v.CrossesBoundary(other, one) {
					t.Fatalf("from %s to %s: %v", one, other, got)
				}
			}
		}
	})
}

// Cycles are found exactly where something lies within itself, and what is found is one.
func TestCycles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tangle(t)
		v := topology.New(s)
		inItself := false
		for i := range s.Components {
			name := s.Components[i].ID
			inItself = inItself || slices.ContainsFunc(v.Parts(name), func(part id) bool { return part == name || slices.Contains(v.BuiltIn(part), name) })
		}
		found := v.PartCycles(100)
		if inItself != (len(found) > 0) {
			t.Fatalf("%v, want some: %v", found, inItself)
		}
		for _, way := range found {
			if len(way) < 2 || way[0] != way[len(way)-1] {
				t.Fatalf("%v does not end where it begins", way)
			}
			for i := range len(way) - 1 {
				if !slices.Contains(v.Parts(way[i]), way[i+1]) {
					t.Fatalf("%v leaves the model at %s", way, way[i])
				}
			}
		}
		if few := v.PartCycles(1); len(few) != min(1, len(found)) {
			t.Fatalf("%d cycles where one is asked for", len(few))
		}
		for _, way := range v.ZoneCycles(100) {
			for i := range len(way) - 1 {
				if path := v.ZonePath(way[i]); len(path) == 1 && way[i+1] != way[i] || len(path) > 1 && path[1] != way[i+1] && way[i] != way[i+1] {
					t.Fatalf("%v leaves the model at %s", way, way[i])
				}
			}
		}
	})
}

// Long rows neither take a stack nor the square of their length.
func TestDeepNesting(t *testing.T) {
	const n = 100_000
	s := &models.System{Zones: make([]models.Zone, n), Components: make([]models.Component, n)}
	name := func(i int) string {
		return string(rune('a'+i%26)) + "-" + string(rune('a'+i/26%26)) + "-" + string(rune('a'+i/676%26)) + string(rune('a'+i/17576))
	}
	for i := range n {
		s.Zones[i].ID, s.Components[i].ID = models.ZoneID(name(i)), id(name(i))
		if i > 0 {
			s.Zones[i].Parent, s.Components[i].Parts = models.ZoneID(name(i-1)), []id{id(name(i - 1))}
		}
	}
	v := topology.New(s)
	if got := len(v.ZonePath(s.Zones[n-1].ID)); got != n {
		t.Errorf("a path of %d zones", got)
	}
	if got := len(v.BuiltIn(s.Components[n-1].ID)); got != n-1 {
		t.Errorf("%d parts", got)
	}
	if len(v.PartCycles(1))+len(v.ZoneCycles(1)) > 0 {
		t.Error("a row has a cycle")
	}
	s.Components[0].Parts = []id{id(name(n - 1))}
	if found := topology.New(s).PartCycles(1); len(found) != 1 || len(found[0]) != n+1 {
		t.Error("the ring is not found")
	}
}
