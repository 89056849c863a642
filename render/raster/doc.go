// Package raster turns a picture (a list of shapes and texts) into pixels and into PNG, in harmpath's own typeface: the
// same picture on every machine, and equal bytes on every machine of one architecture, since floating-point arithmetic may be
// fused on some.
//
//	var press raster.Press
//	body, err := press.PNG(drawing.Picture, raster.Print(drawing.Picture))
//
// Shapes are filled and stroked by github.com/fogleman/gg, which does anti-aliasing, dashes and joins. Its own text is not
// used, since it scales the pixels of glyphs; here glyphs are outlines like every other shape.
package raster
