package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// limits says what the analysis does not promise, and where a search was cut.
func (b *builder) limits() Section {
	section := b.section("limits", words.Annex, words.LimitsTitle,
		List{Items: b.lines(words.StandingLimits())})
	if len(b.result.Limits) == 0 {
		section.Add(b.paragraph(words.NothingCut))
		return section
	}
	t := b.table("limits", words.LimitTable,
		b.head(words.ColumnQuestion, 4), b.column(words.ColumnAbout, 4), b.column(words.ColumnCut, 6))
	for _, l := range b.result.Limits {
		reason := Span{Text: Clean(l.Reason), Kind: Quiet}
		if b.lang != models.English {
			reason.Lang = models.English
		}
		t.Rows = append(t.Rows, Row{cell(b.line(words.Question(l.Question))), b.limitAbout(l.About), cell(b.line(words.WorkLimit), Line{reason})})
	}
	section.Add(b.paragraph(words.LimitsLead), t)
	return section
}

// limitAbout names what a search that was cut was about: an effect, a profile, or what the analysis calls it.
func (b *builder) limitAbout(about string) Cell {
	for _, t := range []models.Sort{models.EffectSort, models.ProfileSort, models.ComponentSort} {
		if b.knows(t, about) {
			return cell(b.called(t, about))
		}
	}
	if about == "" {
		return b.none()
	}
	return cell(raw(about))
}

// sources lists all sources of the case.
func (b *builder) sources() Section {
	section := b.section("sources", words.Annex, words.SourcesTitle)
	if len(b.system.Sources) == 0 {
		section.Add(b.gap(words.NoSources))
		return section
	}
	var items []Line
	for i := range b.system.Sources {
		c := &b.system.Sources[i]
		item := b.line(c.Text)
		if where := b.sectionsOf(c); len(where) > 0 {
			item = append(item, b.parentheses(where)...)
		}
		items = append(items, item)
	}
	section.Add(List{Items: items})
	return section
}

// sectionsOf names the sections that a source supports; none where it supports all.
func (b *builder) sectionsOf(c *models.Citation) Line {
	var titles []Line
	for _, s := range c.Sections {
		titles = append(titles, Line{{Text: b.string(words.SectionTitle(s)), Kind: Link, To: Clean(string(s))}})
	}
	return join(b.comma(), titles...)
}
