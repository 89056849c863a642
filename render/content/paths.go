package content

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// pathID is the id of the section about a consequence.
func pathID(id models.EffectID) string { return "consequence-" + Clean(string(id)) }

// paths gives, for each consequence, how it comes about or what stops it.
func (b *builder) paths() Section {
	section := b.section("paths", words.Evaluation, words.PathsTitle, b.paragraph(words.PathsLead))
	if len(b.result.Consequences) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoConsequences))
	}
	for i := range b.result.Consequences {
		section.Sections = append(section.Sections, b.path(&b.result.Consequences[i]))
	}
	return section
}

// path is the evidence for one consequence.
func (b *builder) path(c *models.Consequence) Section {
	section := b.section(pathID(c.Effect), words.Evaluation, c.Name, b.verdict(c), b.pathFacts(c))
	if c.Name.Empty() {
		section.Title = Clean(string(c.Effect))
	}
	if len(c.Attacks) > 0 {
		section.Blocks = append(section.Blocks, b.figure("attack-"+string(c.Effect), b.fill(words.AttackFigure, b.about(c))))
	}
	if g := b.graphOf(c.Effect); g != nil {
		section.Blocks = append(section.Blocks, b.figure("graph-"+string(c.Effect), b.fill(words.GraphFigure, b.about(c))))
		if g.Omitted > 0 {
			section.Blocks = append(section.Blocks, Notice{Tone: Caution, Text: b.fill(words.GraphOmitted, filling{"n": raw(strconv.Itoa(g.Omitted))})})
		}
	}
	for i := range c.Attacks {
		section.Blocks = append(section.Blocks, b.attack(&c.Attacks[i], AttackLetter(i)))
	}
	if len(c.Attacks) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoAttack))
	}
	return section
}

func (b *builder) about(c *models.Consequence) filling {
	return filling{"effect": b.called(models.EffectSubject, string(c.Effect))}
}

func (b *builder) graphOf(id models.EffectID) *models.ConsequenceGraph {
	for i := range b.result.Graphs {
		if b.result.Graphs[i].Effect == id {
			return &b.result.Graphs[i]
		}
	}
	return nil
}

// verdict says in a sentence whether the consequence can be brought about and, if not, what stops it.
func (b *builder) verdict(c *models.Consequence) Block {
	switch {
	case c.Reachable.Assessed.Reachable && !c.Reachable.Residual.Reachable:
		return Paragraph{Text: b.fill(words.VerdictRemoved, b.about(c))}
	case c.Reachable.Assessed.Reachable:
		return Paragraph{Text: b.fill(words.VerdictReachable, b.about(c))}
	case !c.Reachable.Inherent.Reachable:
		return Paragraph{Text: b.fill(words.VerdictNever, b.about(c))}
	}
	var reasons []Line
	if len(c.StoppedBy) > 0 {
		reasons = append(reasons, b.fill(words.StoppedBySafeguards, filling{"safeguards": enumerate(b, models.SafeguardSubject, c.StoppedBy)}))
	}
	for _, x := range c.Excluded {
		reasons = append(reasons, b.exclusion(x))
	}
	if len(reasons) == 0 {
		return Paragraph{Text: b.fill(words.VerdictStopped, b.about(c))}
	}
	roles := b.about(c)
	roles["reasons"] = join(b.comma(), reasons...)
	return Paragraph{Text: b.fill(words.VerdictStoppedBy, roles)}
}

// pathFacts are the figures of a consequence.
func (b *builder) pathFacts(c *models.Consequence) Block {
	var rows []Field
	add := func(name models.Text, values ...Line) {
		rows = append(rows, Field{Name: b.string(name), Values: values})
	}
	add(words.ColumnHarm, b.harm(c.Harm)...)
	add(words.ColumnImpact, b.impact(c.Economic)...)
	add(words.ColumnLevels, b.recoveryLevel(c.Levels.Recovery), b.economicLevel(c.Levels.Economic))
	for _, id := range models.ReadingIDs() {
		add(words.Reading(id), b.byWhom(c.Reachable.In(id)))
	}
	if len(c.StoppedBy)+len(c.Excluded) > 0 {
		add(words.ColumnStoppedBy, b.stoppedBy(c).Lines...)
	}
	add(words.SinglePoints, b.singlePoints(c)...)
	add(words.AssumptionSets, b.assumptionSets(c)...)
	if c.Chance != nil {
		add(words.ColumnChance, b.chance(*c.Chance))
	}
	return Fields{Rows: rows}
}

