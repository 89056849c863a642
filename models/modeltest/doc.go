// Package modeltest makes large models of which the answers are known, for tests and measurements: a City has any
// number of smart homes, the makers whose services they share, and plants in Purdue levels. It makes the system that a
// person would have written, and the file that this person would have saved; what follows from it is said by formulas
// that share nothing with harmpath, so that results are tested at every size.
package modeltest
