package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// sources lists all sources of the case.
func sources(v *phrasing.View) content.Section {
	section := v.Section("sources", words.Annex, words.SourcesTitle)
	if len(v.System.Sources) == 0 {
		return section.With(v.Gap(words.NoSources))
	}
	var items []content.Line
	for i := range v.System.Sources {
		c := &v.System.Sources[i]
		item := v.Line(c.Text)
		if where := sectionsOf(v, c); len(where) > 0 {
			item = append(item, v.Parentheses(where)...)
		}
		items = append(items, item)
	}
	return section.With(content.List{Items: items})
}

// sectionsOf names the sections that a source supports; none where it supports all.
func sectionsOf(v *phrasing.View, c *models.Citation) content.Line {
	titles := content.Each(c.Sections, func(s models.Section) content.Line {
		return content.Line{{Text: v.Text(words.SectionTitle(s)), Kind: content.Link, To: content.Clean(string(s))}}
	})
	return content.Join(v.Comma(), titles...)
}
