// Package typeset answers how wide a text is and where its lines break, without any font at hand: full-width characters are one em
// wide, half-width ones half an em, and European letters as in a table of common sans-serif fonts, with a margin. So
// boxes are sized when a picture is made, equal on every machine, and hold their text wherever it is shown.
//
// Lines break after the Unicode line breaking algorithm (UAX #14, from github.com/rivo/uniseg), whose classes include the
// Japanese rules (kinsoku): no line starts with a closing bracket, a small kana or a mark such as 、。ー, and no line ends with an
// opening bracket.
package typeset
