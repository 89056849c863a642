package xlsx

import (
	"strconv"

	"github.com/harmpath/harmpath/render/ooxml"
)

// The styles of cells. Each exists a second time, quotedStyles further, for text that begins like a formula.
const (
	normalStyle = iota
	titleStyle
	headStyle
	nameStyle // names its row
	bodyStyle
	centreStyle
	quotedStyles
)

// look is how a style looks: indices into the fonts, fills and borders of styles, and where text stands.
var looks = [quotedStyles]struct{ font, fill, border, across, down string }{
	normalStyle: {"0", "0", "0", "", "center"},
	titleStyle:  {"1", "0", "0", "left", "center"},
	headStyle:   {"2", "2", "1", "center", "center"},
	nameStyle:   {"0", "3", "1", "left", "top"},
	bodyStyle:   {"0", "0", "1", "left", "top"},
	centreStyle: {"0", "0", "1", "center", "top"},
}

// styles writes the style sheet, its elements in the order of the schema (ECMA-376, 18.8.39).
func styles(face typeface) []byte {
	m := ooxml.NewMarkup()
	m.Open("styleSheet", "xmlns", namespace)
	m.Open("fonts", "count", "3")
	font(m, face, "10", "FF1B2733", false)
	font(m, face, "14", "FF1F4E79", true)
	font(m, face, "10", "FFFFFFFF", true)
	m.Close()
	m.Open("fills", "count", "4")
	for _, fill := range []struct{ pattern, color string }{{"none", ""}, {"gray125", ""}, {"solid", "FF1F4E79"}, {"solid", "FFEEF3F8"}} {
		m.Open("fill")
		m.Open("patternFill", "patternType", fill.pattern)
		if fill.color != "" {
			m.Empty("fgColor", "rgb", fill.color)
		}
		m.Close()
		m.Close()
	}
	m.Close()
	m.Open("borders", "count", "2")
	border(m, "")
	border(m, "thin")
	m.Close()
	m.Open("cellStyleXfs", "count", "1")
	m.Empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")
	m.Close()
	m.Open("cellXfs", "count", strconv.Itoa(2*len(looks)))
	for _, quoted := range []string{"", "1"} {
		for i := range looks {
			cellStyle(m, i, quoted)
		}
	}
	m.Close()
	m.Open("cellStyles", "count", "1")
	m.Empty("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0")
	m.Close()
	m.Close()
	return m.Bytes()
}

func font(m *ooxml.Markup, face typeface, size, color string, bold bool) {
	m.Open("font")
	if bold {
		m.Empty("b")
	}
	m.Empty("sz", "val", size)
	m.Empty("color", "rgb", color)
	m.Empty("name", "val", face.name)
	m.Empty("family", "val", face.family)
	if face.charset != "" {
		m.Empty("charset", "val", face.charset)
	}
	m.Close()
}

func border(m *ooxml.Markup, style string) {
	m.Open("border")
	for _, side := range []string{"left", "right", "top", "bottom"} {
		m.Open(side, "style", style)
		if style != "" {
			m.Empty("color", "rgb", "FFB8C4D0")
		}
		m.Close()
	}
	m.Empty("diagonal")
	m.Close()
}

func cellStyle(m *ooxml.Markup, index int, quoted string) {
	look := looks[index]
	m.Open("xf", "numFmtId", "0", "fontId", look.font, "fillId", look.fill, "borderId", look.border, "xfId", "0", "quotePrefix", quoted,
		"applyFont", "1", "applyFill", "1", "applyBorder", "1", "applyAlignment", "1")
	wrap := "1"
	if index == normalStyle {
		wrap = ""
	}
	m.Empty("alignment", "horizontal", look.across, "vertical", look.down, "wrapText", wrap)
	m.Close()
}
