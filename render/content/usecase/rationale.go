package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// rationale sets the author's reasons beside what the levels are derived from.
func rationale(v *phrasing.View) content.Section {
	t := v.Table("rationale", words.RationaleTable,
		v.Head(words.ColumnAxis, 4), v.Head(words.ColumnViewpointOf, 4), v.Column(words.ColumnAuthor, 6), v.Column(words.ColumnDerived, 8))
	r := v.System.Rationale
	published := v.Result.Levels.Published.Assessed
	first := content.Join(v.Colon(), v.Line(words.RecoveryAxis), v.RecoveryLevel(&published))
	second := content.Join(v.Colon(), v.Line(words.EconomicAxis), v.EconomicLevel(&published))
	add := func(axis content.Line, viewpoint, author models.Text, derived []content.Line) {
		if !published.Determined() {
			derived = []content.Line{v.Quiet(models.NotDetermined())}
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(axis), content.CellOf(v.Strong(viewpoint)), v.OrNotStated(author), content.CellOf(derived...)})
	}
	add(first, words.PrivacyViewpoint, r.Recovery.Privacy, derivedPrivacy(v))
	add(first, words.SafetyViewpoint, r.Recovery.Safety, derivedSafety(v))
	add(first, words.LevelBasis, claimedRecovery(v), recoveryBasis(v, &published))
	add(second, words.InternalViewpoint, r.Economic.Internal, []content.Line{v.Quiet(words.InternalNoLevel)})
	add(second, words.ExternalViewpoint, r.Economic.External, derivedEconomic(v, func(e *models.EconomicImpact) models.Text { return words.Scope(e.Scope) }))
	add(second, words.DurationViewpoint, r.Economic.Duration, derivedEconomic(v, func(e *models.EconomicImpact) models.Text { return words.Duration(e.Duration) }))
	add(second, words.SubstituteViewpoint, r.Economic.Substitutability, derivedEconomic(v, func(e *models.EconomicImpact) models.Text { return words.Substitutable(e.Substitutable) }))
	add(second, words.IndirectViewpoint, r.Economic.Indirect, derivedEconomic(v, func(e *models.EconomicImpact) models.Text { return words.Recall(e.LargeRecall) }))
	add(second, words.LevelBasis, claimedEconomic(v), economicBasis(v, &published))
	t.Merge(0, -1, nil)
	section := v.Section("rationale", words.Evaluation, words.RationaleTitle, v.Paragraph(words.RationaleLead), t)
	if !r.Note.Empty() {
		section.Add(v.Note(r.Note))
	}
	return section.With(contradictions(v)...)
}

func claimedRecovery(v *phrasing.View) models.Text {
	if level := v.System.Rationale.Recovery.Level; level != nil {
		return words.Recovery(*level)
	}
	return models.Text{}
}

func claimedEconomic(v *phrasing.View) models.Text {
	if level := v.System.Rationale.Economic.Level; level != nil {
		return words.Economic(*level)
	}
	return models.Text{}
}

// assessed lists the consequences that are reachable in the assessed reading and of which keep holds.
func assessed(v *phrasing.View, keep func(*models.Consequence) bool) []*models.Consequence {
	var out []*models.Consequence
	for i := range v.Result.Consequences {
		c := &v.Result.Consequences[i]
		if c.Reachable.Assessed.Reachable && keep(c) {
			out = append(out, c)
		}
	}
	return out
}

func derivedPrivacy(v *phrasing.View) []content.Line {
	var lines []content.Line
	for _, c := range assessed(v, func(c *models.Consequence) bool { return c.Harm != nil && len(c.Harm.Discloses) > 0 }) {
		data := content.Each(c.Harm.Discloses, func(id models.DataID) content.Line { return phrasing.DataWithClass(v, id) })
		lines = append(lines, content.Join(v.Colon(), v.Called(models.EffectSort, string(c.Effect)), content.Join(v.Comma(), data...)))
	}
	return v.LinesOr(lines, words.NoDisclosure)
}

func derivedSafety(v *phrasing.View) []content.Line {
	var lines []content.Line
	for _, c := range assessed(v, func(c *models.Consequence) bool { return phrasing.Injures(c.Harm) }) {
		lines = append(lines, content.Join(v.Colon(), v.Called(models.EffectSort, string(c.Effect)), phrasing.Injury(v, c.Harm)))
	}
	return v.LinesOr(lines, words.NoInjury)
}

func derivedEconomic(v *phrasing.View, factor func(*models.EconomicImpact) models.Text) []content.Line {
	var lines []content.Line
	for _, c := range assessed(v, func(c *models.Consequence) bool { return c.Economic != nil }) {
		lines = append(lines, content.Join(v.Colon(), v.Called(models.EffectSort, string(c.Effect)), v.Line(factor(c.Economic))))
	}
	return v.LinesOr(lines, words.NoEconomicEffect)
}

// contradiction is the kind of the findings about levels that the author states and that differ from those derived.
const contradiction = "rationale-contradicts-level"

// contradictions repeats the findings about the author's own levels, where they are read.
func contradictions(v *phrasing.View) []content.Block {
	var blocks []content.Block
	for i := range v.Result.Findings {
		f := &v.Result.Findings[i]
		if f.Kind == contradiction {
			blocks = append(blocks, content.Notice{Tone: content.Caution, Text: findingWhat(v, f)})
		}
	}
	if published := &v.Result.Levels.Published.Assessed; len(blocks) == 0 && published.Determined() && (v.System.Rationale.Recovery.Level != nil || v.System.Rationale.Economic.Level != nil) {
		blocks = append(blocks, v.Remark(words.NoContradiction))
	}
	return blocks
}

// recoveryBasis says what the level of a pair on axis 1 rests on, one consequence a line.
func recoveryBasis(v *phrasing.View, p *models.LevelPair) []content.Line {
	if !p.Determined() {
		return []content.Line{v.Missing(p)}
	}
	var lines []content.Line
	for _, basis := range p.Recovery.Basis {
		lines = append(lines, content.Join(v.Colon(),
			v.Called(models.EffectSort, string(basis.Effect)),
			v.Line(words.Criterion(basis.Criterion))))
	}
	return v.LinesOr(lines, words.NoRecoveryBasis)
}

// economicBasis says what the level of a pair on axis 2 rests on, one consequence a line.
func economicBasis(v *phrasing.View, p *models.LevelPair) []content.Line {
	if !p.Determined() {
		return []content.Line{v.Missing(p)}
	}
	var lines []content.Line
	for _, basis := range p.Economic.Basis {
		said := content.Each(basis.Met, func(c models.Criterion) content.Line { return v.Line(words.Criterion(c)) })
		for _, c := range basis.Unknown {
			said = append(said, v.Fill(words.UnknownCriterion, phrasing.Roles{"criterion": v.Line(words.Criterion(c))}))
		}
		if len(said) == 0 {
			said = append(said, v.Line(words.NoFactor))
		}
		lines = append(lines, content.Join(v.Colon(), v.Called(models.EffectSort, string(basis.Effect)), content.Join(v.Comma(), said...)))
	}
	return v.LinesOr(lines, words.NoEconomicBasis)
}
