package figures

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

// icon is the mark of a kind: its own, or that of the nearest ancestor that has one.
func (c *caseView) icon(kind models.KindID) diagram.Icon {
	for _, k := range c.kindLine(kind) {
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

// shape tells networks from things.
func (c *caseView) shape(kind models.KindID) diagram.Shape {
	switch c.icon(kind) {
	case diagram.IconInternet:
		return diagram.ShapeCloud
	case diagram.IconNetwork:
		return diagram.ShapePill
	case diagram.IconSoftware:
		return diagram.ShapeDocument
	}
	return diagram.ShapeBox
}

// profileIcon is the mark of an attacker or of a non-malicious initiator.
func (c *caseView) profileIcon(id models.ProfileID) diagram.Icon {
	switch p := c.profiles[id]; {
	case p == nil || p.Kind.Malicious():
		return diagram.IconAttacker
	case p.Kind == models.Misoperation:
		return diagram.IconPerson
	}
	return diagram.IconEffect
}
