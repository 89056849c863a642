// Package attacks writes what a document says about attacks: their steps in tables and sentences, the evidence for each
// consequence, where attacks begin, and the answer to a question about paths. Figures number steps and attacks by it, so
// that they agree with the tables.
package attacks
