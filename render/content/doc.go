// Package content is a document as a tree that knows no format: sections with the step that they belong to, paragraphs,
// tables with merged first columns, places of figures, notices, sources and footnotes. Every output of the document prints
// the same tree. All text in it is clean (see Clean): free of characters that no document should hold; markup in it is
// still to be quoted by each format.
//
// The rooms beside it fill the tree and compute nothing: phrasing is the view of a result in one language, usecase writes
// the document of one case and casebook that of several, attacks what both and the figures say about attacks, and
// document chooses. Nothing that is missing is left out silently: an empty part says what the model lacks.
package content
