package models

// Refusal is the error of opening a file that a case names and that is not read whatever it holds: it lies outside the
// case's folder, or is no file. The author of the case is told of it as of any other problem.
type Refusal struct {
	What   Message // follows the file's name: leads out of the folder
	Remedy Message // what to do instead
}

func (r Refusal) Error() string { return r.What.String() + "; " + r.Remedy.String() }
