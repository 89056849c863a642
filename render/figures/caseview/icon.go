package caseview

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
)

// marks are the icons of the catalog's marks.
var marks = map[string]diagram.Icon{
	"phone": diagram.IconPhone, "computer": diagram.IconComputer, "cloud": diagram.IconCloud, "server": diagram.IconServer,
	"relay": diagram.IconRadio, "router": diagram.IconRouter, "internet": diagram.IconInternet, "network": diagram.IconNetwork,
	"controller": diagram.IconController, "appliance": diagram.IconAppliance, "heater": diagram.IconHeater,
	"sensor": diagram.IconSensor, "actuator": diagram.IconActuator, "camera": diagram.IconCamera, "robot": diagram.IconRobot,
	"plc": diagram.IconPLC, "safety": diagram.IconSafety, "vehicle": diagram.IconVehicle, "drone": diagram.IconVehicle,
	"machine": diagram.IconMachine, "part": diagram.IconSoftware, "software": diagram.IconSoftware,
	"device": diagram.IconAppliance, "component": diagram.IconAppliance, "data": diagram.IconData,
}

// Icon is the mark of a kind: its own, or that of the nearest ancestor that has one.
func (c *Case) Icon(kind models.KindID) diagram.Icon {
	for _, k := range c.KindLine(kind) {
		if k.Mark == "" {
			continue
		}
		if known, there := marks[k.Mark]; there {
			return known
		}
		return diagram.Icon(k.Mark)
	}
	return diagram.IconAppliance
}

// Shape tells networks from things.
func (c *Case) Shape(kind models.KindID) diagram.Shape {
	switch c.Icon(kind) {
	case diagram.IconInternet:
		return diagram.ShapeCloud
	case diagram.IconNetwork:
		return diagram.ShapePill
	case diagram.IconSoftware:
		return diagram.ShapeDocument
	}
	return diagram.ShapeBox
}

// ProfileIcon is the mark of an attacker or of a non-malicious initiator.
func (c *Case) ProfileIcon(id models.ProfileID) diagram.Icon {
	switch p := c.Profiles[id]; {
	case p == nil || p.Kind.Malicious():
		return diagram.IconAttacker
	case p.Kind == models.Misoperation:
		return diagram.IconPerson
	}
	return diagram.IconEffect
}
