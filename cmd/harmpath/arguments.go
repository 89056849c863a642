package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// oneArgument returns the only argument of a command, or says which one it wants.
func oneArgument(c *cli.Context) (string, error) {
	switch c.NArg() {
	case 0:
		return "", misuse(c, c.Command.ArgsUsage+" is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	case 1:
		return c.Args().First(), nil
	}
	return "", misuse(c, "one argument is wanted, and "+quoted(c.Args().Get(1))+" is one too many", "")
}

// someArguments returns the arguments of a command that takes one or more.
func someArguments(c *cli.Context) ([]string, error) {
	if c.NArg() == 0 {
		one := strings.TrimSuffix(c.Command.ArgsUsage, "...")
		return nil, misuse(c, one+" is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	}
	return c.Args().Slice(), nil
}

// noArgument refuses arguments.
func noArgument(c *cli.Context) error {
	if c.NArg() == 0 {
		return nil
	}
	return misuse(c, "no argument is wanted, and "+quoted(c.Args().First())+" is one", "")
}

// misuse is the error of a command that cannot obey its command line.
func misuse(c *cli.Context, what, remedy string) usageError {
	return usageError{c.Command.HelpName, what, remedy}
}
