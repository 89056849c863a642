package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
)

// View is one result in one language: what the sections of its document share. It is read only once it is made.
type View struct {
	Language
	Vocabulary
	Result *models.Result
	System *models.System
	Alone  bool // a section is printed by itself, so nothing refers to another

	elements     elements
	components   map[models.ComponentID]*models.Component
	data         map[models.DataID]*models.Data
	effects      map[models.EffectID]*models.Effect
	measures     map[models.MeasureID]*models.Measure
	consequences map[models.EffectID]*models.Consequence
	graphs       map[models.EffectID]*models.ConsequenceGraph
	outlooks     map[models.EffectID]*outlook.Outlook // of the assessed reading
	flows        map[models.FlowID]*models.Flow
	attackers    map[models.ProfileID]bool
	numbers      map[models.MeasureID]string // of the measures in the table by viewpoint
	folder       string                      // that all files of the case have in common
}

// New indexes a result.
func New(result *models.Result, lang models.Lang) *View {
	s := &result.System
	return &View{
		Language: Language{lang}, Vocabulary: NewVocabulary(result), Result: result, System: s,
		elements:     indexElements(result),
		components:   indexBy(s.Components, func(x *models.Component) models.ComponentID { return x.ID }),
		data:         indexBy(s.Data, func(x *models.Data) models.DataID { return x.ID }),
		effects:      indexBy(s.Effects, func(x *models.Effect) models.EffectID { return x.ID }),
		measures:     indexBy(s.Measures, func(x *models.Measure) models.MeasureID { return x.ID }),
		consequences: indexBy(result.Consequences, func(x *models.Consequence) models.EffectID { return x.Effect }),
		graphs:       indexBy(result.Graphs, func(x *models.ConsequenceGraph) models.EffectID { return x.Effect }),
		outlooks:     outlook.Of(result, models.Assessed),
		flows:        indexBy(s.Flows, func(x *models.Flow) models.FlowID { return x.ID }),
		attackers:    attackersOf(s),
		numbers:      numberMeasures(s),
		folder:       commonFolder(result),
	}
}

func attackersOf(s *models.System) map[models.ProfileID]bool {
	out := map[models.ProfileID]bool{}
	for i := range s.Attackers {
		out[s.Attackers[i].ID] = true
	}
	return out
}

// Component finds a component of the case by its id; nil where there is none.
func (v *View) Component(id models.ComponentID) *models.Component { return v.components[id] }

// Data finds a data item of the case by its id; nil where there is none.
func (v *View) Data(id models.DataID) *models.Data { return v.data[id] }

// Effect finds an effect that the case states by its id; nil where there is none, as for those derived from data.
func (v *View) Effect(id models.EffectID) *models.Effect { return v.effects[id] }

// Measure finds a measure of the case by its id; nil where there is none.
func (v *View) Measure(id models.MeasureID) *models.Measure { return v.measures[id] }

// Consequence finds what the result says of an effect; nil where it says nothing.
func (v *View) Consequence(id models.EffectID) *models.Consequence { return v.consequences[id] }

// Graph finds the attack graph of an effect; nil where there is none.
func (v *View) Graph(id models.EffectID) *models.ConsequenceGraph { return v.graphs[id] }

// MeasureNo is the number that a measure has in the table by viewpoint; empty where it is not in it.
func (v *View) MeasureNo(id models.MeasureID) string { return v.numbers[id] }

// Title is what the document calls the case.
func (v *View) Title() models.Text {
	if !v.System.FullTitle.Empty() {
		return v.System.FullTitle
	}
	return v.System.Title
}
