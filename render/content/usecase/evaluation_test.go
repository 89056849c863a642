package usecase

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// allOf is the text of a section, block by block.
func allOf(s content.Section) string {
	return strings.Join(rendertest.SectionLines([]content.Section{s}), " / ")
}

// TestRationale: beside each of the author's reasons stands what the level is derived from.
func TestRationale(t *testing.T) {
	section := rationale(phrasing.New(rendertest.Case(), models.English))
	rendertest.SameRows(t, rendertest.Table(t, []content.Section{section}, "rationale"), []string{
		"Degree of difficulty of recovery: Serious damage | Privacy | Account information may be disclosed. | Disclosure of account information: Account information [General personal information]",
		"^ | Safety | Severe injury is possible. | Scald: severe (intended use)",
		"^ | Level and its basis | Serious damage | Scald: severe injury may occur",
		"Degree of economic impact: Limited economic impact to Serious economic impact | Economic effect inside | Hardly any. | Changes no level: stated by the author only.",
		"^ | Economic effect outside | Hardly any. | Scald: internal only",
		"^ | Duration of the effect | not stated | Scald: 3 days",
		"^ | Substitutability | not stated | Scald: not substitutable",
		"^ | Scale of indirect damage | Limited. | Scald: large recall or compensation: not answered (counted as not possible)",
		"^ | Level and its basis | not stated | Scald: other products or services cannot stand in, the effect lasts long (unknown)",
	})
}

// TestContradiction: a level that the author states and that differs from the derived one is named; where none differs, that is
// said; where the author states none, nothing is.
func TestContradiction(t *testing.T) {
	notices := func(change func(*models.Result)) []content.Notice {
		r := rendertest.Case()
		r.Findings = nil
		change(r)
		var out []content.Notice
		for _, b := range contradictions(phrasing.New(r, models.English)) {
			out = append(out, b.(content.Notice))
		}
		return out
	}
	agreed := notices(func(*models.Result) {})
	if len(agreed) != 1 || agreed[0].Tone != content.Remark {
		t.Errorf("an author who agrees: %v", agreed)
	}
	differs := notices(func(r *models.Result) {
		r.Findings = append(r.Findings, models.Finding{Kind: contradiction, Names: []models.Text{models.Plain("x")}})
	})
	if len(differs) != 1 || differs[0].Tone != content.Caution {
		t.Errorf("an author who differs: %v", differs)
	}
	silent := notices(func(r *models.Result) {
		r.System.Rationale.Recovery.Level, r.System.Rationale.Economic.Level = nil, nil
	})
	if len(silent) != 0 {
		t.Errorf("an author who states no level: %v", silent)
	}
}

// TestNotDetermined: where the levels are not determined, no section shows one, and each says what is missing or that they are
// not determined.
func TestNotDetermined(t *testing.T) {
	r := rendertest.Case()
	for _, id := range models.ReadingIDs() {
		*r.Levels.Published.In(id) = models.LevelPair{Missing: []models.Lack{models.LacksEffects}}
	}
	v := phrasing.New(r, models.English)
	for name, section := range map[string]content.Section{"map": mapping(v), "viewpoints": viewpoints(v)} {
		text := allOf(section)
		if !strings.Contains(text, "The levels are not determined") || strings.Contains(text, "Limited damage") {
			t.Errorf("%s: %s", name, text)
		}
	}
	for _, row := range rendertest.Rows(rendertest.Table(t, []content.Section{rationale(v)}, "rationale")) {
		if !strings.HasSuffix(row, "not determined") && !strings.Contains(row, "not determined") {
			t.Errorf("rationale: %s", row)
		}
	}
	if got := summary(v).String(); !strings.Contains(got, "What is missing") {
		t.Errorf("summary: %s", got)
	}
}

// TestInterval: an interval is shown as one, and its upper end is called the published level.
func TestInterval(t *testing.T) {
	text := allOf(mapping(phrasing.New(rendertest.Case(), models.English)))
	if !strings.Contains(text, "Limited economic impact to Serious economic impact") || !strings.Contains(text, "the published level is its upper end, “Serious economic impact”") {
		t.Error(text)
	}
}

// TestAccepted: on each axis a level above what is accepted is named; without a level nothing is called accepted.
func TestAccepted(t *testing.T) {
	r := rendertest.Case()
	level := models.LimitedImpact
	r.System.Stakeholders[0].Accepts = &models.AcceptedLevels{Economic: &level}
	r.Exceeded = append(r.Exceeded, models.Exceeded{Stakeholder: "vendor", Reading: models.Residual, Economic: &level})
	rows := func() []string {
		return rendertest.Rows(rendertest.Table(t, []content.Section{accepted(phrasing.New(r, models.English))}, "accepted"))
	}
	if got, want := rows()[0], "Vendor of IoT devices | not stated | Limited economic impact | within what is accepted | economic impact above what is accepted"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	r.Levels.Published.Assessed.Missing = []models.Lack{models.LacksWays}
	if got, want := rows()[0], "Vendor of IoT devices | not stated | Limited economic impact | not determined | economic impact above what is accepted"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestPolicies: what was chosen and what is harmpath's default are kept apart, and a policy that decides a level is named.
func TestPolicies(t *testing.T) {
	r := rendertest.Case()
	r.Policies.Defaults = []string{"large_recall"}
	r.Levels.Published.Assessed.Recovery.PolicyDecides = true
	section := policies(phrasing.New(r, models.English))
	rows := rendertest.Rows(rendertest.Table(t, []content.Section{section}, "policies"))
	for i, chosen := range []bool{true, false, true, true, false} {
		if strings.HasSuffix(rows[i], "default") == chosen {
			t.Errorf("%s: chosen %v", rows[i], chosen)
		}
	}
	if last, is := section.Blocks[len(section.Blocks)-1].(content.Notice); !is || last.Tone != content.Caution {
		t.Errorf("a policy that decides is not named: %v", section.Blocks)
	}
}

// TestCriteria: the levels of the case, and no others, are marked among the framework's; a collection marks none.
func TestCriteria(t *testing.T) {
	v := phrasing.New(rendertest.Case(), models.English)
	pair := &v.Result.Levels.Published.Assessed
	for _, c := range []struct {
		here *models.LevelPair
		want int
	}{{pair, 2}, {&models.LevelPair{Missing: []models.Lack{models.LacksEffects}}, 0}, {nil, 0}} {
		marks := 0
		for _, row := range CriteriaTable(v, c.here).Rows {
			marks += len(row[1].Lines) - 1
		}
		if marks != c.want {
			t.Errorf("%d levels are marked, want %d", marks, c.want)
		}
	}
}
