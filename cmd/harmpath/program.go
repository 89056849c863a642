package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"maps"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/urfave/cli/v2"
)

// program is one run of harmpath: what it is given, how it speaks, the files that it may touch, and what it can be told to do.
type program struct {
	output
	args     []string // the command line without the program's own name
	stdin    io.Reader
	getenv   func(string) string
	disk     *disk.Disk
	commands []commandline.Subcommand
}

// run obeys one command line. It is the whole program: only main knows the process around it.
func run(ctx context.Context, w process.World) (code process.ExitCode) {
	p := &program{args: w.Args, getenv: w.Getenv, output: output{written: w.Stdout, noticed: w.Stderr, seal: terminal.NewSeal()}}
	p.disk = disk.NewDisk(nil, w.Aside, resultfile.LargestOf)
	buffered := bufio.NewWriter(disk.Gate{Delivery: &p.disk.Delivery, To: w.Stdout})
	out, errs := terminal.VisibleWriter(buffered, p.seal), terminal.VisibleWriter(w.Stderr, p.seal)
	p.stdin, p.stdout, p.stderr, p.binary = disk.Patient{Ctx: ctx, From: w.Stdin}, out, errs, buffered
	if process.IsTerminal(w.Stdout) {
		p.binary = out
	}
	p.disk.Stdin, p.disk.Stdout = p.stdin, p.binary
	defer errs.Close()
	defer func() {
		if failure := recover(); failure != nil {
			code = p.tellDefect(failure)
		}
	}()
	p.lang = p.ownLang()
	p.commands = commands(p)
	err := p.obey(ctx)
	if p.disk.Delivery.Ended() {
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
func commands(p *program) []commandline.Subcommand {
	list := []commandline.Subcommand{
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
		coverageCommand(p),
		listCommand(p),
		solveCommand(p),
		storeCommand(p),
		helpCommand(p),
		completionCommand(p),
		completeCommand(p),
		versionCommand(p),
	}
	for i := range list {
		values := sharedValues()
		maps.Copy(values, list[i].Values)
		list[i].Values = values
	}
	return list
}

func (p *program) obey(ctx context.Context) error {
	app := p.app()
	line := commandline.NewCommandLine(app)
	for _, word := range p.args {
		if err := line.Take(word); err != nil {
			return err
		}
	}
	if err := line.Finish(); err != nil {
		return err
	}
	if line.Help {
		return p.printHelp(app, line)
	}
	return app.RunContext(ctx, line.Arranged(app.Name))
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
			p.look(!c.Bool("no-color") && p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb")
			return nil
		},
	}
	for _, c := range p.commands {
		c.HideHelp, c.HideHelpCommand = true, true
		c.OnUsageError = func(c *cli.Context, err error, _ bool) error { return commandline.WrongValue(c, err) }
		for _, below := range c.Subcommands {
			below.HelpName = "harmpath " + c.Name + " " + below.Name
			below.HideHelp, below.HideHelpCommand, below.OnUsageError = true, true, c.OnUsageError
		}
		app.Commands = append(app.Commands, c.Command)
	}
	return app
}
