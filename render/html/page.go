package html

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/palette"
	"github.com/harmpath/harmpath/render/words"
)

//go:embed style.css
var style string

// Policy is the content security policy of every page that harmpath writes: styles inside the page, pictures beside it,
// and nothing else.
const Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

// Format writes a document with its drawings, which are of the theme.
func Format(doc content.Document, drawings []render.Drawing, theme palette.Theme) []byte {
	p := &page{doc: &doc, theme: theme, drawings: map[string]*render.Drawing{}, width: printedWidth}
	for i := range drawings {
		p.drawings[drawings[i].ID] = &drawings[i]
		p.drawn = append(p.drawn, drawings[i].ID)
	}
	p.head()
	p.title()
	p.contents()
	p.printf("<main id=\"document\">\n")
	for i := range doc.Sections {
		p.section(&doc.Sections[i])
	}
	p.printf("</main>\n</body>\n</html>\n")
	return []byte(p.out.String())
}

// page writes one page.
type page struct {
	out      strings.Builder
	doc      *content.Document
	theme    palette.Theme
	drawings map[string]*render.Drawing
	drawn    []string // their ids, in order
	width    float64  // of the printed page, in points
}

// printf writes markup; every argument is already quoted, or a number.
func (p *page) printf(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

// say quotes a text that harmpath itself writes.
func (p *page) say(t models.Text) string { return Quote(t.In(p.doc.Lang)) }

func (p *page) head() {
	p.printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", p.doc.Lang)
	p.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", Policy)
	p.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.printf("<title>%s</title>\n<style>\n%s%s</style>\n</head>\n<body>\n", Quote(p.doc.Title), Inks(p.theme), style+p.stepPages())
	p.printf("<a class=\"skip\" href=\"#document\">%s</a>\n", p.say(words.SkipLink))
}

// stepPages are the style rules by which each printed page names its step at its head; every step of the document has
// upright pages and wide ones.
func (p *page) stepPages() string {
	var rules strings.Builder
	for _, now := range p.doc.Steps() {
		var names []string
		for _, step := range now.Trail() {
			name := step.Text().In(p.doc.Lang)
			if step == now {
				name = words.Fill(words.StepMark.In(p.doc.Lang), "step", name)
			}
			names = append(names, name)
		}
		head, class := strings.Join(names, " → "), now.Name()
		fmt.Fprintf(&rules, "@page %s { @top-right { content: \"%s\"; } }\n", class, head)
		fmt.Fprintf(&rules, "@page %s-wide { size: A4 landscape; @top-right { content: \"%s\"; } }\n", class, head)
		fmt.Fprintf(&rules, "section.%s { page: %s; }\nsection.%s.wide { page: %s-wide; }\n", class, class, class, class)
	}
	return rules.String()
}

func (p *page) title() {
	p.printf("<header class=\"title\">\n<p class=\"heading\">%s</p>\n<h1>%s</h1>\n", Quote(p.doc.Heading), Quote(p.doc.Title))
	p.blocks(p.doc.Front)
	p.printf("</header>\n")
}

func (p *page) contents() {
	p.printf("<nav class=\"contents\" id=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">%s</h2>\n<ol>\n", p.say(words.ContentsTitle))
	for i := range p.doc.Sections {
		s := &p.doc.Sections[i]
		p.printf("<li>%s", entry(s))
		if len(s.Sections) > 0 {
			p.printf("\n<ol>\n")
			for j := range s.Sections {
				p.printf("<li>%s</li>\n", entry(&s.Sections[j]))
			}
			p.printf("</ol>\n")
		}
		p.printf("</li>\n")
	}
	p.printf("</ol>\n</nav>\n")
}

func entry(s *content.Section) string {
	return fmt.Sprintf("<a href=\"#%s\"><span class=\"number\">%s</span> %s</a>", anchor(s.ID), Quote(s.Number), Quote(s.Title))
}

// anchor is the id of a section in the page; its prefix keeps it apart from the ids inside drawings.
func anchor(id string) string {
	return "section-" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, id)
}

// section writes a section, its step and its parts.
func (p *page) section(s *content.Section) {
	id := anchor(s.ID)
	class := s.Step.Name()
	p.width = printedWidth
	if s.Wide {
		class += " wide"
		p.width = printedWide
	}
	p.printf("<section class=\"%s\" id=\"%s\" aria-labelledby=\"%s-title\">\n", class, id, id)
	p.steps(s.Step)
	p.printf("<p class=\"step-head\">%s</p>\n", p.say(s.Step.Head()))
	p.printf("<h2 id=\"%s-title\"><span class=\"number\">%s</span> %s</h2>\n", id, Quote(s.Number), Quote(s.Title))
	p.blocks(s.Blocks)
	for i := range s.Sections {
		part := &s.Sections[i]
		id := anchor(part.ID)
		p.printf("<section class=\"part\" id=\"%s\" aria-labelledby=\"%s-title\">\n", id, id)
		p.printf("<h3 id=\"%s-title\"><span class=\"number\">%s</span> %s</h3>\n", id, Quote(part.Number), Quote(part.Title))
		p.blocks(part.Blocks)
		p.printf("</section>\n")
	}
	p.printf("</section>\n")
}

// steps is the bar of steps with the current one marked.
func (p *page) steps(now words.Step) {
	p.printf("<ol class=\"steps\" aria-label=\"%s\">", p.say(words.StepsLabel))
	for _, step := range now.Trail() {
		if step == now {
			p.printf("<li class=\"now\" aria-current=\"step\">%s</li>", p.say(step.Text()))
			continue
		}
		p.printf("<li>%s</li>", p.say(step.Text()))
	}
	p.printf("</ol>\n")
}
