package commandline

import (
	"regexp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/urfave/cli/v2"
)

// WrongValue puts what the command-line library says of a flag's value into harmpath's words: the flag as users write it,
// and what it takes.
func WrongValue(c *cli.Context, err error) error {
	parts := regexp.MustCompile(`(?s)^invalid value "(.*)" for flag -+(\S+): `).FindStringSubmatch(err.Error())
	if parts == nil {
		return Misuse(c, "", models.MessageOf(err), models.Message{})
	}
	value, name := parts[1], parts[2]
	var takes models.Message
	for _, f := range c.Command.Flags {
		if slices.Contains(f.Names(), name) {
			takes = taken(f)
		}
	}
	return Misuse(c, name, models.Messagef("`%s` is not what it takes", value), takes)
}

// taken says what to write as the value of a flag.
func taken(flag cli.Flag) models.Message {
	switch flag.(type) {
	case *cli.DurationFlag:
		return models.Messagef("write a time with its unit, as in 30s")
	case *cli.IntFlag, *cli.Int64Flag:
		return models.Messagef("write a whole number")
	case *cli.Uint64Flag:
		return models.Messagef("write a whole number from 0 up")
	}
	return models.Message{}
}
