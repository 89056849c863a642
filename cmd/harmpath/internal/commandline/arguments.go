package commandline

import (
	"strings"

	"github.com/harmpath/harmpath/models"
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
		return nil, Misuse(c, "", models.Messagef("%s is missing", strings.TrimSuffix(usage, "...")), models.Messagef("write %s", c.Command.HelpName+" "+usage))
	case n == wanted, several, n == 0:
		return given, nil
	case wanted == 0:
		return nil, Misuse(c, "", models.Messagef("no argument is wanted, and `%s` is one", given[0]), models.Message{})
	case wanted == 1:
		return nil, Misuse(c, "", models.Messagef("one argument is wanted, and `%s` is one too many", given[1]), models.Message{})
	}
	return nil, Misuse(c, "", models.Messagef("%d arguments are wanted, and there are %d", wanted, len(given)), models.Messagef("write %s", c.Command.HelpName+" "+usage))
}

// Misuse is the error of a command that cannot obey its command line: of the value of a flag, by its name, or with an empty
// name of the whole.
func Misuse(c *cli.Context, flag string, what, remedy models.Message) UsageError {
	return usageError(c.Command.HelpName, written(flag), what, remedy)
}

// written is a flag as users write it.
func written(flag string) string {
	switch len(flag) {
	case 0:
		return ""
	case 1:
		return "-" + flag
	}
	return "--" + flag
}
