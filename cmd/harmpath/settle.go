package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/terminal"
)

// settle tells the user what went wrong and decides the exit code.
func (p *program) settle(err error) process.ExitCode {
	var problems models.Problems
	var usage commandline.UsageError
	var threshold threshold.Exceeded
	var template *render.TemplateError
	switch {
	case err == nil:
		return process.Fine
	case errors.Is(err, syscall.EPIPE), errors.Is(err, fs.ErrClosed): // nobody reads on: nothing to say, nobody to say it to
		return process.Failed
	case errors.As(err, &problems):
		p.tellProblems(problems)
		return process.BadInput
	case errors.As(err, &usage):
		fmt.Fprintln(p.stderr, terminal.VisibleLine(usage.In(p.lang)))
		return process.BadInput
	case errors.As(err, &template):
		fmt.Fprintln(p.stderr, "harmpath: "+terminal.VisibleLine(template.In(p.lang)))
		return process.BadInput
	case errors.As(err, &threshold):
		fmt.Fprintln(p.stderr, threshold.In(p.lang))
		return process.Reached
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.stderr, "harmpath: "+models.Messagef("interrupted").In(p.lang))
		return process.Failed
	}
	fmt.Fprintln(p.stderr, "harmpath: "+sayError(err, p.lang))
	return process.Failed
}

// sayError is an error in a language as far as it is made of messages; what the system or a library says is told as it is.
func sayError(err error, lang models.Lang) string {
	text := err.Error()
	for open := []error{err}; len(open) > 0; {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		switch e := last.(type) {
		case interface{ In(models.Lang) string }:
			text = strings.Replace(text, last.Error(), e.In(lang), 1)
		case interface{ Unwrap() error }:
			open = append(open, e.Unwrap())
		case interface{ Unwrap() []error }:
			open = append(open, e.Unwrap()...)
		}
	}
	return text
}

// tellDefect tells of a panic: that harmpath is wrong, where, and whom to tell.
func (p *program) tellDefect(failure any) process.ExitCode {
	fmt.Fprintf(p.stderr, "harmpath: this is a defect of harmpath (%s), and no result can be relied on; please report it with the command and its input at %s\n", terminal.VisibleLine(render.AsPanic(failure).Error()), process.Issues)
	return process.Defect
}

// tellProblems prints what is wrong with an input, one problem a line, or as JSON where that is asked for.
func (p *program) tellProblems(problems models.Problems) {
	if p.json {
		_ = p.printProblems(problems) // that nobody reads on is found out when the output is flushed
		return
	}
	for _, problem := range problems {
		place, rest, _ := strings.Cut(terminal.VisibleLine(problem.In(p.lang)), ": ")
		fmt.Fprintf(p.stderr, "%s: %s\n", p.errs.Strong(place), rest)
	}
}

// printProblems prints problems as JSON.
func (p *program) printProblems(problems models.Problems) error {
	return p.printJSON(struct {
		Problems models.Problems `json:"problems"`
	}{problems})
}

// failure is an error of the world, with what was being done when it came about.
type failure struct {
	doing models.Message
	err   error
}

// failed says what was being done when something failed.
func failed(doing models.Message, err error) error { return &failure{doing, err} }

func (f *failure) Error() string { return f.doing.String() + ": " + f.err.Error() }

// Unwrap is what failed.
func (f *failure) Unwrap() error { return f.err }

// In says in a language what was being done and what failed.
func (f *failure) In(lang models.Lang) string { return f.doing.In(lang) + ": " + sayError(f.err, lang) }
