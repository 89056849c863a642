package findings

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/review"
)

// Analysis looks at the model and the result with the eyes of a reviewer.
var Analysis = analysis.Analysis{
	Name:  "findings",
	Doc:   `What the author of the model should look at, each with what is wrong, where, why it matters and what to do.`,
	Needs: []string{"paths", "levels", "threats", "exposure", "assumptions", "viewpoints", "lifecycle", "margins"},
	Run:   run,
	Facts: func(*analysis.Pass) []models.Fact { return nil },
}

// question looks for the findings of one kind.
type question struct {
	kind   string // entry of the catalog
	ask    func(*report)
	levels bool // reads levels and consequences alone, and can be asked without an attack graph
}

func questions() []question {
	return []question{
		{kind: "no-independent-safeguard", ask: noIndependentSafeguard},
		{kind: "level-not-determined", ask: levelNotDetermined, levels: true},
		{kind: "level-not-accepted", ask: levelNotAccepted, levels: true},
		{kind: "rationale-contradicts-level", ask: rationaleContradictsLevel, levels: true},
		{kind: "unknown-property-decides", ask: unknownPropertyDecides},
		{kind: "level-rests-on-presumption", ask: levelRestsOnPresumption},
		{kind: "safeguard-without-basis", ask: safeguardWithoutBasis},
		{kind: "shared-input", ask: sharedInput},
		{kind: "threat-without-measure", ask: threatWithoutMeasure},
		{kind: "threat-without-acting-measure", ask: threatWithoutActingMeasure},
		{kind: "viewpoint-lacking", ask: viewpointLacking},
		{kind: "fleet-recall-unanswered", ask: fleetRecallUnanswered},
		{kind: "economic-factor-unknown", ask: economicFactorUnknown, levels: true},
		{kind: "condition-excluded", ask: conditionExcluded},
		{kind: "measure-acts-nowhere", ask: measureActsNowhere},
		{kind: "personal-information-without-effect", ask: personalInformationWithoutEffect},
		{kind: "not-examined", ask: notExamined},
		{kind: "effect-without-cause", ask: effectWithoutCause, levels: true},
		{kind: "profile-without-effect", ask: profileWithoutEffect, levels: true},
		{kind: "data-risk", ask: dataRisk},
		{kind: "statement-of-doubtful-product", ask: doubtfulStatement(models.DoubtfulProduct)},
		{kind: "statement-of-doubtful-version", ask: doubtfulStatement(models.DoubtfulVersion)},
		{kind: "statement-of-doubtful-variant", ask: doubtfulStatement(models.DoubtfulVariant)},
		{kind: "statement-of-one-way", ask: doubtfulStatement(models.DoubtfulWay)},
	}
}

// run puts what it finds beside the findings of the model as read and what reviewing it finds, in the order of the
// catalog. A kind that a user's catalog has taken out is not asked for.
func run(p *analysis.Pass) error {
	p.Result.Findings = append(slices.Clone(p.Remarks), review.Along(p.Case.Ways, p.Case.Catalog)...)
	for _, q := range questions() {
		if kind := p.Case.Catalog.Finding(q.kind); kind != nil && (q.levels || p.HasGraph()) {
			q.ask(&report{Pass: p, kind: kind})
		}
	}
	review.Ordered(p.Result.Findings, p.Case.Catalog)
	return p.Context.Err()
}

// report takes the findings of one kind.
type report struct {
	*analysis.Pass
	kind *models.FindingKind
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
	r.Result.Findings = append(r.Result.Findings, f)
}

// element returns an element of the model as a subject.
func (r *report) element(of models.Sort, id string) subject {
	return subject{id, r.Element(of, id).Name}
}
