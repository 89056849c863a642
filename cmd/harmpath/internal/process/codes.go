package process

// ExitCode is what the program tells its caller.
type ExitCode int

// The exit codes.
const (
	Fine     ExitCode = iota // done
	Failed                   // the world failed, or the work was interrupted
	BadInput                 // the command line or an input file is wrong
	Reached                  // done, and the result is at or above what --fail-at names

	Defect ExitCode = 70 // harmpath is wrong, or has too little memory; EX_SOFTWARE of sysexits.h
)

// Issues is where defects are reported.
const Issues = "https://github.com/harmpath/harmpath/issues"
