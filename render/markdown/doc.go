// Package markdown writes the use-case document as Markdown (CommonMark with the tables of GitHub), one file a
// language. The diagrams stand beside it as files.
//
// Markdown knows no merged cells: a cell that spans several rows is printed in the first of them. Text of the model is
// quoted so that none of it can become markup.
package markdown