// impact says the economic factors of a consequence.
func (b *builder) impact(e *models.EconomicImpact) []Line {
	if e == nil {
		return []Line{b.quiet(words.NoImpact)}
	}
	factor := func(name, value models.Text) Line { return join(b.colon(), b.line(name), b.line(value)) }
	return []Line{
		factor(words.ExternalViewpoint, words.Scope(e.Scope)),
		factor(words.DurationViewpoint, words.Duration(e.Duration)),
		factor(words.SubstituteViewpoint, words.Substitutable(e.Substitutable)),
		factor(words.IndirectViewpoint, words.Recall(e.LargeRecall)),
	}
}

// byWhom says who can bring something about.
func (b *builder) byWhom(r *models.Reachability) Line {
	if !r.Reachable {
		return b.quiet(words.NotReachableLong)
	}
	if len(r.By) == 0 {
		return b.line(words.ReachableLong)
	}
	return join(b.colon(), b.line(words.ReachableLong), b.profiles(r.By))
}

// maliciously tells whether an attacker can bring the consequence about in the assessed reading.
func (b *builder) maliciously(c *models.Consequence) bool {
	return slices.ContainsFunc(b.system.Attackers, func(p models.Profile) bool {
		return slices.Contains(c.Reachable.Assessed.By, p.ID)
	})
}

// singlePoints says what the consequence hangs on for attackers in the assessed reading.
func (b *builder) singlePoints(c *models.Consequence) []Line {
	if !b.maliciously(c) {
		return []Line{b.quiet(words.NotApplicable)}
	}
	var lines []Line
	for _, f := range c.Single.Facts {
		if f.State != "occurred" || f.Subject != string(c.Effect) {
			lines = append(lines, b.fact(f))
		}
	}
	for _, id := range c.Single.Steps {
		lines = append(lines, b.stepName(c, id))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoSinglePoint))
	}
	return lines
}

// stepName says the step with this instance where some attack or the graph has it, else its id.
func (b *builder) stepName(c *models.Consequence, instance string) Line {
	for i := range c.Attacks {
		for j := range c.Attacks[i].Steps {
			if s := &c.Attacks[i].Steps[j]; s.Instance == instance {
				return b.sentence(c.Attacks[i].Profile, s)
			}
		}
	}
	if g := b.graphOf(c.Effect); g != nil {
		for i := range g.Steps {
			if g.Steps[i].Instance == instance {
				return b.sentence("", &g.Steps[i])
			}
		}
	}
	return Line{{Text: Clean(instance), Kind: Code}}
}

// assumptionSets lists the smallest sets of unknown properties on which the consequence rests.
func (b *builder) assumptionSets(c *models.Consequence) []Line {
	var lines []Line
	for _, set := range c.AssumedSets {
		if len(set) == 0 {
			return []Line{b.line(words.RestsOnNone)}
		}
		var all []Line
		for _, p := range set {
			all = append(all, b.propertyOf(p))
		}
		lines = append(lines, join(b.string(words.And), all...))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NotApplicable))
	}
	return lines
}

