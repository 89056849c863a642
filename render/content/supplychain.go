package content

import (
	"maps"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/words"
)

// supplyChain tells which parts have known vulnerabilities, and how long products stay exposed to them with and without
// SBOMs. A case that states neither has no such section.
func (b *builder) supplyChain() Section {
	s := b.result.Supply
	if s == nil {
		return Section{}
	}
	section := b.section("supply-chain", words.Annex, words.SupplyTitle)
	if len(s.Parts) > 0 {
		section.Add(b.paragraph(words.ContainedLead), b.containedTable(words.ContainedTable, s.Parts))
	}
	section.Add(b.leftOut()...)
	for i := range s.Exposures {
		section.Sections = append(section.Sections, b.exposure(&s.Exposures[i]))
	}
	return section
}

// containedTable lists parts with what contains them and what is known of their vulnerabilities.
func (b *builder) containedTable(caption models.Text, parts []models.Contained) Table {
	t := b.table("parts", caption,
		b.head(words.ColumnPart, 5), b.column(words.ColumnContainedIn, 7), b.column(words.ColumnVulnerability, 7))
	for i := range parts {
		t.Rows = append(t.Rows, Row{b.containedName(&parts[i]), b.ways(&parts[i]), b.known(parts[i].Vulnerabilities)})
	}
	return t
}

// containedName says what a part is: its name, its version where the name does not say it, and its purl.
func (b *builder) containedName(p *models.Contained) Cell {
	name := Line{b.span(Name, p.Name)}
	if p.Component != "" {
		name = b.entry(models.ComponentSort, string(p.Component))
	}
	out := cell(name)
	if p.Version != "" && !containsWord(p.Name.EN, p.Version) {
		out.Lines[0] = append(out.Lines[0], Span{Text: " " + Clean(p.Version)})
	}
	if p.PURL != "" {
		out.Lines = append(out.Lines, Line{{Text: Clean(p.PURL), Kind: Code}})
	}
	return out
}

// containsWord tells whether a name ends in a version.
func containsWord(name, version string) bool {
	return len(name) > len(version) && name[len(name)-len(version):] == version
}

// ways says in what a part lies, from the whole inwards, by each way to it, and how many ways are not listed.
func (b *builder) ways(p *models.Contained) Cell {
	ways := p.Ways
	if len(ways) == 0 {
		ways = [][]models.Text{p.Within}
	}
	var lines []Line
	for _, way := range ways {
		steps := []Line{b.called(models.ComponentSort, string(p.Whole))}
		for _, w := range way {
			steps = append(steps, Line{b.span(Name, w)})
		}
		lines = append(lines, join(b.string(words.Arrow), steps...))
	}
	switch f := p.Further; {
	case f == nil:
	case f.Value != nil && *f.Value == 1:
		lines = append(lines, b.quiet(words.OneMoreWay))
	case f.Value != nil:
		lines = append(lines, b.fill(words.MoreWays, filling{"n": raw(decimal(*f.Value))}))
	case f.Lower != nil && *f.Lower > 0:
		lines = append(lines, b.fill(words.MoreWaysThan, filling{"n": raw(decimal(*f.Lower))}))
	default:
		lines = append(lines, b.quiet(words.PerhapsMoreWays))
	}
	if len(lines) == 1 {
		return cell(lines...)
	}
	return bullets(lines)
}

// leftOut says how many entries the SBOMs of components list and call no part of the product themselves, and why.
func (b *builder) leftOut() []Block {
	var out []Block
	for i := range b.result.System.Components {
		c := &b.result.System.Components[i]
		many := map[string]int{}
		for j := range c.LeftOut {
			many[c.LeftOut[j].Reason]++
		}
		var reasons []Line
		for _, reason := range slices.Sorted(maps.Keys(many)) {
			reasons = append(reasons, b.fill(words.LeftOutReason, filling{"reason": raw(reason), "n": raw(decimal(float64(many[reason])))}))
		}
		if len(reasons) > 0 {
			out = append(out, Notice{Tone: Remark, Text: b.fill(words.LeftOut, filling{
				"component": b.called(models.ComponentSort, string(c.ID)), "n": raw(decimal(float64(len(c.LeftOut)))), "reasons": join(b.comma(), reasons...),
			})})
		}
	}
	return out
}

// known lists what is known of vulnerabilities, the gravest first.
func (b *builder) known(list []models.Vulnerability) Cell {
	grave := models.VulnerabilityStatuses()
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(x, y models.Vulnerability) int {
		return slices.Index(grave, x.Status) - slices.Index(grave, y.Status)
	})
	var lines []Line
	for _, x := range sorted {
		status := b.line(words.VulnerabilityStatus(x.Status))
		if x.Status == models.Affected {
			status = b.strong(words.VulnerabilityStatus(x.Status))
		}
		sentence, roles := words.StatusOf, filling{"id": raw(published(&x)), "status": status}
		if x.Justification != "" {
			sentence, roles["why"] = words.StatusBecause, raw(x.Justification)
		}
		lines = append(lines, b.fill(sentence, roles))
	}
	return b.pointsOrNone(lines)
}

