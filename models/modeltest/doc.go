// Package modeltest makes models for tests and measurements. AnyCase makes small ones in which everything comes up that a
// model file can say, for what holds of every model. Large ones are made of which the answers are known: a City has any
// number of smart homes, the makers whose services they share, and plants in Purdue levels. It makes the system that a
// person would have written, and the file that this person would have saved; what follows from it is said by formulas
// that share nothing with harmpath, so that results are tested at every size. FuzzSupplement fuzzes a format of
// attached files.
package modeltest
