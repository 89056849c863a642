package commandline

import (
	"regexp"
	"slices"

	"github.com/urfave/cli/v2"
)

// WrongValue puts what the command-line library says of a flag's value into harmpath's words: the flag as users write it,
// and what it takes.
func WrongValue(c *cli.Context, err error) error {
	parts := regexp.MustCompile(`(?s)^invalid value "(.*)" for flag -+(\S+): `).FindStringSubmatch(err.Error())
	if parts == nil {
		return Misuse(c, err.Error(), "")
	}
	value, name := parts[1], parts[2]
	flag, takes := "--"+name, ""
	if len(name) == 1 {
		flag = "-" + name
	}
	for _, f := range c.Command.Flags {
		if slices.Contains(f.Names(), name) {
			takes = taken(f)
		}
	}
	return Misuse(c, flag+": "+Quoted(value)+" is not what it takes", takes)
}

// taken says what to write as the value of a flag.
func taken(flag cli.Flag) string {
	switch flag.(type) {
	case *cli.DurationFlag:
		return "write a time with its unit, as in 30s"
	case *cli.IntFlag, *cli.Int64Flag:
		return "write a whole number"
	case *cli.Uint64Flag:
		return "write a whole number from 0 up"
	}
	return ""
}
