package commandline

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// Arguments returns the arguments of a command where they are as many as its ArgsUsage says: one for each word, any number
// where it ends in dots, none or one where it stands in brackets.
func Arguments(c *cli.Context) ([]string, error) {
	given, usage := c.Args().Slice(), c.Command.ArgsUsage
	wanted := len(strings.Fields(usage))
	several, optional := strings.Contains(usage, "..."), strings.HasPrefix(usage, "[")
	switch n := len(given); {
	case n == 0 && wanted > 0 && !optional:
		return nil, Misuse(c, strings.TrimSuffix(usage, "...")+" is missing", "write "+c.Command.HelpName+" "+usage)
	case n == wanted, several, n == 0:
		return given, nil
	case wanted == 0:
		return nil, Misuse(c, "no argument is wanted, and "+Quoted(given[0])+" is one", "")
	case wanted == 1:
		return nil, Misuse(c, "one argument is wanted, and "+Quoted(given[1])+" is one too many", "")
	}
	return nil, Misuse(c, fmt.Sprintf("%d arguments are wanted, and there are %d", wanted, len(given)), "write "+c.Command.HelpName+" "+usage)
}

// Misuse is the error of a command that cannot obey its command line.
func Misuse(c *cli.Context, what, remedy string) UsageError {
	return UsageError{c.Command.HelpName, what, remedy}
}
