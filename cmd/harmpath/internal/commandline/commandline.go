// Package commandline reads command lines: which words are flags, arguments and commands, what may stand at the cursor, and
// what is wrong with a line and to be written instead. It runs no command.
package commandline

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/urfave/cli/v2"
)

// CommandLine reads a command line word by word. The command-line library stops reading flags at the first argument,
// so that in `report MODEL -o out` the flag would silently become an argument; commandLine puts the words into the
// order that the library understands, and knows at any word what may come next, for completion.
type CommandLine struct {
	Path      []*cli.Command // the sub-command and those below it
	known     [][]cli.Flag   // flags of the program, then of each command of the path
	offered   []*cli.Command // the commands of which the next one may be
	flags     [][]string     // words that are flags, as known
	pending   string         // a flag that waits for its value, as written
	pendingAt int            // whose it is, as in known
	value     string         // the name of the pending flag
	arguments []string
	onlyArgs  bool // after --
	Help      bool // -h or --help was among the flags
}

func NewCommandLine(app *cli.App) *CommandLine {
	return &CommandLine{known: [][]cli.Flag{app.Flags}, flags: make([][]string, 1), offered: app.Commands}
}

// Take reads the next word. After an error it can go on: the word is then forgotten.
func (l *CommandLine) Take(word string) error {
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

func (l *CommandLine) takeFlag(word string) error {
	name, value, hasValue := strings.Cut(strings.TrimLeft(word, "-"), "=")
	at, flag := l.find(name)
	if flag == nil {
		return usageError(l.name(), "", models.Messagef("there is no flag `%s`", word), DidYouMean("--"+name, l.flagNames()))
	}
	_, isSwitch := flag.(*cli.BoolFlag)
	switch {
	case name == "help" || name == "h":
		l.Help = true
	case isSwitch && hasValue && !isTruth(value):
		flag, _, _ := strings.Cut(word, "=")
		return usageError(l.name(), "", models.Messagef("the flag `%s` takes no value", flag), models.Messagef("write %s", flag))
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

func (l *CommandLine) takeCommand(word string) error {
	for _, c := range l.offered {
		if c.HasName(word) {
			l.Path = append(l.Path, c)
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
	return usageError(l.name(), "", models.Messagef("there is no command `%s`", word), DidYouMean(word, names))
}

// Finish says what the line lacks at its end.
func (l *CommandLine) Finish() error {
	switch {
	case l.Help:
		return nil
	case l.pending != "":
		return usageError(l.name(), "", models.Messagef("the flag `%s` wants a value", l.pending), models.Message{})
	case len(l.offered) > 0:
		return usageError(l.name(), "", models.Messagef("a command is missing"), models.Messagef("`%s --help` lists them", l.name()))
	}
	return nil
}

// Arranged returns the line in the library's order: flags of the program, the command, its flags, its arguments.
func (l *CommandLine) Arranged(program string) []string {
	words := append([]string{program}, l.flags[0]...)
	for i, c := range l.Path {
		words = append(words, c.Name)
		words = append(words, l.flags[i+1]...)
	}
	if len(l.arguments) > 0 {
		words = append(append(words, "--"), l.arguments...)
	}
	return words
}

// find looks a flag up, nearest command first.
func (l *CommandLine) find(name string) (int, cli.Flag) {
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
func (l *CommandLine) name() string {
	words := []string{"harmpath"}
	for _, c := range l.Path {
		words = append(words, c.Name)
	}
	return strings.Join(words, " ")
}

func (l *CommandLine) flagNames() []string {
	var names []string
	for _, flags := range slices.Backward(l.known) {
		for _, f := range flags {
			names = append(names, "--"+f.Names()[0])
		}
	}
	return names
}
