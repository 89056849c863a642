// Package palette is the one table of the colors in which drawings and pages are shown: a choice for screens and color
// print, one for black and white print, and one for dark screens. Texts stand out from their ground as WCAG 2 asks at its
// level AA, and what a color says is told apart without seeing colors as well.
package palette

// Theme is a choice of colors.
type Theme string

// The themes; the zero value is Light.
const (
	Light Theme = "light" // for screens and color print
	Print Theme = "print" // for black and white print: white zones, black lines
	Dark  Theme = "dark"  // for dark screens
)

// Colors are those of a theme, as "#rrggbb".
type Colors struct {
	Paper    string    // behind everything
	Ink      string    // text and borders of note
	Soft     string    // text that is added
	Faint    string    // what is muted
	Line     string    // ordinary lines and borders
	Accent   string    // icons, numbers
	Attack   string    // the attack path
	Protect  string    // measures and safeguards
	Card     string    // inside nodes
	OnStrong string    // text on Accent, Attack and the strongest level
	Zones    [3]string // inside zones, by depth
	ZoneLine string
	Levels   [4]Level // by level: none, then the three of a scale
	Page     Page     // of pages beside their drawings
}

// Level is how a level is painted.
type Level struct {
	Fill   string  // the strip, the badge, a cell of a grid
	Text   string  // upon Fill
	Hatch  string  // lines upon Fill
	Weight float64 // of a node's border
	Border string
}

// Page is what a page has beside the colors of drawings.
type Page struct {
	Line        string // of tables
	HeadLine    string // between the heads of a table
	Tint        string // behind the names of rows
	Notice      string // behind a notice
	Caution     string // behind a notice of caution
	CautionLine string
	Middle      Chip // the second level of a scale
	High        Chip // the highest
}

// Chip is a word on a ground of its own.
type Chip struct{ Fill, Text, Border string }

// Themes lists the themes, the default first.
func Themes() []Theme { return []Theme{Light, Print, Dark} }

// OnPaper is the theme in which what is printed shows what a screen shows in this one.
func (t Theme) OnPaper() Theme {
	if t == Dark {
		return Light
	}
	return t
}

// Colors returns the theme's colors. The levels run from light to dark, so that their order survives without color, and
// use neither red against green nor blue against violet.
func (t Theme) Colors() Colors {
	switch t {
	case Print:
		return printPalette
	case Dark:
		return darkPalette
	default:
		return lightPalette
	}
}

var lightPalette = Colors{
	Paper: "#ffffff", Ink: "#1b2733", Soft: "#4d5c6b", Faint: "#a7b1bb", Line: "#5b6b7b",
	Accent: "#1f4e79", Attack: "#b3261e", Protect: "#2a6b57", Card: "#ffffff", OnStrong: "#ffffff",
	Zones:    [3]string{"#f3f6f9", "#e7edf3", "#dbe4ec"},
	ZoneLine: "#8ea0b2",
	Levels: [4]Level{
		{Fill: "#ffffff", Text: "#1b2733", Hatch: "#ffffff", Weight: 1.2, Border: "#5b6b7b"},
		{Fill: "#fbeebf", Text: "#3d3103", Hatch: "#fbeebf", Weight: 1.2, Border: "#8a7420"},
		{Fill: "#f2b36b", Text: "#3f2000", Hatch: "#c9802c", Weight: 2, Border: "#a3560a"},
		{Fill: "#8f2323", Text: "#ffffff", Hatch: "#6a1515", Weight: 3, Border: "#701717"},
	},
	Page: Page{
		Line: "#b8c4d0", HeadLine: "#7d9bb8", Tint: "#eef3f8", Notice: "#f6f8fa", Caution: "#fdf6ec", CautionLine: "#8a4b00",
		Middle: Chip{Fill: "#fbe8cd", Text: "#1b2733", Border: "#8a4b00"},
		High:   Chip{Fill: "#7c1d1d", Text: "#ffffff", Border: "#7c1d1d"},
	},
}

var printPalette = Colors{
	Paper: "#ffffff", Ink: "#000000", Soft: "#333333", Faint: "#999999", Line: "#333333",
	Accent: "#000000", Attack: "#000000", Protect: "#333333", Card: "#ffffff", OnStrong: "#ffffff",
	Zones:    [3]string{"#ffffff", "#f6f6f6", "#ededed"},
	ZoneLine: "#666666",
	Levels: [4]Level{
		{Fill: "#ffffff", Text: "#000000", Hatch: "#ffffff", Weight: 1.2, Border: "#333333"},
		{Fill: "#ffffff", Text: "#000000", Hatch: "#ffffff", Weight: 1.2, Border: "#000000"},
		{Fill: "#d9d9d9", Text: "#000000", Hatch: "#8c8c8c", Weight: 2, Border: "#000000"},
		{Fill: "#4d4d4d", Text: "#ffffff", Hatch: "#222222", Weight: 3, Border: "#000000"},
	},
	Page: Page{
		Line: "#999999", HeadLine: "#999999", Tint: "#f2f2f2", Notice: "#ffffff", Caution: "#ffffff", CautionLine: "#000000",
		Middle: Chip{Fill: "#d9d9d9", Text: "#000000", Border: "#000000"},
		High:   Chip{Fill: "#333333", Text: "#ffffff", Border: "#000000"},
	},
}

var darkPalette = Colors{
	Paper: "#14191f", Ink: "#eef2f6", Soft: "#b4c0cc", Faint: "#5f6b78", Line: "#94a3b3",
	Accent: "#8fc1ee", Attack: "#ff8a7a", Protect: "#7fd0b5", Card: "#232b34", OnStrong: "#14191f",
	Zones:    [3]string{"#1a2129", "#202832", "#27313c"},
	ZoneLine: "#5d6f82",
	Levels: [4]Level{
		{Fill: "#232b34", Text: "#eef2f6", Hatch: "#232b34", Weight: 1.2, Border: "#94a3b3"},
		{Fill: "#5e5426", Text: "#fff6d6", Hatch: "#5e5426", Weight: 1.2, Border: "#c9b458"},
		{Fill: "#b5742a", Text: "#14191f", Hatch: "#8c5516", Weight: 2, Border: "#e9a04e"},
		{Fill: "#f0d3cf", Text: "#5a0f0f", Hatch: "#d79d95", Weight: 3, Border: "#f0d3cf"},
	},
	Page: Page{
		Line: "#3d4a57", HeadLine: "#5d6f82", Tint: "#1d252e", Notice: "#1a2129", Caution: "#2b2416", CautionLine: "#e9a04e",
		Middle: Chip{Fill: "#4a3413", Text: "#ffe7c2", Border: "#e9a04e"},
		High:   Chip{Fill: "#f0d3cf", Text: "#5a0f0f", Border: "#f0d3cf"},
	},
}
