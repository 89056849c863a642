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
	Needs: []string{"paths", "levels", "threats", "exposure", "assumptions", "viewpoints", "lifecycle"},
	Run:   run,
}

// question looks for the findings of one kind.
type question struct {
	kind string // entry of the catalog
	ask  func(*report)
}

func questions() []question {
	return []question{
		{"no-independent-safeguard", noIndependentSafeguard},
		{"level-not-determined", levelNotDetermined},
		{"level-not-accepted", levelNotAccepted},
		{"rationale-contradicts-level", rationaleContradictsLevel},
		{"unknown-property-decides", unknownPropertyDecides},
		{"threat-without-measure", threatWithoutMeasure},
		{"viewpoint-lacking", viewpointLacking},
		{"shared-node-commands-fleet", sharedNodeCommandsFleet},
		{"economic-factor-unknown", economicFactorUnknown},
		{"condition-excluded", conditionExcluded},
		{"measure-acts-nowhere", measureActsNowhere},
		{"personal-information-without-effect", personalInformationWithoutEffect},
		{"effect-without-cause", effectWithoutCause},
		{"profile-without-effect", profileWithoutEffect},
		{"data-risk", dataRisk},
		{"statement-of-doubtful-product", doubtfulStatement(models.DoubtfulProduct)},
		{"statement-of-doubtful-version", doubtfulStatement(models.DoubtfulVersion)},
		{"statement-of-doubtful-variant", doubtfulStatement(models.DoubtfulVariant)},
		{"statement-of-one-way", doubtfulStatement(models.DoubtfulWay)},
	}
}

// run puts what it finds beside the findings of the model as read and what reviewing it finds, in the order of the
// catalog. A kind that a user's catalog has taken out is not asked for.
func run(p *analysis.Pass) error {
	p.Result.Findings = append(slices.Clone(p.Remarks), review.Along(p.Case.Ways, p.Case.Catalog)...)
	for _, q := range questions() {
		if kind := p.Case.Catalog.Finding(q.kind); kind != nil {
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
