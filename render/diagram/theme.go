package diagram

// Theme is a choice of colors.
type Theme string

// The themes; the zero value is Light.
const (
	Light Theme = "light" // for screens and color print
	Print Theme = "print" // for black and white print: white zones, black lines
	Dark  Theme = "dark"  // for dark screens
)

// Palette is the colors of a theme, as "#rrggbb".
type Palette struct {
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
	Levels   [4]LevelInk // by Level
}

// LevelInk is how a level is painted.
type LevelInk struct {
	Fill   string  // the strip, the badge, a cell of a grid
	Text   string  // upon Fill
	Hatch  string  // lines upon Fill
	Weight float64 // of a node's border
	Border string
}

// Palette returns the theme's colors. The levels run from light to dark, so that their order survives without color, and
// use neither red against green nor blue against violet.
func (t Theme) Palette() Palette {
	switch t {
	case Print:
		return printPalette
	case Dark:
		return darkPalette
	default:
		return lightPalette
	}
}

var lightPalette = Palette{
	Paper: "#ffffff", Ink: "#1b2733", Soft: "#4d5c6b", Faint: "#a7b1bb", Line: "#5b6b7b",
	Accent: "#1f4e79", Attack: "#b3261e", Protect: "#2a6b57", Card: "#ffffff", OnStrong: "#ffffff",
	Zones:    [3]string{"#f3f6f9", "#e7edf3", "#dbe4ec"},
	ZoneLine: "#8ea0b2",
	Levels: [4]LevelInk{
		{Fill: "#ffffff", Text: "#1b2733", Hatch: "#ffffff", Weight: 1.2, Border: "#5b6b7b"},
		{Fill: "#fbeebf", Text: "#3d3103", Hatch: "#fbeebf", Weight: 1.2, Border: "#8a7420"},
		{Fill: "#f2b36b", Text: "#3f2000", Hatch: "#c9802c", Weight: 2, Border: "#a3560a"},
		{Fill: "#8f2323", Text: "#ffffff", Hatch: "#6a1515", Weight: 3, Border: "#701717"},
	},
}

var printPalette = Palette{
	Paper: "#ffffff", Ink: "#000000", Soft: "#333333", Faint: "#999999", Line: "#333333",
	Accent: "#000000", Attack: "#000000", Protect: "#333333", Card: "#ffffff", OnStrong: "#ffffff",
	Zones:    [3]string{"#ffffff", "#f6f6f6", "#ededed"},
	ZoneLine: "#666666",
	Levels: [4]LevelInk{
		{Fill: "#ffffff", Text: "#000000", Hatch: "#ffffff", Weight: 1.2, Border: "#333333"},
		{Fill: "#ffffff", Text: "#000000", Hatch: "#ffffff", Weight: 1.2, Border: "#000000"},
		{Fill: "#d9d9d9", Text: "#000000", Hatch: "#8c8c8c", Weight: 2, Border: "#000000"},
		{Fill: "#4d4d4d", Text: "#ffffff", Hatch: "#222222", Weight: 3, Border: "#000000"},
	},
}

var darkPalette = Palette{
	Paper: "#14191f", Ink: "#eef2f6", Soft: "#b4c0cc", Faint: "#5f6b78", Line: "#94a3b3",
	Accent: "#8fc1ee", Attack: "#ff8a7a", Protect: "#7fd0b5", Card: "#232b34", OnStrong: "#14191f",
	Zones:    [3]string{"#1a2129", "#202832", "#27313c"},
	ZoneLine: "#5d6f82",
	Levels: [4]LevelInk{
		{Fill: "#232b34", Text: "#eef2f6", Hatch: "#232b34", Weight: 1.2, Border: "#94a3b3"},
		{Fill: "#5e5426", Text: "#fff6d6", Hatch: "#5e5426", Weight: 1.2, Border: "#c9b458"},
		{Fill: "#b5742a", Text: "#14191f", Hatch: "#8c5516", Weight: 2, Border: "#e9a04e"},
		{Fill: "#f0d3cf", Text: "#5a0f0f", Hatch: "#d79d95", Weight: 3, Border: "#f0d3cf"},
	},
}
