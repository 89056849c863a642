package casebook

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Build makes the document of several cases in one language. Its chapters are those of the slides' plan; a
// comparison of the measures of cases in one cell follows as a further annex.
func Build(c *render.Collection, lang models.Lang) content.Document {
	b := newBook(c, lang)
	doc := content.Document{
		Kind:    content.CollectionDocument,
		Lang:    lang,
		Heading: b.Text(words.CollectionKind),
		Title:   b.Text(words.CollectionTitle),
		Front:   front(b),
		Sections: []content.Section{
			position(b),
			cases(b),
			requirements(b),
			examples(b),
			comparison(b),
		},
	}
	number(b, doc.Sections)
	doc.Supplement = []content.Section{allMeasures(b)}
	content.Number(slices.Concat(doc.Sections, doc.Supplement))
	return doc
}

// book is what the chapters of a collection share. The view in it knows the words of all cases and no case.
type book struct {
	*phrasing.View
	collection *render.Collection
	each       []*phrasing.View // of each case, in the collection's order
	index      map[models.CaseID]int
}

func newBook(c *render.Collection, lang models.Lang) *book {
	b := &book{
		View:       phrasing.New(&models.Result{Tool: c.Tool, Words: c.Words}, lang),
		collection: c, index: map[models.CaseID]int{},
	}
	for i, r := range c.Results {
		b.each = append(b.each, phrasing.New(r, lang))
		b.index[r.System.ID] = i
	}
	return b
}

// number gives the chapters their numbers: 1 with 1-1, 1-2, and for the annexes letters.
func number(b *book, sections []content.Section) {
	chapters := 0
	for i := range sections {
		s := &sections[i]
		no, part := strconv.Itoa(i+1), words.ChapterPart
		s.Number = no
		if s.Step == words.Attachment {
			no, part = attacks.Letter(i-chapters), words.AttachmentPart
			s.Number = b.Fill(words.AttachmentNumber, phrasing.Roles{"letter": content.Raw(no)}).String()
		} else {
			chapters++
		}
		j := 0
		for k := range s.Sections {
			if inner := &s.Sections[k]; inner.Number == "" {
				j++
				inner.Number = b.Fill(part, phrasing.Roles{"chapter": content.Raw(no), "letter": content.Raw(no), "part": content.Raw(strconv.Itoa(j))}).String()
			} else {
				inner.Number = no + "-" + strconv.Itoa(j) + "-" + inner.Number
			}
		}
	}
}

// caseLine is the list's line of a case.
func (b *book) caseLine(id models.CaseID) *models.CollectedCase {
	return &b.collection.Cases[b.index[id]]
}

// marks are the marks of several cases.
func (b *book) marks(ids []models.CaseID) content.Line {
	out := content.Each(ids, func(id models.CaseID) content.Line { return content.Raw(b.caseLine(id).Mark) })
	if len(out) == 0 {
		return b.Quiet(words.None)
	}
	return content.Join(b.Comma(), out...)
}

// front is the title page below the title: how many cases there are, from which sites, and of when.
func front(b *book) []content.Block {
	c := b.collection
	rows := []content.Field{{Name: b.Text(words.CountOfCases), Values: []content.Line{b.Fill(words.CountIs, phrasing.Roles{"n": content.Raw(strconv.Itoa(len(c.Cases)))})}}}
	var sites []content.Line
	for i := range c.Words.Sites {
		site, n := &c.Words.Sites[i], 0
		for _, one := range c.Cases {
			if one.Site == site.ID {
				n++
			}
		}
		if n > 0 {
			sites = append(sites, b.Fill(words.SiteWithCount, phrasing.Roles{"site": b.Line(b.Site(site.ID)), "n": content.Raw(strconv.Itoa(n))}))
		}
	}
	if len(sites) > 0 {
		rows = append(rows, content.Field{Name: b.Text(words.CountBySite), Values: sites})
	}
	date := b.Quiet(words.NoDate)
	if c.Date != "" {
		date = content.Raw(c.Date)
	}
	rows = append(rows, content.Field{Name: b.Text(words.CaseDate), Values: []content.Line{date}})
	blocks := []content.Block{content.Fields{Rows: rows}}
	for _, one := range c.Cases {
		if one.No == 0 {
			blocks = append(blocks, b.Remark(words.LettersForUncounted))
			break
		}
	}
	return append(blocks,
		b.Remark(words.PossibilityLegend),
		content.Notice{Tone: content.Remark, Text: b.Fill(words.CollectionMadeBy, phrasing.Roles{"tool": content.Raw(c.Tool.Name + " " + c.Tool.Version)})},
	)
}
