package diagram_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

func box(x1, y1, x2, y2 float64) layout.Box {
	return layout.Box{Min: layout.Point{X: x1, Y: y1}, Max: layout.Point{X: x2, Y: y2}}
}

func points(coordinates ...float64) []layout.Point {
	var list []layout.Point
	for i := 0; i+1 < len(coordinates); i += 2 {
		list = append(list, layout.Point{X: coordinates[i], Y: coordinates[i+1]})
	}
	return list
}

func TestPasses(t *testing.T) {
	square := box(10, 10, 20, 20)
	tests := []struct {
		name string
		line []layout.Point
		want bool
	}{
		{"through", points(0, 15, 30, 15), true}, {"beside", points(0, 5, 30, 5), false}, {"along the border", points(0, 10, 30, 10), false},
		{"ends inside", points(0, 0, 15, 15), true}, {"within", points(12, 12, 18, 18), true}, {"cuts a corner", points(8, 14, 14, 8), true},
		{"misses a corner", points(8, 11, 11, 8), false}, {"around", points(0, 0, 30, 0, 30, 30, 0, 30), false}, {"a point", points(15, 15), false},
	}
	for _, test := range tests {
		if got := diagram.Passes(test.line, square); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestPassesAgreesWithSampling compares the clipping with a second opinion: many points on the segment.
func TestPassesAgreesWithSampling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(0, 40)
		line := points(coordinate.Draw(t, "x1"), coordinate.Draw(t, "y1"), coordinate.Draw(t, "x2"), coordinate.Draw(t, "y2"))
		sampled := false
		for i := range 4000 {
			f := float64(i) / 3999
			x, y := line[0].X+f*(line[1].X-line[0].X), line[0].Y+f*(line[1].Y-line[0].Y)
			sampled = sampled || x > 10.05 && x < 29.95 && y > 10.05 && y < 29.95
		}
		if sampled && !diagram.Passes(line, box(10, 10, 30, 30)) {
			t.Fatalf("%v has points inside", line)
		}
		if !sampled && diagram.Passes(line, box(10.1, 10.1, 29.9, 29.9)) {
			t.Fatalf("%v has no points inside", line)
		}
	})
}

func TestCrossings(t *testing.T) {
	tests := []struct {
		name string
		a, b []layout.Point
		want int
	}{
		{"cross", points(0, 0, 10, 10), points(0, 10, 10, 0), 1}, {"apart", points(0, 0, 10, 0), points(0, 5, 10, 5), 0},
		{"touch", points(0, 0, 10, 0), points(5, 0, 5, 10), 0}, {"twice", points(0, 0, 10, 0), points(2, -1, 2, 1, 8, 1, 8, -1), 2},
	}
	for _, test := range tests {
		if got := diagram.Crossings(test.a, test.b); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

// TestCrossingsAgreeWithEachPair compares the count, which passes over what lies apart, with that of all pairs of pieces.
func TestCrossingsAgreeWithEachPair(t *testing.T) {
	drawn := rapid.Custom(func(t *rapid.T) []layout.Point {
		coordinate := rapid.IntRange(0, 12)
		line := make([]layout.Point, rapid.IntRange(0, 7).Draw(t, "points"))
		for i := range line {
			line[i] = layout.Point{X: float64(coordinate.Draw(t, "x")), Y: float64(coordinate.Draw(t, "y"))}
		}
		return line
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn.Draw(t, "a"), drawn.Draw(t, "b")
		if got, want := diagram.Crossings(a, b), crossedPieces(a, b); got != want {
			t.Fatalf("%d, want %d", got, want)
		}
	})
}

// TestDrawingsCountEachCrossing compares the count of a whole drawing, which is made once, with that of all pairs of pieces.
func TestDrawingsCountEachCrossing(t *testing.T) {
	crossed := false
	for _, scene := range samples() {
		drawing := arrange(t, scene)
		lines := make([][]layout.Point, len(drawing.Edges))
		want := 0
		for i, edge := range drawing.Edges {
			for _, curve := range edge.Curves {
				lines[i] = append(lines[i], diagram.Flatten(curve)...)
			}
			for _, other := range lines[:i] {
				want += crossedPieces(lines[i], other)
			}
		}
		crossed = crossed || want > 0
		if got := drawing.Crossings(); got != want {
			t.Errorf("%s: %d crossings, want %d", scene.ID, got, want)
		}
	}
	if !crossed {
		t.Error("no sample has a crossing")
	}
}

// crossedPieces counts the pairs of pieces that cross, each with each.
func crossedPieces(a, b []layout.Point) int {
	count := 0
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			if apart(a[i-1], a[i], b[j-1], b[j]) && apart(b[j-1], b[j], a[i-1], a[i]) {
				count++
			}
		}
	}
	return count
}

// apart tells whether c and d lie on different sides of the line through a and b.
func apart(a, b, c, d layout.Point) bool {
	side := func(p layout.Point) float64 { return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X) }
	return side(c) > 0 && side(d) < 0 || side(c) < 0 && side(d) > 0
}

func TestFlattenKeepsEnds(t *testing.T) {
	end := layout.Point{X: 40, Y: 0}
	line := diagram.Flatten(layout.Curve{Points: points(0, 0, 10, 20, 20, 20, 30, 0), End: &end})
	if line[0] != (layout.Point{}) || line[len(line)-1] != end || line[len(line)-2] != (layout.Point{X: 30}) {
		t.Errorf("%v", line)
	}
}
