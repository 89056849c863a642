package commandline

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// OneArgument returns the only argument of a command, or says which one it wants.
func OneArgument(c *cli.Context) (string, error) {
	switch c.NArg() {
	case 0:
		return "", Misuse(c, c.Command.ArgsUsage+" is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	case 1:
		return c.Args().First(), nil
	}
	return "", Misuse(c, "one argument is wanted, and "+Quoted(c.Args().Get(1))+" is one too many", "")
}

// SomeArguments returns the arguments of a command that takes one or more.
func SomeArguments(c *cli.Context) ([]string, error) {
	if c.NArg() == 0 {
		one := strings.TrimSuffix(c.Command.ArgsUsage, "...")
		return nil, Misuse(c, one+" is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	}
	return c.Args().Slice(), nil
}

// NoArgument refuses arguments.
func NoArgument(c *cli.Context) error {
	if c.NArg() == 0 {
		return nil
	}
	return Misuse(c, "no argument is wanted, and "+Quoted(c.Args().First())+" is one", "")
}

// Misuse is the error of a command that cannot obey its command line.
func Misuse(c *cli.Context, what, remedy string) UsageError {
	return UsageError{c.Command.HelpName, what, remedy}
}
