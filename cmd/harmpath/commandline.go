package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine reads a command line word by word. The command-line library stops reading flags at the first argument,
// so that in `report MODEL -o out` the flag would silently become an argument; commandLine puts the words into the
// order that the library understands, and knows at any word what may come next, for completion.
type commandLine struct {
	path      []*cli.Command // the sub-command and those below it
	known     [][]cli.Flag   // flags of the program, then of each command of the path
	offered   []*cli.Command // the commands of which the next one may be
	flags     [][]string     // words that are flags, as known
	pending   string         // a flag that waits for its value, as written
	pendingAt int            // whose it is, as in known
	value     string         // the name of the pending flag
	arguments []string
	onlyArgs  bool // after --
	help      bool // -h or --help was among the flags
}

func newCommandLine(app *cli.App) *commandLine {
	return &commandLine{known: [][]cli.Flag{app.Flags}, flags: make([][]string, 1), offered: app.Commands}
}

// take reads the next word. After an error it can go on: the word is then forgotten.
func (l *commandLine) take(word string) error {
	switch {
	case l.pending != "":
		l.flags[l.pendingAt] = append(l.flags[l.pendingAt], l.pending, word)
		l.pending = ""
		return nil
	case l.onlyArgs:
		l.arguments = append(l.arguments, word)
		return nil
	case word == "--":
		l.onlyArgs = true
		return nil
	case len(word) > 1 && word[0] == '-':
		return l.takeFlag(word)
	case len(l.offered) > 0 && len(l.arguments) == 0:
		return l.takeCommand(word)
	}
	l.arguments = append(l.arguments, word)
	return nil
}

func (l *commandLine) takeFlag(word string) error {
	name, value, hasValue := strings.Cut(strings.TrimLeft(word, "-"), "=")
	at, flag := l.find(name)
	if flag == nil {
		return usageError{l.name(), "there is no flag " + quoted(word), didYouMean("--"+name, l.flagNames())}
	}
	_, isSwitch := flag.(*cli.BoolFlag)
	switch {
	case name == "help" || name == "h":
		l.help = true
	case isSwitch && hasValue && !isTruth(value):
		flag, _, _ := strings.Cut(word, "=")
		return usageError{l.name(), "the flag " + quoted(flag) + " takes no value", "write " + flag}
	case isSwitch || hasValue:
		l.flags[at] = append(l.flags[at], word)
	default:
		l.pending, l.pendingAt, l.value = word, at, flag.Names()[0]
	}
	return nil
}

// isTruth tells whether the command-line library takes a word as the value of a switch.
func isTruth(word string) bool {
	_, err := strconv.ParseBool(word)
	return err == nil
}

func (l *commandLine) takeCommand(word string) error {
	for _, c := range l.offered {
		if c.HasName(word) {
			l.path = append(l.path, c)
			l.known = append(l.known, c.Flags)
			l.flags = append(l.flags, nil)
			l.offered = c.Subcommands
			return nil
		}
	}
	var names []string
	for _, c := range l.offered {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return usageError{l.name(), "there is no command " + quoted(word), didYouMean(word, names)}
}

// finish says what the line lacks at its end.
func (l *commandLine) finish() error {
	switch {
	case l.help:
		return nil
	case l.pending != "":
		return usageError{l.name(), "the flag " + quoted(l.pending) + " wants a value", ""}
	case len(l.offered) > 0:
		return usageError{l.name(), "a command is missing", quoted(l.name()+" --help") + " lists them"}
	}
	return nil
}

// arranged returns the line in the library's order: flags of the program, the command, its flags, its arguments.
func (l *commandLine) arranged(program string) []string {
	words := append([]string{program}, l.flags[0]...)
	for i, c := range l.path {
		words = append(words, c.Name)
		words = append(words, l.flags[i+1]...)
	}
	if len(l.arguments) > 0 {
		words = append(append(words, "--"), l.arguments...)
	}
	return words
}

// find looks a flag up, nearest command first.
func (l *commandLine) find(name string) (int, cli.Flag) {
	for at, flags := range slices.Backward(l.known) {
		for _, f := range flags {
			if slices.Contains(f.Names(), name) {
				return at, f
			}
		}
	}
	return 0, nil
}

// name is how the user calls what the line has come to.
func (l *commandLine) name() string {
	words := []string{"harmpath"}
	for _, c := range l.path {
		words = append(words, c.Name)
	}
	return strings.Join(words, " ")
}

func (l *commandLine) flagNames() []string {
	var names []string
	for _, flags := range slices.Backward(l.known) {
		for _, f := range flags {
			names = append(names, "--"+f.Names()[0])
		}
	}
	return names
}
