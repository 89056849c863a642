package pdf

import (
	"bytes"
	"math"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/typeface"
	"github.com/harmpath/harmpath/render/words"
)

// Options say what stands beside the tree of a document.
type Options struct {
	Drawings []render.Drawing // in the document's language
	Date     time.Time        // when the document is said to be made; zero: the first second of 1980
	Program  string           // that made the document
}

// Format sets a document on pages of A4.
func Format(doc *content.Document, options Options) ([]byte, error) {
	trial := newSetter(doc, options, nil)
	trial.document()
	paper := newPaper(doc, options)
	s := newSetter(doc, options, paper)
	s.pageOf, s.pages = trial.pageOf, trial.page
	s.document()
	var out bytes.Buffer
	if err := paper.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// family is what the typeface is called in the file.
const family = "NotoSansJP"

// newPaper starts a file whose lengths are points.
func newPaper(doc *content.Document, options Options) *fpdf.Fpdf {
	date := options.Date
	if date.IsZero() {
		date = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	paper := fpdf.New("P", "pt", "A4", "")
	paper.SetCatalogSort(true)
	paper.SetAutoPageBreak(false, 0)
	paper.SetMargins(0, 0, 0)
	paper.SetCreationDate(date.UTC())
	paper.SetModificationDate(date.UTC())
	paper.SetProducer(options.Program, true)
	paper.SetCreator(options.Program, true)
	paper.SetTitle(doc.Title, true)
	paper.SetSubject(doc.Heading, true)
	paper.SetLang(string(doc.Lang))
	paper.SetDisplayMode("fullwidth", "continuous")
	paper.AddUTF8FontFromBytes(family, "", typeface.Regular().TrueType())
	paper.AddUTF8FontFromBytes(family, "B", typeface.Bold().TrueType())
	return paper
}

// setter sets a document: it knows the page and how far down it is filled.
type setter struct {
	doc      *content.Document
	paper    *fpdf.Fpdf // nil on trial
	drawings map[string]*render.Drawing
	drawn    []string // their ids, in order

	page, pages int            // this one, and all of them (zero on trial)
	wide        bool           // the page is in landscape
	y           float64        // the upper edge of what is still free
	step        words.Step     // that the header marks
	inSteps     bool           // false on the pages before the first section
	pageOf      map[string]int // on which page each section begins, known from the trial
	links       map[string]int
}

func newSetter(doc *content.Document, options Options, paper *fpdf.Fpdf) *setter {
	s := &setter{doc: doc, paper: paper, drawings: map[string]*render.Drawing{}, pageOf: map[string]int{}, links: map[string]int{}}
	for i := range options.Drawings {
		s.drawings[options.Drawings[i].ID] = &options.Drawings[i]
		s.drawn = append(s.drawn, options.Drawings[i].ID)
	}
	if paper != nil {
		for _, section := range flat(doc.Sections) {
			s.links[section.ID] = paper.AddLink()
		}
	}
	return s
}

// flat lists sections with their parts, in order.
func flat(sections []content.Section) []*content.Section {
	var out []*content.Section
	for i := range sections {
		out = append(out, &sections[i])
		for j := range sections[i].Sections {
			out = append(out, &sections[i].Sections[j])
		}
	}
	return out
}

func (s *setter) document() {
	s.newPage(false)
	s.title()
	s.newPage(false)
	s.contents()
	for i := range s.doc.Sections {
		s.section(&s.doc.Sections[i])
	}
}

func (s *setter) title() {
	s.y += 60
	s.rect(s.left(), s.y, s.width(), 4, accent)
	s.y += 22
	s.paragraph(plain(s.doc.Heading), style{size: 11, ink: soft}, s.left(), s.width())
	s.y += 4
	s.paragraph(plain(s.doc.Title), style{size: 21, bold: true, ink: ink}, s.left(), s.width())
	s.y += 18
	s.blocks(s.doc.Front)
}

// contents lists the sections with the pages on which they begin.
func (s *setter) contents() {
	s.mark(s.text(words.ContentsTitle), 0)
	s.paragraph(plain(s.text(words.ContentsTitle)), style{size: 16, bold: true, ink: accent}, s.left(), s.width())
	s.y += 8
	for i := range s.doc.Sections {
		section := &s.doc.Sections[i]
		s.entry(section, style{size: 10.5, bold: true, ink: ink}, 0)
		for j := range section.Sections {
			s.entry(&section.Sections[j], style{size: 9.5, ink: ink}, 18)
		}
	}
}

// section sets a section and its parts. It begins on a new page where the step or the direction of the paper changes,
// little room is left, or a figure of its own follows that wants the page.
func (s *setter) section(section *content.Section) {
	const least = 220
	if !s.inSteps || s.step != section.Step || s.wide != section.Wide || s.bottom()-s.y < least || illustrated(section) {
		s.step, s.inSteps = section.Step, true
		s.newPage(section.Wide)
	} else {
		s.y += 26
	}
	s.arrive(section.ID)
	s.mark(section.Number+" "+section.Title, 0)
	s.small(s.text(section.Step.Head()))
	s.paragraph(plain(section.Number+"　"+section.Title), style{size: 15, bold: true, ink: accent}, s.left(), s.width())
	s.y += 3
	s.rect(s.left(), s.y, s.width(), 1.5, accent)
	s.y += 8
	s.blocks(section.Blocks)
	for i := range section.Sections {
		part := &section.Sections[i]
		s.y += 8
		s.room(s.opening(part))
		s.arrive(part.ID)
		s.mark(part.Number+" "+part.Title, 1)
		top := s.y
		s.paragraph(plain(part.Number+"　"+part.Title), style{size: 12, bold: true, ink: accent}, s.left()+10, s.width()-10)
		s.rect(s.left(), top+1, 3, s.y-top-2, accent)
		s.y += 4
		s.blocks(part.Blocks)
	}
}

// opening is the room that the title of a part keeps together with what follows it: a few lines, the first of its table or
// its figure.
func (s *setter) opening(part *content.Section) float64 {
	const lines, table = 90, 80
	for _, b := range part.Blocks {
		switch b := b.(type) {
		case content.Paragraph:
			continue
		case content.Table:
			return lines + table
		case content.Figure:
			if d, found := s.drawings[b.ID]; found && d.Picture != nil {
				caption := s.captionRows(s.numbered(words.FigureWord, b.No, b.Caption))
				return math.Min(lines+leastShrunk*s.scale(d, captionHeight(caption))*math.Max(d.Picture.Height, 1), s.tall())
			}
		}
		break
	}
	return lines
}

// illustrated tells whether a figure stands in a section, above its parts.
func illustrated(section *content.Section) bool {
	return slices.ContainsFunc(section.Blocks, func(b content.Block) bool {
		_, is := b.(content.Figure)
		return is
	})
}
