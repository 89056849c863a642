package models

import "slices"

// With returns the entries of w, and after them those of other that w lacks.
func (w Words) With(other Words) Words {
	return Words{
		Kinds:         union(w.Kinds, other.Kinds, func(e *Kind) KindID { return e.ID }),
		DeviceClasses: union(w.DeviceClasses, other.DeviceClasses, func(e *DeviceClass) DeviceClassID { return e.ID }),
		States:        union(w.States, other.States, func(e *State) StateID { return e.ID }),
		Properties:    union(w.Properties, other.Properties, func(e *Property) PropertyID { return e.ID }),
		Threats:       union(w.Threats, other.Threats, func(e *Threat) ThreatID { return e.ID }),
		Rules:         union(w.Rules, other.Rules, func(e *Rule) RuleID { return e.ID }),
		Measures:      union(w.Measures, other.Measures, func(e *CatalogMeasure) MeasureID { return e.ID }),
		Requirements:  union(w.Requirements, other.Requirements, func(e *Requirement) RequirementID { return e.ID }),
		Viewpoints:    union(w.Viewpoints, other.Viewpoints, func(e *Viewpoint) ViewpointID { return e.ID }),
		Sensitivities: union(w.Sensitivities, other.Sensitivities, func(e *Sensitivity) SensitivityID { return e.ID }),
		Sites:         union(w.Sites, other.Sites, func(e *Site) SiteID { return e.ID }),
		Findings:      union(w.Findings, other.Findings, func(e *FindingKind) string { return e.ID }),
		Cells:         union(w.Cells, other.Cells, func(e *Cell) string { return e.ID }),
	}
}

func union[E any, K comparable](first, second []E, key func(*E) K) []E {
	known := make(map[K]bool, len(first))
	for i := range first {
		known[key(&first[i])] = true
	}
	out := slices.Clone(first)
	for i := range second {
		if k := key(&second[i]); !known[k] {
			known[k] = true
			out = append(out, second[i])
		}
	}
	return out
}
