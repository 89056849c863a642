package commandline

import "github.com/harmpath/harmpath/models"

// UsageError is a command line that cannot be obeyed.
type UsageError struct{ problem models.Problem }

// usageError makes the error of a command, as the user writes it (harmpath report), or of one of its flags (--lang).
func usageError(command, flag string, what, remedy models.Message) UsageError {
	return UsageError{models.Problem{At: models.Place{File: command}, Path: flag, What: what, Remedy: remedy}}
}

func (e UsageError) Error() string { return e.In(models.English) }

// In says what is wrong with the command line and what to write instead, in a language.
func (e UsageError) In(lang models.Lang) string { return e.problem.In(lang) }
