package main

import "github.com/urfave/cli/v2"

// subcommand is one command of the program: what the command-line library needs to know of it, and what completes
// its arguments and the values of its flags.
type subcommand struct {
	*cli.Command
	argument completer
	values   map[string]completer // by the flag's long name
}
