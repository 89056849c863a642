// Package xlsx is the output that writes the tables of the use-case document as a workbook, to be filtered, sorted and passed
// round as a check sheet: one sheet a table, with a frozen head, filters, merged first columns as in the document, and
// print areas on A4 landscape.
//
// It takes the tables of package content as they are. Every text is written as text, whatever it begins with: no cell
// holds a formula. The parts are written by package ooxml: excelize (2.11), the library that tests read them with, writes the same
// workbook in other bytes on each run (six files of ten runs), and merely linking it costs every command 6 ms of processor
// time and 6 MB of memory, and the program 9 MB.
package xlsx
