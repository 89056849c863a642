package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/urfave/cli/v2"
)

// program is one run of harmpath. Its world's standard output and standard error are those of text: what is written there
// is sent as visibleWriter sends it.
type program struct {
	world
	binary   io.Writer // standard output, for what another program reads and that may hold any byte
	written  io.Writer // standard output below its buffer
	noticed  io.Writer // standard error below visibleWriter
	seal     string    // of escape sequences that may be sent
	delivery delivery
	commands []subcommand
	streams  map[string][]byte // what was read of pipes and devices that the command line names
	quiet    bool              // neither progress nor remarks
	lang     models.Lang       // of what is said to the user: --lang's where the command has it, else the environment's
	json     bool              // machine-readable output where the command has one
	screen   screen            // standard output
	errs     screen            // standard error
}

// subcommand is one command of the program: what the command-line library needs to know of it, and what completes
// its arguments and the values of its flags.
type subcommand struct {
	*cli.Command
	argument completer
	values   map[string]completer // by the flag's long name
}

// run obeys one command line. It is the whole program: only main knows the process around it.
func run(ctx context.Context, w world) (code exitCode) {
	p := &program{world: w, written: w.stdout, noticed: w.stderr, seal: newSeal(), streams: map[string][]byte{}}
	buffered := bufio.NewWriter(gate{&p.delivery, w.stdout})
	out, errs := visibleWriter(buffered, p.seal), visibleWriter(w.stderr, p.seal)
	p.stdin, p.stdout, p.stderr, p.binary = patient{ctx, w.stdin}, out, errs, buffered
	if isTerminal(w.stdout) {
		p.binary = out
	}
	p.lang = p.ownLang()
	defer errs.Close()
	defer func() {
		if failure := recover(); failure != nil {
			code = p.tellDefect(failure)
		}
	}()
	p.commands = commands(p)
	err := p.obey(ctx)
	if p.delivery.ended() {
		return p.settle(err) // the command may still fill the buffer
	}
	if lost := buffered.Flush(); lost != nil && !errors.Is(err, lost) {
		return p.settle(lost) // whatever the result is, nobody was told
	}
	code = p.settle(err)
	if lost := cmp.Or(out.Close(), buffered.Flush()); lost != nil && !errors.Is(err, lost) {
		return p.settle(lost)
	}
	return code
}

// commands lists the sub-commands in the order in which the help shows them.
func commands(p *program) []subcommand {
	return []subcommand{
		reportCommand(p),
		analyzeCommand(p),
		renderCommand(p),
		measuresCommand(p),
		complyCommand(p),
		pathsCommand(p),
		whatifCommand(p),
		diffCommand(p),
		sbomCommand(p),
		checkCommand(p),
		newCommand(p),
		schemaCommand(p),
		listCommand(p),
		solveCommand(p),
		storeCommand(p),
		helpCommand(p),
		completionCommand(p),
		completeCommand(p),
		versionCommand(p),
	}
}

func (p *program) obey(ctx context.Context) error {
	app := p.app()
	line := newCommandLine(app)
	for _, word := range p.args {
		if err := line.take(word); err != nil {
			return err
		}
	}
	if err := line.finish(); err != nil {
		return err
	}
	if line.help {
		return p.printHelp(app, line)
	}
	return app.RunContext(ctx, line.arranged(app.Name))
}

// app describes the program to the command-line library. Help, errors and completion are harmpath's own: the
// library's write to shared variables, stop at the first argument and know no catalog.
func (p *program) app() *cli.App {
	app := &cli.App{
		Name:            "harmpath",
		Usage:           "from a system model to attack paths, harm, two levels and the use-case document",
		Version:         version,
		HideVersion:     true,
		HideHelp:        true,
		HideHelpCommand: true,
		// A flag that may be given several times takes each value as it is: ids can hold commas.
		DisableSliceFlagSeparator: true,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print neither progress nor remarks", DisableDefaultText: true},
			&cli.BoolFlag{Name: "json", Usage: "print results and problems as JSON", DisableDefaultText: true},
			&cli.BoolFlag{Name: "no-color", Usage: "print without colour (as does a set NO_COLOR)", DisableDefaultText: true},
			&cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "say what a command does", DisableDefaultText: true},
		},
		Reader:         p.stdin,
		Writer:         p.stdout,
		ErrWriter:      p.stderr,
		ExitErrHandler: func(*cli.Context, error) {},
		Before: func(c *cli.Context) error {
			p.quiet, p.json = c.Bool("quiet"), c.Bool("json")
			p.screen = p.lookAt(p.written, c.Bool("no-color"))
			p.errs = p.lookAt(p.noticed, c.Bool("no-color"))
			return nil
		},
	}
	for _, c := range p.commands {
		c.HideHelp, c.HideHelpCommand = true, true
		if slices.ContainsFunc(c.Flags, func(f cli.Flag) bool { return f.Names()[0] == timeLimit }) {
			c.Action = p.inTime(c.Action)
		}
		c.Before = p.listen
		c.OnUsageError = func(c *cli.Context, err error, _ bool) error { return wrongValue(c, err) }
		for _, below := range c.Subcommands {
			below.HelpName = "harmpath " + c.Name + " " + below.Name
			below.HideHelp, below.HideHelpCommand, below.OnUsageError = true, true, c.OnUsageError
		}
		app.Commands = append(app.Commands, c.Command)
	}
	return app
}

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

// remarks is where to tell what the user may like to know beside the result.
func (p *program) remarks() io.Writer {
	if p.quiet {
		return io.Discard
	}
	return p.stderr
}
