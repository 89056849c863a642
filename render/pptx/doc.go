// Package pptx writes the overview of a case as slides, one file a language: one topic a slide, in the order and with the
// columns of METI's deck, with text and tables that can be edited and figures as vectors.
//
// It prints the tree of package content as PresentationML (ECMA-376, part 1, section 19) on slides of A4 in landscape.
// A table that does not fit goes on over further slides; how high its rows are is reckoned with package typeset, and the lead of
// every line is fixed, so that no typeface makes them higher. A template of the user's lends its master, layout and theme.
package pptx
