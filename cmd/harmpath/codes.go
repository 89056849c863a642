package main

// exitCode is what the program tells its caller.
type exitCode int

// The exit codes.
const (
	fine     exitCode = iota // done
	failed                   // the world failed, or the work was interrupted
	badInput                 // the command line or an input file is wrong
	reached                  // done, and the result is at or above what --fail-at names

	defect exitCode = 70 // harmpath is wrong, or has too little memory; EX_SOFTWARE of sysexits.h
)

// issues is where defects are reported.
const issues = "https://github.com/harmpath/harmpath/issues"
