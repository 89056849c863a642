// Package html writes the use-case document as one self-contained HTML file a language: the drawings stand in it as
// SVG, the style sheet (for the screen and for A4 paper) as well, and nothing is fetched from anywhere.
//
// It prints the tree of package content. Every text passes through Quote; the page carries a content security policy
// under which no script can run, whatever a text or a drawing holds.
package html
