// Package typeface is the one typeface that harmpath carries with it: Noto Sans JP in two weights, reduced to the
// characters of JIS X 0208 and of Windows' Japanese code page, of western European languages, of Greek and Cyrillic
// letters, and to common symbols. Pictures and documents in formats without fonts of their own are set in it, so that they look the same everywhere.
//
// It turns characters into outlines and widths. What it lacks is shown as the geta mark 〓, as Japanese printers do, and
// never left out. Nothing is read until a glyph is asked for.
//
// The font files are made by scripts/typeface.sh and are under the SIL Open Font License 1.1 (OFL.txt).
package typeface
