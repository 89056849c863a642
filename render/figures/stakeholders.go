package figures

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// partyWidth is the width of a party's text: two parties stand side by side on a page.
const partyWidth = 196.0

// stakeholders shows the parties, each with its definition and its assets, and what they do for each other.
func stakeholders(of *caseview.Case) []plate.Figure {
	c := &systemView{Case: of}
	if len(c.System.Stakeholders) == 0 {
		return nil
	}
	s := c.Scene(render.StakeholderDrawing, words.StakeholdersTitle)
	known := map[models.StakeholderID]bool{}
	lead := false
	for i := range c.System.Stakeholders {
		party := &c.System.Stakeholders[i]
		known[party.ID] = true
		lead = lead || party.Lead
		s.Nodes = append(s.Nodes, c.party(party))
	}
	relations := 0
	for i := range c.System.Stakeholders {
		party := &c.System.Stakeholders[i]
		for j, r := range party.Relations {
			if !known[r.To] || r.To == party.ID {
				continue
			}
			relations++
			s.Edges = append(s.Edges, diagram.Edge{
				ID: fmt.Sprintf("relation-%s-%d", party.ID, j+1), From: partyNode(party.ID), To: partyNode(r.To),
				Label: []diagram.Line{{Text: c.Say(r.Does)}},
			})
		}
	}
	if lead {
		s.Legend = append(s.Legend, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeGoal, Text: c.Say(words.LeadMark)})
	}
	if relations > 0 {
		s.Legend = append(s.Legend, diagram.Entry{Sample: diagram.SampleLine, Text: c.Say(words.RelationLine)})
	}
	return []plate.Figure{{ID: s.ID, Title: words.StakeholdersTitle, Scenes: []plate.Variant{{Scene: s}}}}
}

func partyNode(id models.StakeholderID) string { return "party-" + string(id) }

// party is a stakeholder's box: who it is, and what is its own in the case.
func (c *systemView) party(party *models.Stakeholder) diagram.Node {
	n := diagram.Node{
		ID: partyNode(party.ID), Icon: c.partyIcon(party), MaxWidth: partyWidth,
		Label: []diagram.Line{{Text: c.Called(models.StakeholderSort, string(party.ID)), Tone: diagram.ToneStrong}},
	}
	if party.Lead {
		n.Badge, n.Shape = c.Say(words.LeadBadge), diagram.ShapeGoal
	}
	if text := c.Say(party.Definition); text != "" {
		n.Label = append(n.Label, diagram.Line{Text: text, Tone: diagram.ToneSmall})
	}
	for _, asset := range c.assets(party) {
		n.Label = append(n.Label, diagram.Line{Text: c.Say(words.AssetBullet) + asset, Tone: diagram.ToneSmallStrong})
	}
	return n
}

// partyIcon tells people, who use and own, from organisations.
func (c *systemView) partyIcon(party *models.Stakeholder) diagram.Icon {
	if len(party.Makes)+len(party.Supplies)+len(party.Operates)+len(party.Maintains) == 0 && len(party.Uses) > 0 {
		return diagram.IconPerson
	}
	return diagram.IconOrganisation
}

// maxAssets is how many assets a party's box lists.
const maxAssets = 6

// assets are what the author draws with a party, or else the components that it has to do with.
func (c *systemView) assets(party *models.Stakeholder) []string {
	var out []string
	for _, a := range party.Assets {
		out = append(out, c.Say(a))
	}
	if len(out) == 0 {
		seen := map[models.ComponentID]bool{}
		for _, duty := range models.Duties() {
			for _, id := range party.Of(duty) {
				if !seen[id] {
					seen[id] = true
					out = append(out, c.Called(models.ComponentSort, string(id)))
				}
			}
		}
	}
	if len(out) > maxAssets {
		rest := len(out) - maxAssets + 1
		out = append(out[:maxAssets-1], c.Fill(words.AndMore, "n", fmt.Sprint(rest)))
	}
	return out
}
