package change

import "github.com/harmpath/harmpath/models"

// find returns the element with the id, or nil.
func find[E any](list []E, wanted string, id func(*E) string) *E {
	for i := range list {
		if id(&list[i]) == wanted {
			return &list[i]
		}
	}
	return nil
}

func components(s *models.System) []models.Component    { return s.Components }
func flows(s *models.System) []models.Flow              { return s.Flows }
func dataItems(s *models.System) []models.Data          { return s.Data }
func conditions(s *models.System) []models.Condition    { return s.Conditions }
func dependencies(s *models.System) []models.Dependency { return s.Dependencies }
func effects(s *models.System) []models.Effect          { return s.Effects }
func safeguards(s *models.System) []models.Safeguard    { return s.Safeguards }
func events(s *models.System) []models.Event            { return s.Events }
func measures(s *models.System) []models.Measure        { return s.Measures }

func stakeholders(s *models.System) []models.Stakeholder { return s.Stakeholders }

func stakeholderID(e *models.Stakeholder) string { return string(e.ID) }
func componentID(e *models.Component) string     { return string(e.ID) }
func flowID(e *models.Flow) string               { return string(e.ID) }
func dataID(e *models.Data) string               { return string(e.ID) }
func conditionID(e *models.Condition) string     { return string(e.ID) }
func dependencyID(e *models.Dependency) string   { return string(e.ID) }
func effectID(e *models.Effect) string           { return string(e.ID) }
func safeguardID(e *models.Safeguard) string     { return string(e.ID) }
func eventID(e *models.Event) string             { return string(e.ID) }
func measureID(e *models.Measure) string         { return string(e.ID) }
func profileID(e *models.Profile) string         { return string(e.ID) }

// ids lists the ids of the elements of one sort.
func ids(s *models.System, kind string) []string {
	switch kind {
	case "attacker":
		return each(s.Attackers, profileID)
	case "component":
		return each(s.Components, componentID)
	case "dataflow":
		return each(s.Flows, flowID)
	case "data":
		return each(s.Data, dataID)
	case "condition":
		return each(s.Conditions, conditionID)
	case "dependency":
		return each(s.Dependencies, dependencyID)
	case "event":
		return each(s.Events, eventID)
	case "effect":
		return each(s.Effects, effectID)
	case "safeguard":
		return each(s.Safeguards, safeguardID)
	case "measure":
		return each(s.Measures, measureID)
	}
	return nil
}

func each[E any](list []E, id func(*E) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}
