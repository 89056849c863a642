package xlsx

import "github.com/harmpath/harmpath/models"

// typeface is what the letters of a workbook look like, and the room that they take on paper and on screen.
type typeface struct {
	name    string
	family  string // 2: without serifs; 3: of even width (ECMA-376, 18.8.18)
	charset string // empty: any
	line    float64
	digit   float64
	bullet  string // before a point of a list
}

// typefaceOf is the typeface of a language, with the height of a line and the width of a digit in points. Spreadsheets
// differ in both: these leave room for the text, and no more rows on a page than it shows.
func typefaceOf(lang models.Lang) typeface {
	if lang == models.English {
		return typeface{name: "Arial", family: "2", line: 13.5, digit: 5.6, bullet: "• "}
	}
	return typeface{name: "Yu Gothic", family: "3", charset: "128", line: 16.5, digit: 6, bullet: "・"}
}
