// Package docx writes the use-case document as a Word document a language: headings, tables, captions, fields and a table of
// contents of Word's own, figures as vectors with a raster to fall back to, A4 with wide tables on pages in landscape.
//
// It prints the tree of package content as WordprocessingML (ECMA-376, part 1, section 17). Looks come from the parts in
// this folder, or from a template of the user's: its styles, typefaces, logo, header, footer and page.
package docx
