package xlsx

import "github.com/harmpath/harmpath/render/content"

// The room of a printed page, A4 in landscape without its margins, in points.
const (
	pageWidth  = 841.9 - 2*0.4*72
	pageHeight = 595.3 - (0.7+0.6)*72
)

// mostEnds is how many ends of pages a sheet can hold; after them the program decides ([MS-XLSB], 2.4.196).
const mostEnds = 1023

// filled is the least share of a page that is filled before one ends for the sake of merged cells.
const filled = 0.6

// pager parts the rows of a sheet into printed pages.
type pager struct {
	sheet *sheet
	needs [][]float64 // how high the text of each cell is; 0 where a cell above spans the place
	room  float64     // of the rows of a page
}

// paginate decides the rows before which a printed page ends. Spreadsheets end pages within merged cells, of which the
// next page then shows an empty rest; so the ends are chosen, and merged cells end with them. How small a sheet is printed
// for its columns to fit a page is for the program to find, and only guessed here.
func (s *sheet) paginate(out *shape) {
	scale := min(1, pageWidth/(sum(out.widths)*s.face.digit))
	p := &pager{sheet: s, needs: s.needs(out.widths), room: 0.95*pageHeight/scale - out.title - out.head}
	for first := 0; first < len(s.rows); {
		end := p.end(first)
		if first > 0 && len(out.ends) < mostEnds {
			out.ends = append(out.ends, first)
		}
		copy(out.heights[first:end], p.heights(first, end))
		first = end
	}
}

// needs is how high the texts of the cells are.
func (s *sheet) needs(widths []float64) [][]float64 {
	out := make([][]float64, len(s.rows))
	for i, row := range s.rows {
		out[i] = make([]float64, len(widths))
		for j := range min(len(row), len(widths)) {
			if row[j].Span > 0 {
				out[i][j] = s.tall(s.textOf(row[j]), widths[j])
			}
		}
	}
	return out
}

// end is the row before which the page that begins with a row ends: the last one that the page has room for, or an
// earlier one where fewer merged cells are cut.
func (p *pager) end(first int) int {
	rows, last := p.sheet.rows, first+1
	for last < len(rows) && sum(p.heights(first, last+1)) <= p.room {
		last++
	}
	if last == len(rows) {
		return last
	}
	end := last
	for i := last - 1; i > first; i-- {
		height := sum(p.heights(first, i))
		if height < filled*p.room {
			break
		}
		if height <= p.room && cuts(rows[i]) < cuts(rows[end]) {
			end = i
		}
	}
	return end
}

// cuts counts the merged cells that go on in a row.
func cuts(row content.Row) int {
	count := 0
	for _, c := range row {
		if c.Span == 0 {
			count++
		}
	}
	return count
}

// heights are those of the rows from first to before end where they stand on one page: as their cells need, of a cell
// that spans rows its share there.
func (p *pager) heights(first, end int) []float64 {
	out := make([]float64, end-first)
	for i := range out {
		out[i] = p.sheet.face.line
	}
	for j := range p.needs[first] {
		for i := first; i < end; {
			at, span := p.sheet.origin(i, j)
			span = min(span-(i-at), end-i)
			share := min(p.needs[at][j]/float64(span), tallest)
			for k := range span {
				out[i-first+k] = max(out[i-first+k], share)
			}
			i += span
		}
	}
	return out
}

// origin is the row of the cell that stands at a place, be it from a row above, and how many rows it spans.
func (s *sheet) origin(i, j int) (at, span int) {
	for at = i; at > 0 && j < len(s.rows[at]) && s.rows[at][j].Span == 0; at-- {
	}
	if j >= len(s.rows[at]) {
		return i, 1
	}
	return at, max(s.rows[at][j].Span, i-at+1)
}
