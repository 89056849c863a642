package diagram

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

// strikeReach is half the width of the cross over an edge that is crossed out.
const strikeReach = 6.0

// strike paints a cross over the middle of a route.
func (p painter) strike(curve layout.Curve, emphasis Emphasis) picture.Item {
	line := along(Flatten(curve), 2)
	if len(line) == 0 {
		return picture.Group{}
	}
	middle := line[len(line)/2]
	return p.cross(p.origin.X+middle.X, p.origin.Y+middle.Y, emphasis)
}

func (p painter) cross(x, y float64, emphasis Emphasis) picture.Item {
	const r = strikeReach
	path := picture.Path(nil).MoveTo(x-r, y-r).LineTo(x+r, y+r).MoveTo(x-r, y+r).LineTo(x+r, y-r)
	return picture.Shape{Path: path, Stroke: edgeInk(emphasis, p.palette), Width: 2, Round: true}
}
