package topology_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// The legs that leave and come into components, and those between two, are those of the ways, in their order.
func TestLegsEqualTheWays(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, all := topology.New(s), brute{s}.legs()
		of := func(wanted func(topology.Leg) bool) string {
			return said(slices.DeleteFunc(slices.Clone(all), func(l topology.Leg) bool { return !wanted(l) }))
		}
		for i := range s.Components {
			name := s.Components[i].ID
			if got, want := said(v.LegsFrom(name)), of(func(l topology.Leg) bool { return l.From == name }); got != want {
				t.Fatalf("from %s\n%swant\n%s", name, got, want)
			}
			if got, want := said(v.LegsInto(name)), of(func(l topology.Leg) bool { return l.To == name }); got != want {
				t.Fatalf("into %s\n%swant\n%s", name, got, want)
			}
			for j := range s.Components {
				other := s.Components[j].ID
				if got, want := said(v.Legs(name, other)), of(func(l topology.Leg) bool { return l.From == name && l.To == other }); got != want {
					t.Fatalf("from %s to %s\n%swant\n%s", name, other, got, want)
				}
			}
		}
	})
}

// The flows at and into a component are those that name it as an end, where their way holds together.
func TestFlowsAtTheirEnds(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, b := topology.New(s), brute{s}
		for i := range s.Components {
			name := s.Components[i].ID
			var into, at []*models.Flow
			for j := range s.Flows {
				f := &s.Flows[j]
				if !slices.Equal(b.there(f.Way()), f.Way()) || f.From == f.To {
					continue // what no check lets pass
				}
				if f.To == name {
					into = append(into, f)
				}
				if f.From == name || f.To == name {
					at = append(at, f)
				}
			}
			keep := func(flows []*models.Flow) []*models.Flow {
				return slices.DeleteFunc(flows, func(f *models.Flow) bool { return !slices.Equal(b.there(f.Way()), f.Way()) || f.From == f.To })
			}
			if got := keep(v.FlowsInto(name)); !slices.Equal(got, into) {
				t.Fatalf("%d flows into %s, want %d", len(got), name, len(into))
			}
			if got := keep(v.FlowsAt(name)); !slices.Equal(got, at) {
				t.Fatalf("%d flows at %s, want %d", len(got), name, len(at))
			}
		}
	})
}

func TestParallelFlowsRideTogether(t *testing.T) {
	s := &models.System{
		Components: []models.Component{{ID: "service"}, {ID: "net"}, {ID: "stove"}},
		Flows: []models.Flow{
			{ID: "first", From: "service", Via: []id{"net"}, To: "stove"}, {ID: "second", From: "service", Via: []id{"net"}, To: "stove"},
		},
	}
	legs := topology.New(s).Legs("net", "stove")
	if got, want := said(legs), "first/1 net→stove\nsecond/1 net→stove\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if legs[0].First() || !legs[0].Last() {
		t.Error("the leg into the stove is the last one")
	}
}
