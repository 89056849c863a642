// Package topology turns a system into graphs that are asked: which networks a component is attached to, what is built
// into what, over which legs flows go, what passes between networks and what flows open there, which zones lie around which, and
// what of all this is missing. Whoever asks who
// stands beside whom in a system asks here and builds no lists of neighbors. It judges nothing.
//
// Each relation is a directed graph of github.com/dominikbraun/graph with the elements' ids as vertices. That library
// keeps one edge for a pair, on which parallel legs ride together; it returns maps, copies all edges for each
// neighborhood that is asked for, and takes 30 to 70 ms for a city of 10,000 components. Its graphs therefore stand on
// a store of this package: rows in the order of the model, from which all answers are read without a copy.
//
// Answers are in the order of the model and each thing stands in them once. What an element names and the system does
// not have is passed over, and of elements with one id the first counts, so that systems may be asked that have not
// passed their checks. No walk recurses, and each ends where elements lie within themselves.
package topology
