package topology_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// Two groups are joined exactly where components of theirs are, each pair once, by the first link; and a group is as
// deep as the shortest row of links to it is long.
func TestFold(t *testing.T) {
	everyCase(t, func(t *rapid.T, s *models.System) {
		v := topology.New(s)
		const groups = 4
		at := map[id]int{}
		for i := range s.Components {
			at[s.Components[i].ID] = rapid.IntRange(-1, groups-1).Draw(t, "group")
		}
		f := v.Fold(groups, func(name id) (int, bool) { return at[name], at[name] >= 0 })
		var want []string
		var near [groups][groups]bool
		for _, l := range slices.Concat(v.Connections(), v.Hops()) {
			a, b := at[l.From], at[l.To]
			if a < 0 || b < 0 || a == b || near[a][b] {
				continue
			}
			near[a][b], near[b][a] = true, true
			want = append(want, fmt.Sprint(a, b, l.Flow != nil))
		}
		var got []string
		for _, l := range f.Links {
			got = append(got, fmt.Sprint(l.From, l.To, l.Flow != nil))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("links %v, want %v", got, want)
		}
		start := rapid.IntRange(0, groups-1).Draw(t, "start")
		depth := f.Depths([]int{start})
		for to := range groups {
			if d := distance(near, start, to); depth[to] != d {
				t.Fatalf("from %d to %d: %d, want %d", start, to, depth[to], d)
			}
		}
	})
}

// distance is the length of the shortest row of links, by the powers of the matrix; -1: there is none.
func distance(near [4][4]bool, from, to int) int {
	var reached [4]bool
	reached[from] = true
	for d := range len(near) {
		if reached[to] {
			return d
		}
		next := reached
		for i := range near {
			for j := range near {
				next[j] = next[j] || reached[i] && near[i][j]
			}
		}
		reached = next
	}
	return -1
}

// A group from which an earlier start leads keeps its depth.
func TestDepthsFromSeveralStarts(t *testing.T) {
	s := &models.System{Components: []models.Component{{ID: "a", On: []id{"b"}}, {ID: "b"}, {ID: "c", On: []id{"d"}}, {ID: "d"}, {ID: "e"}}}
	v := topology.New(s)
	f := v.Fold(len(s.Components), func(name id) (int, bool) { return v.Place(name) })
	if got, want := f.Depths([]int{1, 0, 2}), []int{1, 0, 0, 1, -1}; !slices.Equal(got, want) {
		t.Errorf("depths %v, want %v", got, want)
	}
}

// The way of a flow leads through the network that two nodes on it share.
func TestHops(t *testing.T) {
	s := house([]id{"internet"}, []id{"internet", "lan"}, []id{"lan"}, "router")
	got := ""
	for _, l := range topology.New(s).Hops() {
		got += fmt.Sprint(l.From, "→", l.To, " ")
	}
	if want := "phone→internet internet→router router→lan lan→heater "; got != want {
		t.Errorf("hops %s, want %s", got, want)
	}
}