// attack is the table of the steps of one attack.
func (b *builder) attack(a *models.Attack, letter string) Block {
	t := b.table("", models.Text{},
		b.narrow(words.ColumnStep, 3), b.column(words.ColumnSentence, 19), b.narrow(words.ColumnPremises, 3),
		b.narrow(words.ColumnDays, 6), b.column(words.ColumnAssumes, 8), b.column(words.ColumnBlocked, 8))
	t.ID = "steps-" + strconv.Itoa(t.No)
	t.Caption = b.attackCaption(a, letter).String()
	numbers, number := StepNumbers(a.Steps), map[models.Fact]int{}
	for i := range a.Steps {
		s := &a.Steps[i]
		if numbers[i] == len(t.Rows)+1 {
			t.Rows = append(t.Rows, Row{
				cell(raw(strconv.Itoa(numbers[i]))), b.stepCell(a.Profile, s), cell(b.premises(s, number)),
				b.stepEffort(s), b.assumes(s), b.blockedBy(s),
			})
		}
		if number[s.Concludes] == 0 {
			number[s.Concludes] = numbers[i]
		}
	}
	return t
}

// attackCaption heads the table of an attack. Only those of attackers have an effort and a chance.
func (b *builder) attackCaption(a *models.Attack, letter string) Line {
	caption := words.AttackCaption
	if slices.ContainsFunc(b.system.Initiators, func(p models.Profile) bool { return p.ID == a.Profile }) {
		caption = words.InitiatorCaption
	}
	return b.fill(caption, filling{
		"letter":  raw(letter),
		"profile": b.called(profileSubject, string(a.Profile)),
		"reading": b.line(words.Reading(a.Reading)),
		"effort":  b.days(a.Effort),
		"chance":  b.chance(a.Chance),
	})
}

// premises says from which earlier steps a step follows.
func (b *builder) premises(s *models.Step, number map[models.Fact]int) Line {
	var places []int
	for _, f := range s.From {
		if n := number[f]; n > 0 {
			places = append(places, n)
		}
	}
	slices.Sort(places)
	var numbers []Line
	for _, n := range slices.Compact(places) {
		numbers = append(numbers, raw(strconv.Itoa(n)))
	}
	if len(numbers) == 0 {
		return b.quiet(words.None)
	}
	return join(", ", numbers...)
}

// stepCell is the sentence of a step with what it brings about and the rule behind it.
func (b *builder) stepCell(profile models.ProfileID, s *models.Step) Cell {
	c := cell(b.sentence(profile, s))
	if rule, known := b.words.rules[s.Rule]; known {
		name := join(b.colon(), b.quiet(words.RuleWord), Line{b.span(Quiet, rule.Name)})
		if refs := references(rule.References); refs != "" {
			name = append(name, Span{Text: b.parentheses(raw(refs)).String(), Kind: Quiet})
		}
		c.Lines = append(c.Lines, name)
	}
	return c
}

// references lists the entries of public schemes that an entry of the catalog names.
func references(refs []models.Reference) string {
	var out []string
	for _, r := range refs {
		id := Clean(r.ID)
		if scheme := Clean(r.Scheme); scheme != "text" && !strings.HasPrefix(id, scheme) {
			id = scheme + " " + id
		}
		out = append(out, id)
	}
	return strings.Join(out, ", ")
}

// stepEffort says what a step costs, and why.
func (b *builder) stepEffort(s *models.Step) Cell {
	if s.Effort == 0 {
		return b.none()
	}
	c := cell(raw(decimal(s.Effort)))
	if rule, known := b.words.rules[s.Rule]; known && rule.Effort != nil && !rule.Effort.Basis.Empty() {
		c.Lines = append(c.Lines, b.quiet(rule.Effort.Basis))
	}
	return c
}

func (b *builder) assumes(s *models.Step) Cell {
	if len(s.Assumes) == 0 {
		return b.none()
	}
	var lines []Line
	for _, p := range s.Assumes {
		lines = append(lines, b.propertyOf(p))
	}
	return bullets(lines)
}

// blockedBy lists the measures that would remove a step, then those that make it harder.
func (b *builder) blockedBy(s *models.Step) Cell {
	var lines []Line
	for _, id := range s.BlockedBy {
		lines = append(lines, b.measureName(id))
	}
	for _, id := range s.HardenedBy {
		lines = append(lines, b.fill(words.OnlyHardens, filling{"measure": b.measureName(id)}))
	}
	if len(lines) == 0 {
		return b.none()
	}
	return bullets(lines)
}