// published is what a vulnerability is published as: its id, with the others behind it.
func published(v *models.Vulnerability) string {
	if len(v.Aliases) == 0 {
		return v.ID
	}
	return v.ID + " (" + strings.Join(v.Aliases, ", ") + ")"
}

// exposure compares the time that one product stays exposed with and without SBOMs.
func (b *builder) exposure(e *models.Exposure) Section {
	part, product := b.called(models.ComponentSort, string(e.Part)), b.called(models.ComponentSort, string(e.Product))
	affecting := b.line(words.AffectedByModel)
	if len(e.Vulnerabilities) > 0 {
		affecting = nil
		for i, id := range e.Vulnerabilities {
			if i > 0 {
				affecting = append(affecting, Span{Text: b.comma()})
			}
			affecting = append(affecting, raw(id)...)
		}
	}
	id := render.TimelineDrawing(e)
	section := Section{
		ID: id, Step: words.Annex, Title: b.fill(words.ExposureTitle, filling{"part": part, "product": product}).String(),
		Blocks: []Block{
			Paragraph{Text: b.fill(words.ExposureLead, filling{"part": part, "product": product, "vulnerabilities": affecting})},
			b.figure(id, b.fill(words.TimelineFigure, filling{"product": product})),
			Notice{Tone: Remark, Text: b.saved(e)},
			b.timeTable(e), b.waitTable(e),
		},
	}
	if len(e.Unstated) > 0 {
		section.Add(Notice{Tone: Gap, Text: b.unstated(e.Unstated)})
	}
	return section
}

// saved says what SBOMs save.
func (b *builder) saved(e *models.Exposure) Line {
	return b.fill(words.ExposureSaved, filling{
		"without": b.time(e.Without.Fixed), "with": b.time(e.With.Fixed),
		"saved":  raw(words.Time(hoursOf(e.Without.Fixed)-hoursOf(e.With.Fixed), b.lang, decimal)),
		"before": b.time(e.Without.Mitigated), "after": b.time(e.With.Mitigated),
	})
}

// time says a time with what it promises.
func (b *builder) time(f models.Figure) Line {
	return b.tagged(f, func(hours float64) Line { return raw(words.Time(hours, b.lang, decimal)) })
}

// hoursOf is the value of a time, or its lower bound.
func hoursOf(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	}
	return 0
}

func (b *builder) timeTable(e *models.Exposure) Table {
	t := b.table(render.TimelineDrawing(e)+"-times", words.TimeTable,
		b.head(words.ColumnState, 5), b.narrow(words.ColumnMitigated, 4), b.narrow(words.ColumnFixed, 4))
	row := func(name models.Text, l *models.Timeline) {
		t.Rows = append(t.Rows, Row{cell(b.line(name)), cell(b.time(l.Mitigated)), cell(b.time(l.Fixed))})
	}
	row(words.WithoutSBOM, &e.Without)
	if e.Stated != nil {
		row(words.StatedSBOM, e.Stated)
	}
	row(words.WithSBOM, &e.With)
	return t
}

func (b *builder) waitTable(e *models.Exposure) Table {
	t := b.table(render.TimelineDrawing(e)+"-waits", words.WaitTable,
		b.head(words.ColumnParty, 5), b.column(words.ColumnAboutWhat, 5),
		b.narrow(words.ColumnKnowsWithout, 4), b.narrow(words.ColumnKnowsWith, 3), b.narrow(words.ColumnSerial, 4))
	hours := func(n int) Cell { return cell(raw(words.Time(float64(n), b.lang, decimal))) }
	for _, w := range e.Waits {
		serial := b.none()
		if w.Serial > 0 {
			serial = hours(w.Serial)
		}
		t.Rows = append(t.Rows, Row{
			cell(b.partyOf(w.Stakeholder)), cell(b.called(models.ComponentSort, string(w.Component))), hours(w.Without), hours(w.With), serial,
		})
	}
	return t
}

// partyOf names a party of a chain.
func (b *builder) partyOf(id models.StakeholderID) Line {
	if id == "" {
		return b.quiet(words.UnknownMaker)
	}
	return b.called(models.StakeholderSort, string(id))
}

// unstated lists the times that the model does not state.
func (b *builder) unstated(list []models.Unstated) Line {
	var lines []Line
	for _, u := range list {
		lines = append(lines, b.fill(words.UnstatedTime, filling{
			"party": b.partyOf(u.Stakeholder), "component": b.called(models.ComponentSort, string(u.Component)), "activity": b.line(words.Activity(u.Activity)),
		}))
	}
	return b.fill(words.UnstatedTimes, filling{"times": join(b.semicolon(), lines...)})
}

// Contained is a table of what the components of a case contain, alone.
func Contained(system *models.System, list []models.Contained, lang models.Lang) Section {
	b := newBuilder(&models.Result{System: *system}, lang)
	b.alone = true
	section := b.section("parts", words.Annex, words.InventoryTitle)
	section.Blocks = []Block{b.gap(words.NothingContained)}
	if len(list) > 0 {
		section.Blocks = []Block{b.containedTable(words.InventoryTable, list)}
	}
	section.Add(b.leftOut()...)
	b.numberTables(section)
	return section
}
