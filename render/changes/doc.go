// Package changes turns a models.Difference into what people and programs read: lines for a terminal, Markdown for a
// pull request, and SARIF for a code host that shows results beside the lines of a file.
//
// It reads the difference and computes nothing. A reason names one step that works on one side only; see package
// analysis/difference.
package changes
