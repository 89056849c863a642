package main

import (
	"context"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
)

// invocation is one command that is being obeyed: the program, the command line, and what commands have in common that say
// so by their flags and arguments. Commands are its methods.
type invocation struct {
	*program
	line  *cli.Context
	ctx   context.Context     // ends when the user interrupts the work or its time is up
	names []string            // the arguments, as many as the command takes
	limit threshold.Threshold // what --fail-at and --reading name; nothing where the command has no such flag
}

// action makes what a command does out of a method, which begins when its arguments and what is shared of its flags are known.
func (p *program) action(obey func(*invocation) error) cli.ActionFunc {
	return func(c *cli.Context) error {
		in := &invocation{program: p, line: c, ctx: c.Context}
		if err := in.readShared(); err != nil {
			return err
		}
		limit := c.Duration(timeLimit)
		switch {
		case limit < 0:
			return in.wrong(timeLimit, models.Messagef("a time above 0 is wanted"), models.Messagef("write e.g. %s", "30s"))
		case limit == 0:
			return obey(in)
		}
		return process.InTime(in.ctx, limit, &p.disk.Delivery, func(ctx context.Context) error {
			timed := *in
			timed.ctx = ctx
			return obey(&timed)
		})
	}
}

// readShared reads the arguments and the flags that several commands have.
func (in *invocation) readShared() (err error) {
	if in.names, err = commandline.Arguments(in.line); err != nil {
		return err
	}
	if err := in.readLanguage(); err != nil {
		return err
	}
	in.limit, err = in.thresholdOf()
	return err
}

// form is the one of forms that --as names, or that --json does.
func (in *invocation) form(forms []string) (string, error) {
	form, err := commandline.Pick(in.line.String("as"), forms)
	switch {
	case err != nil:
		return "", in.wrong("as", models.MessageOf(err), models.Message{})
	case in.json:
		return "json", nil
	}
	return *form, nil
}

// write puts what was made into the file that -o names, else where it is printed.
func (in *invocation) write(body []byte, printed io.Writer) error {
	if file := in.line.String("output"); file != "" {
		return in.disk.WriteFile(file, body)
	}
	_, err := printed.Write(body)
	return err
}

// takes tells whether the command has a flag.
func (in *invocation) takes(flag string) bool {
	return slices.ContainsFunc(in.line.Command.Flags, func(f cli.Flag) bool { return f.Names()[0] == flag })
}

// misuse is the error of a command that cannot obey its command line.
func (in *invocation) misuse(what, remedy models.Message) error {
	return commandline.Misuse(in.line, "", what, remedy)
}

// wrong is the error of a flag that has a value which it does not take.
func (in *invocation) wrong(flag string, what, remedy models.Message) error {
	return commandline.Misuse(in.line, flag, what, remedy)
}
