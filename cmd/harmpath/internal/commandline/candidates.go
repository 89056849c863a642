package commandline

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// Candidates lists what may follow the words before the cursor and begins as the word at the cursor does.
func Candidates(commands []Subcommand, app *cli.App, before []string, begun string) []Candidate {
	line := NewCommandLine(app)
	for _, word := range before {
		_ = line.Take(word) // a word that is wrong takes nothing from the ones after it
	}
	list := possible(commands, line, begun)
	return slices.DeleteFunc(list, func(c Candidate) bool { return !strings.HasPrefix(c.Word, begun) })
}

func possible(commands []Subcommand, line *CommandLine, begun string) []Candidate {
	own := lookUp(commands, line.Path)
	flag, value, assigned := strings.Cut(begun, "=")
	switch {
	case line.pending != "":
		return complete(own.Values[line.value], begun)
	case line.onlyArgs:
		return complete(own.Argument, begun)
	case strings.HasPrefix(begun, "-") && assigned:
		_, known := line.find(strings.TrimLeft(flag, "-"))
		if known == nil {
			return nil
		}
		list := complete(own.Values[known.Names()[0]], value)
		for i := range list {
			list[i].Word = flag + "=" + list[i].Word
		}
		return list
	case strings.HasPrefix(begun, "-"):
		return flagCandidates(line)
	case len(line.offered) > 0:
		return CommandCandidates(line.offered)
	}
	return complete(own.Argument, begun)
}

func complete(c Completer, begun string) []Candidate {
	if c == nil {
		return nil
	}
	return c(begun)
}

// lookUp finds what completes the arguments and flags of a command.
func lookUp(commands []Subcommand, path []*cli.Command) Subcommand {
	for _, c := range commands {
		if len(path) > 0 && c.Command == path[0] {
			return c
		}
	}
	return Subcommand{}
}

func flagCandidates(line *CommandLine) []Candidate {
	var list []Candidate
	for _, flags := range slices.Backward(line.known) {
		for _, f := range flags {
			says := ""
			if documented, ok := f.(cli.DocGenerationFlag); ok {
				says = documented.GetUsage()
			}
			list = append(list, Candidate{"--" + f.Names()[0], says})
		}
	}
	return list
}

func CommandCandidates(offered []*cli.Command) []Candidate {
	var list []Candidate
	for _, c := range offered {
		if !c.Hidden {
			list = append(list, Candidate{c.Name, c.Usage})
		}
	}
	return list
}
