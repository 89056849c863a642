package commandline

import "github.com/urfave/cli/v2"

// Subcommand is one command of the program: what the command-line library needs to know of it, and what completes
// its arguments and the values of its flags.
type Subcommand struct {
	*cli.Command
	Argument Completer
	Values   map[string]Completer // by the flag's long name
}
