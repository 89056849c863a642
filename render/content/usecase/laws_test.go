package usecase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// drawn is a result with a few elements of each sort that the document lists, each with a name of its own, and what the
// analysis might say of them. Half of the references between them are drawn, and may be none.
func drawn(t *rapid.T) *models.Result {
	few := func(what string) int { return rapid.IntRange(0, 3).Draw(t, what) }
	yes := func(what string) bool { return rapid.Bool().Draw(t, what) }
	origin := func(what string) models.Origin {
		if yes(what) {
			return models.Origin{Source: models.Inferred}
		}
		return models.Origin{Source: "S"}
	}
	name := func(sort string, i int) models.Text {
		return models.Text{JA: fmt.Sprintf("名%s%d号", sort, i), EN: fmt.Sprintf("name %s %d.", sort, i)}
	}
	r := &models.Result{}
	s := &r.System
	for i := range few("zones") {
		s.Zones = append(s.Zones, models.Zone{ID: models.ZoneID(fmt.Sprint("z", i)), Name: name("zone", i)})
	}
	for i := range few("data") {
		s.Data = append(s.Data, models.Data{Origin: origin("data"), ID: models.DataID(fmt.Sprint("d", i)), Name: name("data", i), Sensitivity: "general"})
	}
	for i := range few("components") {
		c := models.Component{Origin: origin("component"), ID: models.ComponentID(fmt.Sprint("c", i)), Name: name("component", i), Kind: "k", Layer: i, DrawnOnly: yes("drawn only")}
		if len(s.Zones) > 0 {
			c.Zone = s.Zones[i%len(s.Zones)].ID
		}
		for _, d := range s.Data {
			if yes("stores") {
				c.Stores = append(c.Stores, d.ID)
			}
		}
		s.Components = append(s.Components, c)
		r.Components = append(r.Components, models.ComponentResult{Component: c.ID})
	}
	for i := range few("stakeholders") {
		h := models.Stakeholder{Origin: origin("stakeholder"), ID: models.StakeholderID(fmt.Sprint("s", i)), Name: name("stakeholder", i), Lead: i == 0}
		for _, c := range s.Components {
			if yes("makes") {
				h.Makes = append(h.Makes, c.ID)
			}
		}
		if i > 0 {
			h.Relations = []models.Relationship{{To: "s0", Does: name("relation", i)}}
		}
		s.Stakeholders = append(s.Stakeholders, h)
	}
	if len(s.Components) > 0 {
		for i := range few("flows") {
			f := models.Flow{Origin: origin("flow"), ID: models.FlowID(fmt.Sprint("f", i)), Name: name("flow", i), From: "c0", To: s.Components[i%len(s.Components)].ID, Nature: models.CommandFlow}
			f.Seq = rapid.IntRange(0, 3).Draw(t, "seq")
			s.Flows = append(s.Flows, f)
		}
	}
	for i := range few("effects") {
		id := models.EffectID(fmt.Sprint("e", i))
		s.Effects = append(s.Effects, models.Effect{Origin: origin("effect"), ID: id, Name: name("effect", i)})
		c := models.Consequence{Effect: id, Name: name("effect", i)}
		c.Reachable.Inherent.Reachable = yes("inherent")
		c.Reachable.Assessed.Reachable = c.Reachable.Inherent.Reachable && yes("assessed")
		r.Consequences = append(r.Consequences, c)
	}
	for i := range few("safeguards") {
		s.Safeguards = append(s.Safeguards, models.Safeguard{Origin: origin("safeguard"), ID: models.SafeguardID(fmt.Sprint("g", i)), Name: name("safeguard", i), Guards: []string{"e0"}, Independence: models.Mechanical})
	}
	for i := range few("conditions") {
		s.Conditions = append(s.Conditions, models.Condition{ID: models.ConditionID(fmt.Sprint("n", i)), Name: name("condition", i), Excluded: yes("excluded")})
	}
	for i := range few("attackers") {
		p := models.Profile{ID: models.ProfileID(fmt.Sprint("p", i)), Name: name("attacker", i), Kind: models.RemoteAttacker}
		s.Attackers = append(s.Attackers, p)
		r.Levels.ByProfile = append(r.Levels.ByProfile, models.ProfileLevels{Profile: p.ID, Malicious: true})
	}
	for i := range few("measures") {
		m := models.Measure{Origin: origin("measure"), ID: models.MeasureID(fmt.Sprint("m", i)), Requirement: name("requirement", i), Text: name("measure", i), No: rapid.IntRange(0, 2).Draw(t, "no")}
		if m.Status = models.Adopted; yes("by viewpoint") {
			m.Viewpoint, m.Status = "v", ""
		}
		s.Measures = append(s.Measures, m)
	}
	for i := range few("assumptions") {
		s.Assumptions = append(s.Assumptions, models.Assumption{ID: models.AssumptionID(fmt.Sprint("a", i)), Text: name("assumption", i)})
	}
	for i := range few("sources") {
		s.Sources = append(s.Sources, models.Citation{ID: fmt.Sprint("q", i), Text: name("source", i), Sections: []models.Section{models.SectionThreats}})
	}
	return r
}

