package diagram

import "github.com/harmpath/harmpath/render/layout"

// Passes tells whether a polyline runs through the inside of a box, for tests.
func Passes(line []layout.Point, box layout.Box) bool { return newRoute(line).passes(box) }

// Crossings counts how often two polylines cross, for tests.
func Crossings(a, b []layout.Point) int { return crossings(newRoute(a), newRoute(b)) }
