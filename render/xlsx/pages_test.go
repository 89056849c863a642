package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
)

// pathSheet is a sheet of groups of merged rows, as that of attack paths is.
func pathSheet(sizes ...int) *sheet {
	s := &sheet{name: "Paths", title: "Paths", face: typefaceOf(models.English), columns: []content.Column{
		{Title: "Path", Weight: 5, Head: true}, {Title: "Step", Weight: 2, Centre: true}, {Title: "What happens", Weight: 20},
	}}
	for group, size := range sizes {
		t := content.Table{}
		for step := range size {
			cells := content.Row{}
			for _, text := range []string{strconv.Itoa(step + 1), "An attacker does something that takes a sentence to tell."} {
				cells = append(cells, content.Cell{Span: 1, Lines: []content.Line{{{Text: text}}}})
			}
			t.Rows = append(t.Rows, cells)
		}
		s.add(&t, []string{fmt.Sprintf("Path %d: an attacker whose name takes several lines in a column as narrow as this", group+1)})
	}
	return s
}

// TestPagesEndBetweenGroups: no merged cell goes on over the end of a page, whose rows have room on it, and the next page
// begins with a cell that names its rows. A group that is longer than a page is named again.
func TestPagesEndBetweenGroups(t *testing.T) {
	for name, s := range map[string]*sheet{
		"short groups": pathSheet(3, 7, 5, 1, 1, 8, 6, 2, 4, 7, 5, 6, 3, 2, 8, 8, 5, 1, 7),
		"long groups":  pathSheet(100, 1, 60),
		"one group":    pathSheet(150),
	} {
		shape := s.shape()
		if len(shape.ends) == 0 {
			t.Fatalf("%s: all stands on one page", name)
		}
		whole := 0
		for first, k := 0, 0; first < len(s.rows); k++ {
			end := len(s.rows)
			if k < len(shape.ends) {
				end = shape.ends[k]
			}
			if used := (sum(shape.heights[first:end]) + shape.title + shape.head) * min(1, pageWidth/(sum(shape.widths)*s.face.digit)); used > pageHeight {
				t.Errorf("%s: page %d is %.0f points high", name, k+1, used)
			}
			if s.rows[first][0].Span > 0 {
				whole++
			}
			first = end
		}
		if name == "short groups" && whole != len(shape.ends)+1 {
			t.Errorf("only %d of %d pages begin with a group", whole, len(shape.ends)+1)
		}
		for _, area := range mergedIn(t, s) {
			for _, end := range shape.ends {
				if area[0] < end && end < area[1] {
					t.Errorf("%s: the cell of the rows %v goes on over the page that ends before row %d", name, area, end)
				}
			}
		}
	}
}

// mergedIn are the rows, from and to before, of the merged cells of the first column.
func mergedIn(t *testing.T, s *sheet) [][2]int {
	t.Helper()
	body, err := book(&content.Document{Lang: models.English}, []sheet{*s}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	merged, err := open(t, body).GetMergeCells(s.name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]int
	for _, m := range merged {
		if !strings.HasPrefix(m.GetStartAxis(), "A") || m.GetStartAxis() == "A1" {
			continue
		}
		_, first, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		_, last, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		out = append(out, [2]int{first - headRow - 1, last - headRow})
	}
	return out
}

// TestPagesAreWritten: a sheet is as wide as a page, in as many of them as it takes, and says where each ends.
func TestPagesAreWritten(t *testing.T) {
	s := pathSheet(3, 9, 12, 1, 1, 8, 10, 2, 14, 7, 5, 6, 3, 20)
	body := string(s.worksheet("Case", true))
	if !strings.Contains(body, `fitToWidth="1" fitToHeight="0"`) {
		t.Error("the sheet is not made to fit the width of a page alone")
	}
	for _, end := range s.shape().ends {
		if !strings.Contains(body, fmt.Sprintf(`<brk id="%d" max="16383" man="1"/>`, headRow+end)) {
			t.Errorf("no page ends before row %d", end)
		}
	}
	order := []string{"<sheetData", "<autoFilter", "<mergeCells", "<printOptions", "<pageMargins", "<pageSetup", "<headerFooter", "<rowBreaks"}
	places := make([]int, len(order))
	for i, element := range order {
		places[i] = strings.Index(body, element)
	}
	if !slices.IsSorted(places) || places[0] < 0 {
		t.Errorf("the elements stand at %v", places)
	}
}