// TestEveryElementIsInTheDocument: whatever the case has is named in its document, in each language, and the document holds
// together.
func TestEveryElementIsInTheDocument(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawn(rt)
		for _, lang := range models.Langs() {
			doc := Build(r, lang)
			rendertest.SoundDocument(t, &doc)
			text := strings.Join(rendertest.Lines(&doc), "\n")
			for _, sort := range models.Sorts() {
				for _, x := range sort.Items(&r.System) {
					if sort.Sort == models.ZoneSort { // named by what stands in them
						continue
					}
					if name := x.Name.In(lang); name != "" && !strings.Contains(text, name) {
						rt.Errorf("%s: the %s %s, “%s”, is not in the document", lang, sort.Sort, x.ID, name)
					}
				}
			}
		}
	})
}

// TestDocumentsHoldTogether: the documents that every output is tried with hold together, also that about requirements.
func TestDocumentsHoldTogether(t *testing.T) {
	hostile := rendertest.Hostile()
	for name, r := range map[string]*models.Result{"case": rendertest.Case(), "empty": {}, "lives": rendertest.Lives(), "hostile": hostile, "comply": complying()} {
		for _, lang := range models.Langs() {
			if len(r.Compliance) > 0 {
				doc := Compliance(r, lang)
				rendertest.SoundDocument(t, &doc)
			}
			t.Run(name+" "+string(lang), func(t *testing.T) {
				doc := Build(r, lang)
				rendertest.SoundDocument(t, &doc)
			})
		}
	}
}

// TestOneMoreSection: a section is one more function in the list; its number and those of its figures and tables follow
// from where it stands, and one for which the case states nothing is left out.
func TestOneMoreSection(t *testing.T) {
	more := func(v *phrasing.View) content.Section {
		table := v.Table("more", words.CaseTitle, v.Column(words.CaseTitle, 1))
		table.Rows = []content.Row{{content.CellOf(v.Line(v.Title()))}}
		return v.Section("more", words.Preparation, words.CaseTitle, table)
	}
	none := func(*phrasing.View) content.Section { return content.Section{} }
	before := build(phrasing.New(rendertest.Case(), models.English), sections())
	after := build(phrasing.New(rendertest.Case(), models.English), slices.Insert(sections(), 1, more, none))
	doc := content.Document{Sections: after}
	rendertest.SoundDocument(t, &doc)
	if len(after) != len(before)+1 || after[1].ID != "more" || after[1].Number != "2" || after[2].Number != "3" {
		t.Errorf("%d sections became %d, the new one is %s %s", len(before), len(after), after[1].Number, after[1].ID)
	}
	was, is := rendertest.Table(t, before, "components").No, rendertest.Table(t, after, "components").No
	if no := rendertest.Table(t, after, "more").No; no != 1 || is != was+1 {
		t.Errorf("the new table is table %d; table %d became table %d", no, was, is)
	}
}
