package review

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// question looks for the findings of one kind.
type question struct {
	kind string // entry of the catalog
	ask  func(*report)
}

func questions() []question {
	return []question{
		{"way-has-a-gap", wayHasAGap},
		{"remote-operation-forbidden", remoteOperationForbidden},
		{"no-responsible-stakeholder", noResponsibleStakeholder},
		{"device-class-unstated", deviceClassUnstated},
		{"attached-to-nothing", attachedToNothing},
		{"gateway-with-one-side", gatewayWithOneSide},
		{"separate-but-joined", separateButJoined},
		{"passage-unstated", passageUnstated},
		{"attachment-unstated", attachmentUnstated},
		{"who-shares-what", whoSharesWhat},
		{"same-name", sameName},
		{"measure-without-stakeholder", measureWithoutStakeholder},
		{"decision-without-reason", decisionWithoutReason},
		{"overcome-without-step", overcomeWithoutStep},
		{"unused-element", unusedElement},
		{"no-attacker", noAttacker},
		{"assumption-without-owner", assumptionWithoutOwner},
		{"spelling-differs", spellingDiffers},
	}
}

// System returns the findings about a case that passed its checks, in the order of the catalog's kinds. A kind that a
// user's catalog has taken out is not asked for.
func System(system *models.System, catalog *models.Catalog) []models.Finding {
	return Along(topology.New(system).Ways(catalog), catalog)
}

// Along is System for whoever has followed the ways of the case already.
func Along(ways *topology.Ways, catalog *models.Catalog) []models.Finding {
	r := report{system: ways.System, catalog: catalog, ways: ways}
	for _, q := range questions() {
		if r.kind = catalog.Finding(q.kind); r.kind != nil {
			q.ask(&r)
		}
	}
	return Ordered(r.out, catalog)
}

// Ordered puts findings into the order of their kinds in the catalog. Those of one kind stay as they are.
func Ordered(findings []models.Finding, catalog *models.Catalog) []models.Finding {
	place := make(map[string]int, len(catalog.Findings))
	for i := range catalog.Findings {
		place[catalog.Findings[i].ID] = i
	}
	slices.SortStableFunc(findings, func(a, b models.Finding) int { return cmp.Compare(place[a.Kind], place[b.Kind]) })
	return findings
}

// report takes the findings of one kind.
type report struct {
	system  *models.System
	catalog *models.Catalog
	ways    *topology.Ways
	kind    *models.FindingKind
	out     []models.Finding
}

// subject is what a finding is about: the {1}, {2}, … of its text.
type subject struct {
	id   string
	name models.Text
}

func (r *report) add(at models.Place, subjects ...subject) {
	f := models.Finding{Kind: r.kind.ID, Severity: r.kind.Severity, At: at}
	for _, s := range subjects {
		f.Subjects = append(f.Subjects, s.id)
		f.Names = append(f.Names, s.name)
	}
	r.out = append(r.out, f)
}

// component returns a component as a subject.
func component(c *models.Component) subject {
	return subject{string(c.ID), named(c.Name, string(c.ID))}
}

// named is a name, or the id of what has none.
func named(name models.Text, id string) models.Text {
	if name.Empty() {
		return models.Plain(id)
	}
	return name
}
