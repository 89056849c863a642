package content

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/words"
)

// Of makes the document of what an output is asked to show: a case, or several together.
func Of(in *render.Input, lang models.Lang) Document {
	if in.Collection != nil {
		return BuildCollection(in.Collection, lang)
	}
	return Build(in.Result, lang)
}

// BuildCollection makes the document of several cases in one language. Its chapters are those of the slides' plan; a
// comparison of the measures of cases in one cell follows as a further annex.
func BuildCollection(c *render.Collection, lang models.Lang) Document {
	b := newBook(c, lang)
	doc := Document{
		Kind:    CollectionDocument,
		Lang:    lang,
		Heading: b.string(words.CollectionKind),
		Title:   b.string(words.CollectionTitle),
		Front:   b.front(),
		Sections: []Section{
			b.position(),
			b.cases(),
			b.requirements(),
			b.examples(),
			b.comparison(),
		},
	}
	b.number(doc.Sections)
	doc.Supplement = []Section{b.allMeasures()}
	Number(slices.Concat(doc.Sections, doc.Supplement))
	return doc
}

// book is what the chapters of a collection share. The builder in it knows the words of all cases and no case.
type book struct {
	*builder
	collection *render.Collection
	each       []*builder // of each case, in the collection's order
	index      map[models.CaseID]int
}

func newBook(c *render.Collection, lang models.Lang) *book {
	b := &book{
		builder:    newBuilder(&models.Result{Tool: c.Tool, Words: c.Words}, lang),
		collection: c, index: map[models.CaseID]int{},
	}
	for i, r := range c.Results {
		b.each = append(b.each, newBuilder(r, lang))
		b.index[r.System.ID] = i
	}
	return b
}

// number gives the chapters their numbers: 1 with 1-1, 1-2, and for the annexes letters.
func (b *book) number(sections []Section) {
	chapters := 0
	for i := range sections {
		s := &sections[i]
		no, part := strconv.Itoa(i+1), words.ChapterPart
		s.Number = no
		if s.Step == words.Attachment {
			no, part = AttackLetter(i-chapters), words.AttachmentPart
			s.Number = b.fill(words.AttachmentNumber, filling{"letter": raw(no)}).String()
		} else {
			chapters++
		}
		j := 0
		for k := range s.Sections {
			if inner := &s.Sections[k]; inner.Number == "" {
				j++
				inner.Number = b.fill(part, filling{"chapter": raw(no), "letter": raw(no), "part": raw(strconv.Itoa(j))}).String()
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
func (b *book) marks(ids []models.CaseID) Line {
	var out []Line
	for _, id := range ids {
		out = append(out, raw(b.caseLine(id).Mark))
	}
	if len(out) == 0 {
		return b.quiet(words.None)
	}
	return join(b.comma(), out...)
}

// front is the title page below the title: how many cases there are, from which sites, and of when.
func (b *book) front() []Block {
	c := b.collection
	rows := []Field{{Name: b.string(words.CountOfCases), Values: []Line{b.fill(words.CountIs, filling{"n": raw(strconv.Itoa(len(c.Cases)))})}}}
	var sites []Line
	for i := range c.Words.Sites {
		site, n := &c.Words.Sites[i], 0
		for _, one := range c.Cases {
			if one.Site == site.ID {
				n++
			}
		}
		if n > 0 {
			sites = append(sites, b.fill(words.SiteWithCount, filling{"site": b.line(b.site(site.ID)), "n": raw(strconv.Itoa(n))}))
		}
	}
	if len(sites) > 0 {
		rows = append(rows, Field{Name: b.string(words.CountBySite), Values: sites})
	}
	date := b.quiet(words.NoDate)
	if c.Date != "" {
		date = raw(c.Date)
	}
	rows = append(rows, Field{Name: b.string(words.CaseDate), Values: []Line{date}})
	blocks := []Block{Fields{Rows: rows}}
	for _, one := range c.Cases {
		if one.No == 0 {
			blocks = append(blocks, b.remark(words.LettersForUncounted))
			break
		}
	}
	return append(blocks,
		b.remark(words.PossibilityLegend),
		Notice{Tone: Remark, Text: b.fill(words.CollectionMadeBy, filling{"tool": raw(c.Tool.Name + " " + c.Tool.Version)})},
	)
}
