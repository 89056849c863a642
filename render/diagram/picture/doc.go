// Package picture is a drawing as a plain list of shapes and texts with fixed positions, and its form as SVG. It knows nothing
// of what is drawn; other formats (PNG, PDF, EMF) can be written from the same list without laying out again.
//
//	p := picture.New("risk-map", 600, 400)
//	p.Title = "リスクマップ"
//	p.Add(
//		picture.Shape{Path: picture.RoundRect(20, 20, 200, 80, 6), Fill: "#ffffff", Stroke: "#333333", Width: 1},
//		picture.Text{X: 120, Y: 64, Anchor: picture.Middle, Size: 13, Fill: "#1a1a1a", Content: "ガス給湯器"},
//	)
//	p.WriteSVG(w)
//
// Any text may be given as content: it is escaped, and characters that no XML may hold are left out. Equal pictures give
// equal bytes.
package picture
