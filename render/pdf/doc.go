// Package pdf is the output that writes the use-case document as PDF on A4: title page, contents with page numbers,
// bookmarks, tables whose heads stand on every page, and the figures as vector graphics, all in harmpath's own typeface, of
// which the characters used are embedded.
//
// It prints the tree of package content by github.com/go-pdf/fpdf, which knows fonts and pages; where lines and pages end is
// decided here, since it has no Japanese rules. The document is set twice: once to learn on which page each section begins, and
// once onto paper. Equal input gives equal bytes: the dates in the file are those of the input.
package pdf
