package diagram

import "github.com/harmpath/harmpath/render/diagram/picture"

// Icon is a mark that says what kind of thing a node is. The empty Icon draws none; an unknown one draws a plain square.
type Icon string

// The icons.
const (
	IconPhone        Icon = "phone"
	IconComputer     Icon = "computer"
	IconCloud        Icon = "cloud"
	IconServer       Icon = "server"
	IconRouter       Icon = "router"
	IconInternet     Icon = "internet"
	IconNetwork      Icon = "network"
	IconController   Icon = "controller"
	IconAppliance    Icon = "appliance"
	IconHeater       Icon = "heater"
	IconSensor       Icon = "sensor"
	IconActuator     Icon = "actuator"
	IconCamera       Icon = "camera"
	IconRobot        Icon = "robot"
	IconPLC          Icon = "plc"
	IconSafety       Icon = "safety"
	IconVehicle      Icon = "vehicle"
	IconMachine      Icon = "machine"
	IconPerson       Icon = "person"
	IconOrganisation Icon = "organisation"
	IconAttacker     Icon = "attacker"
	IconDocument     Icon = "document"
	IconData         Icon = "data"
	IconKey          Icon = "key"
	IconMeasure      Icon = "measure"
	IconSafeguard    Icon = "safeguard"
	IconEffect       Icon = "effect"
	IconInjury       Icon = "injury"
	IconCondition    Icon = "condition"
	IconRule         Icon = "rule"
	IconRadio        Icon = "radio"
	IconSoftware     Icon = "software"
)

// iconSize is the side of the square in which icons are given.
const iconSize = 24

// stroke is a part of an icon.
type stroke struct {
	path   picture.Path
	filled bool // else drawn as a line
}

func lines(paths ...picture.Path) []stroke {
	strokes := make([]stroke, len(paths))
	for i, path := range paths {
		strokes[i].path = path
	}
	return strokes
}

func dots(strokes []stroke, paths ...picture.Path) []stroke {
	for _, path := range paths {
		strokes = append(strokes, stroke{path, true})
	}
	return strokes
}

// segments is a path of straight lines between the coordinates of each list.
func segments(lists ...[]float64) picture.Path {
	var path picture.Path
	for _, list := range lists {
		for i := 0; i+1 < len(list); i += 2 {
			if i == 0 {
				path = path.MoveTo(list[0], list[1])
				continue
			}
			path = path.LineTo(list[i], list[i+1])
		}
	}
	return path
}

type xy = []float64

// DrawIcon paints an icon into the square at (x, y) of the given side.
func DrawIcon(icon Icon, x, y, side float64, ink string) []picture.Item {
	if icon == "" {
		return nil
	}
	scale := side / iconSize
	var items []picture.Item
	for _, part := range strokesOf(icon) {
		shape := picture.Shape{Path: part.path.Placed(x, y, scale), Stroke: ink, Width: 1.6 * scale, Round: true}
		if part.filled {
			shape.Fill = ink
		}
		items = append(items, shape)
	}
	return items
}
