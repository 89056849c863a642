package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// candidates lists what may follow the words before the cursor and begins as the word at the cursor does.
func candidates(commands []subcommand, app *cli.App, before []string, begun string) []candidate {
	line := newCommandLine(app)
	for _, word := range before {
		_ = line.take(word) // a word that is wrong takes nothing from the ones after it
	}
	list := possible(commands, line, begun)
	return slices.DeleteFunc(list, func(c candidate) bool { return !strings.HasPrefix(c.word, begun) })
}

func possible(commands []subcommand, line *commandLine, begun string) []candidate {
	own := lookUp(commands, line.path)
	flag, value, assigned := strings.Cut(begun, "=")
	switch {
	case line.pending != "":
		return complete(own.values[line.value], begun)
	case line.onlyArgs:
		return complete(own.argument, begun)
	case strings.HasPrefix(begun, "-") && assigned:
		_, known := line.find(strings.TrimLeft(flag, "-"))
		if known == nil {
			return nil
		}
		list := complete(own.values[known.Names()[0]], value)
		for i := range list {
			list[i].word = flag + "=" + list[i].word
		}
		return list
	case strings.HasPrefix(begun, "-"):
		return flagCandidates(line)
	case len(line.offered) > 0:
		return commandCandidates(line.offered)
	}
	return complete(own.argument, begun)
}

func complete(c completer, begun string) []candidate {
	if c == nil {
		return nil
	}
	return c(begun)
}

// lookUp finds what completes the arguments and flags of a command.
func lookUp(commands []subcommand, path []*cli.Command) subcommand {
	for _, c := range commands {
		if len(path) > 0 && c.Command == path[0] {
			return c
		}
	}
	return subcommand{}
}

func flagCandidates(line *commandLine) []candidate {
	var list []candidate
	for _, flags := range slices.Backward(line.known) {
		for _, f := range flags {
			says := ""
			if documented, ok := f.(cli.DocGenerationFlag); ok {
				says = documented.GetUsage()
			}
			list = append(list, candidate{"--" + f.Names()[0], says})
		}
	}
	return list
}

func commandCandidates(offered []*cli.Command) []candidate {
	var list []candidate
	for _, c := range offered {
		if !c.Hidden {
			list = append(list, candidate{c.Name, c.Usage})
		}
	}
	return list
}
