// Package xlsx is the output that writes the tables of the use-case document as a workbook, to be filtered, sorted and passed
// round as a check sheet: one sheet a table, with a frozen head, filters, merged first columns as in the document, and
// print areas on A4 landscape.
//
// It takes the tables of package content as they are. Every text is written as text, whatever it begins with: no cell
// holds a formula. The parts are written by package ooxml, since libraries for workbooks take start-up time of every
// command and order their parts at random.
package xlsx
