package pdf

import (
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/typeface"
	"github.com/harmpath/harmpath/render/words"
)

// A4 and its margins, in points.
const (
	shortSide = 595.28
	longSide  = 841.89
	margin    = 43
	headRoom  = 58
	footRoom  = 46
)

// paperWidth and paperHeight are the size of the page.
func (s *setter) paperWidth() float64 {
	if s.wide {
		return longSide
	}
	return shortSide
}

func (s *setter) paperHeight() float64 { return shortSide + longSide - s.paperWidth() }

// left, width and bottom bound what is set on the page; its upper bound is headRoom.
func (s *setter) left() float64   { return margin }
func (s *setter) width() float64  { return s.paperWidth() - 2*margin }
func (s *setter) bottom() float64 { return s.paperHeight() - footRoom }

// tall is the height of an empty page.
func (s *setter) tall() float64 { return s.bottom() - headRoom }

// newPage begins a page, with its header and footer.
func (s *setter) newPage(wide bool) {
	s.page++
	s.wide, s.y = wide, headRoom
	if s.paper == nil {
		return
	}
	direction := "P"
	if wide {
		direction = "L"
	}
	s.paper.AddPageFormat(direction, fpdf.SizeType{Wd: shortSide, Ht: longSide})
	if s.page > 1 {
		s.header()
	}
	number := strconv.Itoa(s.page) + " / " + strconv.Itoa(s.pages)
	st := style{size: 8.5, ink: soft}
	s.put((s.paperWidth()-st.font().Width(number)*st.size)/2, s.paperHeight()-24, number, st)
}

// header is the title of the case and the steps, of which the page's own is marked.
func (s *setter) header() {
	const line = 36
	st := style{size: 8, ink: soft}
	x := s.paperWidth() - margin
	if s.inSteps {
		steps := s.step.Trail()
		for i := len(steps) - 1; i >= 0; i-- {
			name, look := s.text(steps[i].Text()), st
			if steps[i] == s.step {
				name, look = words.Fill(s.text(words.StepMark), "step", name), style{size: 8, bold: true, ink: accent}
			}
			if i < len(steps)-1 {
				name += " → "
			}
			x -= look.font().Width(name) * look.size
			s.put(x, line, name, look)
		}
	}
	title := shortened(s.doc.Title, st, x-margin-20)
	s.put(margin, line, title, st)
	s.rect(margin, line+6, s.width(), 0.6, rule)
}

// shortened cuts a line to a width and ends it with an ellipsis if something had to go.
func shortened(text string, st style, limit float64) string {
	const ellipsis = "…"
	font, room := st.font(), limit/st.size
	text = typeface.Visible(text)
	if font.Width(text) <= room {
		return text
	}
	width := font.Width(ellipsis)
	for i, r := range text {
		if width += font.Glyph(r).Advance; width > room {
			return text[:i] + ellipsis
		}
	}
	return text
}

// room begins a new page unless height is free on this one.
func (s *setter) room(height float64) {
	if s.y+height > s.bottom() && s.y > headRoom {
		s.newPage(s.wide)
	}
}

// arrive is where links to a section lead.
func (s *setter) arrive(id string) {
	if s.paper == nil {
		s.pageOf[id] = s.page
		return
	}
	s.paper.SetLink(s.links[id], s.y, -1)
}

// mark adds a bookmark.
func (s *setter) mark(title string, depth int) {
	if s.paper == nil {
		return
	}
	s.paper.SetFont(family, "", 10)
	s.paper.Bookmark(content.Clean(title), depth, s.y)
}

// entry is a line of the contents.
func (s *setter) entry(section *content.Section, st style, indent float64) {
	height := st.size * leading
	s.room(height)
	number := strconv.Itoa(s.pageOf[section.ID])
	end := s.left() + s.width() - st.font().Width(number)*st.size
	title := shortened(section.Number+"　"+section.Title, st, end-s.left()-indent-30)
	x := s.left() + indent
	s.put(x, s.y+st.size, title, st)
	dots := style{size: st.size, ink: rule}
	step := dots.font().Width("...") * dots.size
	for at := end - step - 6; at > x+st.font().Width(title)*st.size+6; at -= step {
		s.put(at, s.y+st.size, "...", dots)
	}
	s.put(end, s.y+st.size, number, st)
	s.link(x, s.y, s.width()-indent, height, section.ID)
	s.y += height + 1
}

// text is a text of harmpath's own in the document's language.
func (s *setter) text(t models.Text) string { return t.In(s.doc.Lang) }
