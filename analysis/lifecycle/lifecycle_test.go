package lifecycle_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/lifecycle"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

func TestRisks(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "lives.yaml", []analysis.Analysis{lifecycle.Analysis})
}

func TestTexts(t *testing.T) {
	r := analysistest.Run(t, os.DirFS("testdata"), "lives.yaml", []analysis.Analysis{lifecycle.Analysis})
	at := slices.IndexFunc(r.DataRisks, func(d models.DataRisk) bool { return d.Risk == "easy_matching_possible" })
	want := models.Text{JA: "購買とMembersの容易な照合が可能（Clerk、Desk）", EN: "Purchases and Members are easily matched (Clerk, Desk)"}
	if diff := cmp.Diff(want, r.DataRisks[at].Text); diff != "" {
		t.Error(diff)
	}
}

// TestLaws: presenting a purpose, naming a right holder, anonymising and closing a flow never bring a risk along; who may see
// less never matches more.
func TestLaws(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := drawLives(t)
		before := risks(t, s, known)
		switch rapid.IntRange(0, 4).Draw(t, "change") {
		case 0:
			for i := range s.Events {
				if s.Events[i].Nature == models.GenerateEvent {
					s.Events[i].Announces = []models.PurposeID{"p0", "p1"}
				}
			}
		case 1:
			for i := range s.Data {
				s.Data[i].Attributes.RightHolders = []models.StakeholderID{"s0", "s1"}
			}
		case 2:
			for i := range s.Events {
				s.Events[i].Anonymises = models.True
			}
		case 3:
			for i := range s.Flows {
				s.Flows[i].Closed = true
			}
		case 4:
			for i := range s.Data {
				s.Data[i].Attributes.Disclosure = nil
			}
		}
		for _, risk := range risks(t, s, known) {
			if !slices.Contains(before, risk) {
				t.Fatalf("%v is new", risk)
			}
		}
	})
}

// risks are the risks of a system, each by its rule and where it lies.
func risks(t *rapid.T, s *models.System, known *models.Catalog) [][2]string {
	result, err := analysis.Run(t.Context(), s, known, []analysis.Analysis{lifecycle.Analysis}, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := make([][2]string, len(result.DataRisks))
	for i, d := range result.DataRisks {
		out[i] = [2]string{string(d.Risk), d.Subject}
	}
	return out
}

// drawLives draws a system of a few data that pass through events, cycles among them.
func drawLives(t *rapid.T) *models.System {
	some := func(label string, words ...string) []string {
		return slices.DeleteFunc(words, func(string) bool { return rapid.Bool().Draw(t, label) })
	}
	s := &models.System{
		Harmpath: "1", ID: "drawn", Title: models.Plain("Drawn"), Site: "consumer",
		Zones: []models.Zone{{ID: "z", Name: models.Plain("Z")}},
		Stakeholders: []models.Stakeholder{
			{ID: "s0", Name: models.Plain("S0"), Uses: []models.ComponentID{"c0", "c1"}}, {ID: "s1", Name: models.Plain("S1"), Uses: []models.ComponentID{"c1"}},
		},
		Fields: []models.Field{
			{ID: "f0", Name: models.Plain("F0"), Norms: ids[models.NormID](some("norm", "purpose_limitation", "easy_matching", "third_party_provision", "anonymisation")),
				Purposes: []models.Purpose{{ID: "p0", Name: models.Plain("P0")}, {ID: "p1", Name: models.Plain("P1")}}},
			{ID: "f1", Name: models.Plain("F1"), Norms: []models.NormID{"rights_of_holders"}},
		},
	}
	for i, c := range []models.ComponentID{"c0", "c1"} {
		s.Components = append(s.Components, models.Component{ID: c, Name: models.Plain(string(c)), Kind: "computer", Zone: "z", Stores: ids[models.DataID](some("stores", "d0", "d1", "d2")[:])})
		s.Flows = append(s.Flows, models.Flow{ID: models.FlowID([]string{"a", "b"}[i]), From: c, To: []models.ComponentID{"c1", "c0"}[i], Nature: models.TelemetryFlow, Carries: ids[models.DataID](some("carries", "d0", "d1", "d2", "d3"))})
	}
	for _, d := range []models.DataID{"d0", "d1", "d2", "d3"} {
		category := rapid.SampledFrom([]models.CategoryID{"personal_information", "person_related_information", "non_personal_information"}).Draw(t, "category")
		s.Data = append(s.Data, models.Data{
			ID: d, Name: models.Plain(string(d)), Sensitivity: "general_personal", Fields: ids[models.FieldID](some("field", "f0", "f1")),
			Attributes: &models.DataAttributes{
				Categories: []models.CategoryID{category}, Keys: ids[models.DataID](some("key", "k")),
				Disclosure: ids[models.StakeholderID](some("discloses", "s0", "s1")), RightHolders: ids[models.StakeholderID](some("holder", "s0", "s1")),
			},
		})
	}
	s.Data = append(s.Data, models.Data{ID: "k", Name: models.Plain("K"), Sensitivity: "identifier", Attributes: &models.DataAttributes{}})
	for _, e := range []models.EventID{"e0", "e1", "e2"} {
		nature := rapid.SampledFrom([]models.EventNature{models.GenerateEvent, models.ProcessEvent}).Draw(t, "nature")
		s.Events = append(s.Events, models.Event{ID: e, Nature: nature, From: ids[models.DataID](some("from", "d0", "d1", "d2", "d3")), To: ids[models.DataID](some("to", "d0", "d1", "d2", "d3")), Purposes: ids[models.PurposeID](some("purpose", "p0", "p1"))})
	}
	return s
}

func ids[ID ~string](words []string) []ID {
	out := make([]ID, len(words))
	for i, w := range words {
		out[i] = ID(w)
	}
	return out
}
