package commandline

// UsageError is a command line that cannot be obeyed.
type UsageError struct {
	command string // as the user writes it, e.g. harmpath report
	what    string // what is wrong
	remedy  string // what to write instead; may be empty
}

func (e UsageError) Error() string {
	if e.remedy == "" {
		return e.command + ": " + e.what
	}
	return e.command + ": " + e.what + "; " + e.remedy
}
