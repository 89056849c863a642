package inventory_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/inventory"
)

// device is a component with packages 0, 1, … in each other.
func device(in [][]int) *models.System {
	c := models.Component{ID: "device", Name: models.Plain("Device")}
	for i := range in {
		c.Packages = append(c.Packages, models.Package{Name: fmt.Sprint(i), In: in[i]})
	}
	return &models.System{Components: []models.Component{c}}
}

// tried lists every way to a package that passes nothing twice.
func tried(in [][]int, to int) []string {
	var out []string
	for queue := [][]int{{to}}; len(queue) > 0; queue = queue[1:] {
		way := queue[0]
		for _, up := range in[way[0]] {
			if up < 0 {
				out = append(out, fmt.Sprint(way[:len(way)-1]))
			} else if !slices.Contains(way, up) {
				queue = append(queue, append([]int{up}, way...))
			}
		}
	}
	slices.Sort(out)
	return out
}

// All ways are listed, the shortest first, or the number of those that are not is told.
func TestWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		circles := rapid.Bool().Draw(t, "circles")
		in := make([][]int, n)
		for i := range in {
			top := i - 1
			if circles {
				top = n - 1
			}
			in[i] = rapid.SliceOfNDistinct(rapid.IntRange(-1, max(-1, top)), 1, 4, rapid.ID).Draw(t, "in")
			in[i] = slices.DeleteFunc(in[i], func(up int) bool { return up == i })
			if len(in[i]) == 0 || circles && i == 0 {
				in[i] = append(in[i], -1)
			}
			slices.Sort(in[i])
			in[i] = slices.Compact(in[i])
		}
		list, _ := inventory.Of(device(in))
		for _, c := range list {
			var at int
			fmt.Sscan(c.Name.EN, &at)
			want := tried(in, at)
			if len(want) == 0 {
				continue // a circle that nothing leads to
			}
			ways := c.Ways
			if ways == nil {
				ways = [][]models.Text{c.Within}
			}
			if !slices.IsSortedFunc(ways, func(a, b []models.Text) int { return len(a) - len(b) }) || !slices.Equal(ways[0], c.Within) {
				t.Fatalf("the ways %v do not begin with the shortest, %v", ways, c.Within)
			}
			var got []string
			for _, way := range ways {
				var names []string
				for _, w := range way {
					names = append(names, w.EN)
				}
				got = append(got, fmt.Sprint(names))
			}
			slices.Sort(got)
			if c.Further == nil {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%v: ways to %d (-want +got):\n%s", in, at, diff)
				}
				continue
			}
			left := len(want) - len(got)
			if len(got) != inventory.MaxWays || !subset(got, want) || c.Further.Value != nil && int(*c.Further.Value) != left || c.Further.Lower != nil && int(*c.Further.Lower) > left {
				t.Fatalf("%v: %d ways to %d are listed, and further %+v; there are %d", in, len(got), at, *c.Further, len(want))
			}
		}
	})
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// 2^50 ways through diamonds are counted and not tried; more than can be counted are more than that; and in circles
// nothing is promised.
func TestDiamonds(t *testing.T) {
	diamonds := func(n int) [][]int {
		in := [][]int{{-1}}
		for i := range n {
			last := 3 * i
			in = append(in, []int{last}, []int{last}, []int{last + 1, last + 2})
		}
		return in
	}
	last := func(in [][]int) models.Contained {
		list, whole := inventory.Of(device(in))
		if !whole || len(list) != len(in) {
			t.Fatalf("%d of %d are listed", len(list), len(in))
		}
		return list[len(list)-1]
	}
	if c := last(diamonds(50)); len(c.Ways) != inventory.MaxWays || c.Further == nil || c.Further.Value == nil || *c.Further.Value != 1<<50-inventory.MaxWays {
		t.Errorf("2^50 ways: %d listed, further %v", len(c.Ways), *c.Further.Value)
	}
	if c := last(diamonds(60)); c.Further == nil || c.Further.Lower == nil || *c.Further.Lower != 1<<53 {
		t.Errorf("2^60 ways: further %+v", c.Further)
	}
	circle := diamonds(50)
	circle[0] = []int{-1, 3}
	if c := last(circle); c.Further == nil || c.Further.Lower == nil || *c.Further.Lower != 0 {
		t.Errorf("ways in circles: further %+v", c.Further)
	}
}

// Ways that read the same, through entries of one name, are listed once.
func TestSameName(t *testing.T) {
	s := device([][]int{{-1}, {-1}, {0, 1}})
	s.Components[0].Packages[1].Name = "0"
	list, _ := inventory.Of(s)
	for _, c := range list {
		if c.Ways != nil {
			t.Errorf("%s: %s", c.Name.EN, strings.Repeat("way ", len(c.Ways)))
		}
	}
}
