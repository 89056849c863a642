// Package usecase writes the document of one case: its sections in the order of METI's slides of 2021-11-29, the evidence
// behind them, and those sections that commands print alone. A section is a function over the view of a result; a new one
// is a file and its line in the list of sections.
package usecase
