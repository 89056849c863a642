package content

import (
	"math"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// pathID is the id of the section about a consequence.
func pathID(id models.EffectID) string { return "consequence-" + Clean(string(id)) }

// The shares of a page's height that the figures of a consequence may take.
const (
	attackShare  = 55
	graphShare   = 58
	stoppedShare = 32
)

// paths gives, for each consequence, how it comes about or what stops it.
func (b *builder) paths() Section {
	section := b.section("paths", words.Annex, words.PathsTitle, b.paragraph(words.PathsLead))
	if len(b.result.Consequences) == 0 {
		section.Add(b.gap(words.NoConsequences))
		return section
	}
	section.Add(b.remark(words.EffortsNote))
	if t := b.ruleTable(); len(t.Rows) > 0 {
		section.Add(t)
	}
	left, detailed := 0, Detailed(b.result)
	for i := range b.result.Consequences {
		if detailed[i] {
			section.Sections = append(section.Sections, b.path(&b.result.Consequences[i]))
		} else {
			left++
		}
	}
	if left > 0 {
		section.Add(Notice{Tone: Caution, Text: b.fill(words.PathsLeftOut, filling{
			"n": raw(strconv.Itoa(left)), "shown": raw(strconv.Itoa(len(section.Sections))),
		})})
	}
	return section
}

// path is the evidence for one consequence. Its figures stand right below its title, so that the first goes to one page with
// it, and the facts and tables fill what the last one leaves of its page.
func (b *builder) path(c *models.Consequence) Section {
	section := b.section(pathID(c.Effect), words.Annex, c.Name, b.verdict(c))
	if c.Name.Empty() {
		section.Title = Clean(string(c.Effect))
	}
	switch {
	case len(c.Attacks) == 0:
		section.Add(b.pathFacts(c), b.gap(words.NoAttack))
	case !c.Reachable.Assessed.Reachable:
		section.Add(b.stoppedPaths(c)...)
	default:
		section.Add(b.reachedPaths(c)...)
	}
	return section
}

// reachedPaths are the figures of a consequence that can come about, and all its attacks step by step.
func (b *builder) reachedPaths(c *models.Consequence) []Block {
	blocks := []Block{b.sizedFigure("attack-"+string(c.Effect), b.fill(words.AttackFigure, b.about(c)), attackShare)}
	if b.graph(c.Effect) != nil { // it says itself how many steps it leaves out
		blocks = append(blocks, b.sizedFigure(graphID(c.Effect), b.fill(words.GraphFigure, b.about(c)), graphShare))
	}
	blocks = append(blocks, b.pathFacts(c))
	for i := range c.Attacks[:min(mostAttacks, len(c.Attacks))] {
		blocks = append(blocks, b.attack(&c.Attacks[i], AttackLetter(i)))
	}
	if left := len(c.Attacks) - mostAttacks; left > 0 {
		blocks = append(blocks, Notice{Tone: Caution, Text: b.fill(words.AttacksLeftOut, filling{"n": raw(strconv.Itoa(left))})})
	}
	return blocks
}

// stoppedPaths are the figure of a consequence that only the inherent reading leaves, its easiest attack step by step
// and the others in short. Its graph is left to the files.
func (b *builder) stoppedPaths(c *models.Consequence) []Block {
	easiest := easiestOf(c.Attacks)
	blocks := []Block{
		b.sizedFigure("attack-"+string(c.Effect), b.fill(words.AttackFigure, b.about(c)), stoppedShare),
		b.pathFacts(c),
		b.attack(&c.Attacks[easiest], AttackLetter(easiest)),
	}
	if len(c.Attacks) > 1 {
		t := b.table("others-"+string(c.Effect), words.OtherPathsTable,
			b.narrow(words.ColumnPath, 2), b.narrow(words.Effort, 4), b.column(words.ColumnInShort, 24))
		for i := range c.Attacks {
			if i != easiest && len(t.Rows) < mostAttacks {
				t.Rows = append(t.Rows, Row{cell(raw(AttackLetter(i))), cell(b.attackDays(&c.Attacks[i])), cell(b.inShort(&c.Attacks[i]))})
			}
		}
		blocks = append(blocks, t)
		if left := len(c.Attacks) - 1 - len(t.Rows); left > 0 {
			blocks = append(blocks, Notice{Tone: Caution, Text: b.fill(words.AttacksLeftOut, filling{"n": raw(strconv.Itoa(left))})})
		}
	}
	if b.graph(c.Effect) != nil {
		blocks = append(blocks, Paragraph{Small: true, Text: b.fill(words.GraphAside, filling{"id": {{Text: Clean(graphID(c.Effect)), Kind: Code}}})})
	}
	return blocks
}

func graphID(id models.EffectID) string { return "graph-" + string(id) }

// aside are the drawings that the document leaves to the files: the graphs of what only the inherent reading leaves.
func (b *builder) aside() []Figure {
	var out []Figure
	for i, detailed := range Detailed(b.result) {
		if c := &b.result.Consequences[i]; detailed && !c.Reachable.Assessed.Reachable && b.graph(c.Effect) != nil {
			out = append(out, Figure{ID: graphID(c.Effect), Caption: b.fill(words.GraphFigure, b.about(c)).String()})
		}
	}
	return out
}

// sizedFigure makes the place of a drawing that may take no more than a share of a page's height.
func (b *builder) sizedFigure(id string, caption Line, share int) Block {
	return Figure{ID: id, Caption: caption.String(), Share: share}
}

// easiestOf is the place of the attack of least effort, the first of several.
func easiestOf(attacks []models.Attack) int {
	least := 0
	for i := range attacks {
		if effortOf(attacks[i].Effort) < effortOf(attacks[least].Effort) {
			least = i
		}
	}
	return least
}

// effortOf is the number by which attacks are compared: the figure itself, else its upper bound, else its lower one.
func effortOf(f models.Figure) float64 {
	for _, v := range []*float64{f.Value, f.Upper, f.Lower} {
		if v != nil {
			return *v
		}
	}
	return math.Inf(1)
}

// attackDays is the effort of an attack; an initiator has none.
func (b *builder) attackDays(a *models.Attack) Line {
	if b.initiator(a.Profile) {
		return b.quiet(words.None)
	}
	return b.days(a.Effort)
}

func (b *builder) initiator(id models.ProfileID) bool {
	return slices.ContainsFunc(b.system.Initiators, func(p models.Profile) bool { return p.ID == id })
}

func (b *builder) about(c *models.Consequence) filling {
	return filling{"effect": b.called(models.EffectSort, string(c.Effect))}
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
		reasons = append(reasons, b.fill(words.StoppedBySafeguards, filling{"safeguards": enumerate(b, models.SafeguardSort, c.StoppedBy)}))
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

// pathFacts are the figures of a consequence. What a consequence out of reach has none of is left out.
func (b *builder) pathFacts(c *models.Consequence) Block {
	var rows []Field
	add := func(name string, values ...Line) { rows = append(rows, Field{Name: name, Values: values}) }
	origin := b.effectOrigin(c.Effect)
	add(b.string(words.ColumnHarm), b.judgedCell(cell(join(b.comma(), b.harm(c.Harm)...)), origin, "harm").Lines...)
	if c.Economic != nil || c.Reachable.Assessed.Reachable {
		add(b.string(words.ColumnImpact), b.judged(join(b.semicolon(), b.impact(c.Economic)...), origin, "economic"))
	}
	add(b.string(words.ColumnLevels), join(b.comma(), b.recoveryLevel(&c.Levels), b.economicLevel(&c.Levels)))
	rows = append(rows, b.readingFacts(c)...)
	if !c.Reachable.Assessed.Reachable {
		return Fields{Rows: rows}
	}
	if len(c.StoppedBy)+len(c.Excluded) > 0 {
		add(b.string(words.ColumnStoppedBy), b.stoppedBy(c).Lines...)
	}
	add(b.string(words.SinglePoints), b.singlePoints(c)...)
	add(b.string(words.AssumptionSets), b.assumptionSets(c)...)
	if c.Chance != nil {
		add(b.string(words.LuckiestChance), b.chance(*c.Chance))
	}
	return Fields{Rows: rows}
}

// readingFacts say who can bring a consequence about; readings that agree share a row.
func (b *builder) readingFacts(c *models.Consequence) []Field {
	var rows []Field
	for _, id := range models.ReadingIDs() {
		name, whom := b.string(words.Reading(id)), b.byWhom(c.Reachable.In(id))
		if last := len(rows) - 1; last >= 0 && rows[last].Values[0].Equal(whom) {
			rows[last].Name += words.ReadingJoin.In(b.lang) + name
			continue
		}
		rows = append(rows, Field{Name: name, Values: []Line{whom}})
	}
	return rows
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
		if f.State != models.StateOccurred || f.Subject != string(c.Effect) {
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
	if g := b.graph(c.Effect); g != nil {
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

// attackCaption heads the table of an attack. Only those of attackers have an effort and a chance.
func (b *builder) attackCaption(a *models.Attack, letter string) Line {
	caption := words.AttackCaption
	if b.initiator(a.Profile) {
		caption = words.InitiatorCaption
	}
	return b.fill(caption, filling{
		"letter":  raw(letter),
		"profile": b.called(models.ProfileSort, string(a.Profile)),
		"reading": b.line(words.Reading(a.Reading)),
		"effort":  b.days(a.Effort),
		"chance":  b.chance(a.Chance),
	})
}
