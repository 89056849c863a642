package html

import (
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/render/palette"
)

// Inks are the style rules that give a page the colors of a theme. A page for dark screens is printed as dark on light: its
// drawings are turned over there.
func Inks(theme palette.Theme) string {
	var out strings.Builder
	fmt.Fprintf(&out, ":root {\n%s}\n", variables(theme))
	if paper := theme.OnPaper(); paper != theme {
		fmt.Fprintf(&out, ":root { color-scheme: dark; }\n@media print {\n:root {\n  color-scheme: light;\n%s}\n", variables(paper))
		out.WriteString("figure svg { filter: invert(1) hue-rotate(180deg) brightness(1.12); }\n}\n")
	}
	return out.String()
}

// variables declare the colors of a theme for the style sheets.
func variables(theme palette.Theme) string {
	c := theme.Colors()
	var out strings.Builder
	for _, v := range [][2]string{
		{"ink", c.Ink}, {"soft", c.Soft}, {"line", c.Page.Line}, {"rule", c.Accent}, {"on-rule", c.OnStrong}, {"head-line", c.Page.HeadLine},
		{"tint", c.Page.Tint}, {"paper", c.Paper}, {"notice", c.Page.Notice}, {"caution", c.Page.Caution}, {"caution-line", c.Page.CautionLine},
		{"middle", c.Page.Middle.Fill}, {"on-middle", c.Page.Middle.Text}, {"middle-border", c.Page.Middle.Border},
		{"high", c.Page.High.Fill}, {"on-high", c.Page.High.Text}, {"high-border", c.Page.High.Border},
	} {
		fmt.Fprintf(&out, "  --%s: %s;\n", v[0], v[1])
	}
	return out.String()
}
