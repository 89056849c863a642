// Package content turns a result into the use-case document as a tree that knows no format: sections with the step that
// they belong to, paragraphs, tables with merged first columns, places of figures, notices, sources and footnotes. Every
// output of the document prints the same tree.
//
// The order of the sections, their terms and their tables are those of METI's task-force slides of 2021-11-29; the
// evidence behind them follows. Nothing that is missing is left out silently: an empty part says what the model lacks.
// The package computes nothing. All text in the tree is clean (see Clean): free of characters that no document should
// hold. Markup in it is still to be quoted by each format.
package content
