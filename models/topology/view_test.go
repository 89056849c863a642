package topology_test

import (
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/topology"
)

// Whoever stands beside a component stands there in the model, and the other way round.
func TestNeighborsEqualTheModel(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, b := topology.New(s), brute{s}
		for i := range s.Components {
			name := s.Components[i].ID
			if place, there := v.Place(name); !there || v.Component(name) != b.first(name) || &s.Components[place] != b.first(name) {
				t.Fatalf("%s is at %d, %v", name, place, there)
			}
			if got, want := v.Networks(name), b.of(name, on); !slices.Equal(got, want) {
				t.Fatalf("networks of %s: %v, want %v", name, got, want)
			}
			if got, want := v.Parts(name), b.of(name, parts); !slices.Equal(got, want) {
				t.Fatalf("parts of %s: %v, want %v", name, got, want)
			}
			joined := len(b.of(name, on))+len(b.of(name, parts)) > 0
			for j := range s.Components {
				joined = joined || slices.Contains(s.Components[j].On, name) || slices.Contains(s.Components[j].Parts, name)
			}
			for _, l := range b.legs() {
				joined = joined || l.From == name || l.To == name
			}
			if got := v.Joined(name); got != joined {
				t.Fatalf("joined(%s) is %v", name, got)
			}
		}
		if v.Component("nobody-at-all") != nil || v.Joined("nobody-at-all") || v.Networks("nobody-at-all") != nil {
			t.Fatal("what the system does not have stands somewhere")
		}
	})
}

// Being a part and containing one are the same, seen from both sides, at any depth.
func TestContainmentIsSymmetric(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, b := topology.New(s), brute{s}
		for i := range s.Components {
			name := s.Components[i].ID
			below := v.BuiltIn(name)
			if !same(b.closure(name, parts), below) {
				t.Fatalf("built into %s: %v", name, below)
			}
			for j := range s.Components {
				other := s.Components[j].ID
				if slices.Contains(v.Parts(name), other) != slices.Contains(v.Wholes(other), name) {
					t.Fatalf("%s and %s differ on who contains whom", name, other)
				}
				if slices.Contains(below, other) != slices.Contains(v.Around(other), name) {
					t.Fatalf("%s and %s differ on who contains whom at some depth", name, other)
				}
			}
		}
	})
}

// What is nearer comes first.
func TestBuiltInIsNearestFirst(t *testing.T) {
	s := &models.System{Components: []models.Component{
		{ID: "robot", Parts: []id{"arm", "board"}}, {ID: "arm", Parts: []id{"motor"}}, {ID: "board", Parts: []id{"chip"}}, {ID: "chip"}, {ID: "motor", Parts: []id{"chip"}},
	}}
	v := topology.New(s)
	if got, want := v.BuiltIn("robot"), []id{"arm", "board", "motor", "chip"}; !slices.Equal(got, want) {
		t.Errorf("built into the robot: %v, want %v", got, want)
	}
	if got, want := v.Around("chip"), []id{"board", "motor", "robot", "arm"}; !slices.Equal(got, want) {
		t.Errorf("around the chip: %v, want %v", got, want)
	}
}

// A view that is added to answers as one of the grown system does.
func TestGrowing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tangle(t)
		v := topology.New(s)
		v.Parts("a") // read before it grows
		for i := range rapid.IntRange(1, 3).Draw(t, "grown by") {
			whole := &s.Components[rapid.IntRange(0, len(s.Components)-1).Draw(t, "whole")]
			added := id([]string{"p", "q", "r"}[i])
			whole.Parts = append(whole.Parts, added)
			s.Components = append(s.Components, models.Component{ID: added})
			v.AddComponent(len(s.Components) - 1)
			v.AddPart(whole.ID, added)
		}
		fresh := topology.New(s)
		for i := range s.Components {
			name := s.Components[i].ID
			if v.Component(name) != fresh.Component(name) || !same(brute{s}.closure(name, parts), v.BuiltIn(name)) || !same(set(fresh.Parts(name)), v.Parts(name)) {
				t.Fatalf("%s has %v, in a new view %v", name, v.Parts(name), fresh.Parts(name))
			}
		}
	})
}

// The network that two share is the first that the one states and the other states too.
func TestShared(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v, b := topology.New(s), brute{s}
		for i := range s.Components {
			for j := range s.Components {
				one, other := s.Components[i].ID, s.Components[j].ID
				var want id
				for _, network := range slices.Backward(b.of(one, on)) {
					if slices.Contains(b.of(other, on), network) {
						want = network
					}
				}
				if got := v.Shared(one, other); got != want || (got == "") != (v.Shared(other, one) == "") {
					t.Fatalf("%s and %s share %q, want %q", one, other, got, want)
				}
			}
		}
	})
}

// Everybody may ask at once, and the answers are those that one alone gets.
func TestAskedTogether(t *testing.T) {
	s := modeltest.City{Homes: 5}.System()
	alone, v := topology.New(s), topology.New(s)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i := range s.Components {
				name := s.Components[i].ID
				if said(v.LegsInto(name)) != said(alone.LegsInto(name)) || !slices.Equal(v.Networks(name), alone.Networks(name)) {
					t.Errorf("%s stands elsewhere", name)
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkView(b *testing.B) {
	s, catalog := modeltest.WithComponents(10_000).System(), known(b)
	for b.Loop() {
		w := topology.New(s).Ways(catalog)
		w.LegsInto(s.Components[0].ID)
		w.BuiltIn(s.Components[0].ID)
		w.ZonePath(s.Zones[0].ID)
	}
}
