// Package translation turns the English texts of messages into those of another language: for each language one
// function, which is its catalog.
//
// An English text is a fmt format and at once the id of its message, as in gettext; see models.Messagef, which makes
// messages, and the test in cmd/harmpath, which finds a message that a catalog lacks, an entry that nothing says and an
// entry that takes other arguments. golang.org/x/text/message has such catalogs, too; it writes numbers with separators
// (1,000) in identifiers' company, keeps catalogs in variables that are filled at import or built at every start, and its
// printers know nothing of messages within messages. What is left of it to use is fmt's own %[2]s.
package translation
