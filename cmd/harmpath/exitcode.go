package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// exitCode is what the program tells its caller.
type exitCode int

// The exit codes.
const (
	fine     exitCode = iota // done
	failed                   // the world failed, or the work was interrupted
	badInput                 // the command line or an input file is wrong
	reached                  // done, and the result is at or above what --fail-at names

	defect exitCode = 70 // harmpath is wrong, or has too little memory; EX_SOFTWARE of sysexits.h
)

// issues is where defects are reported.
const issues = "https://github.com/harmpath/harmpath/issues"

// usageError is a command line that cannot be obeyed.
type usageError struct {
	command string // as the user writes it, e.g. harmpath report
	what    string // what is wrong
	remedy  string // what to write instead; may be empty
}

func (e usageError) Error() string {
	if e.remedy == "" {
		return e.command + ": " + e.what
	}
	return e.command + ": " + e.what + "; " + e.remedy
}

// thresholdError says that a result is at or above what --fail-at names.
type thresholdError []string

func (e thresholdError) Error() string { return strings.Join(e, "\n") }

// settle tells the user what went wrong and decides the exit code.
func (p *program) settle(err error) exitCode {
	var problems models.Problems
	var usage usageError
	var threshold thresholdError
	var template *render.TemplateError
	switch {
	case err == nil:
		return fine
	case errors.Is(err, syscall.EPIPE), errors.Is(err, fs.ErrClosed): // nobody reads on: nothing to say, nobody to say it to
		return failed
	case errors.As(err, &problems):
		p.tellProblems(problems)
		return badInput
	case errors.As(err, &usage):
		fmt.Fprintln(p.stderr, visibleLine(usage.Error()))
		return badInput
	case errors.As(err, &template):
		fmt.Fprintln(p.stderr, "harmpath: "+visibleLine(template.Error()))
		return badInput
	case errors.As(err, &threshold):
		fmt.Fprintln(p.stderr, threshold.Error())
		return reached
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.stderr, "harmpath: interrupted")
		return failed
	}
	fmt.Fprintln(p.stderr, "harmpath: "+err.Error())
	return failed
}

// tellDefect tells of a panic: that harmpath is wrong, where, and whom to tell.
func (p *program) tellDefect(failure any) exitCode {
	fmt.Fprintf(p.stderr, "harmpath: this is a defect of harmpath (%s), and no result can be relied on; please report it with the command and its input at %s\n", visibleLine(render.AsPanic(failure).Error()), issues)
	return defect
}

// tellProblems prints what is wrong with an input, one problem a line, or as JSON where that is asked for.
func (p *program) tellProblems(problems models.Problems) {
	if p.json {
		_ = p.printProblems(problems) // that nobody reads on is found out when the output is flushed
		return
	}
	for _, problem := range problems {
		place, rest, _ := strings.Cut(visibleLine(problem.In(p.lang)), ": ")
		fmt.Fprintf(p.stderr, "%s: %s\n", p.errs.strong(place), rest)
	}
}

// printProblems prints problems as JSON.
func (p *program) printProblems(problems models.Problems) error {
	return p.printJSON(struct {
		Problems models.Problems `json:"problems"`
	}{problems})
}

// printJSON prints v on standard output as indented JSON.
func (p *program) printJSON(v any) error {
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}
