// Package analysistest is test furniture for analyses: it runs them over model files that carry their own
// expectations, over models changed in a test, and over generated ones.
//
// An expectation is a comment of the model's file:
//
//	# want entry scald remote cloud
//	# want no entry scald remote water_heater
//	# only entry scald
//
// The words after `want` are a statement that the result must make; those after `want no` begin a statement that it
// must not make; `only` says that all statements which begin so are wanted. Statements lists them all.
package analysistest
