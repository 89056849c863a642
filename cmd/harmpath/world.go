package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// world is what the program is given of its surroundings, so that tests run the whole of it in process.
type world struct {
	args   []string // the command line without the program's own name
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	getenv func(string) string
}

// surroundings are those of the running process.
func surroundings() world {
	return world{args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}
}

// interruptible returns a context that the first Ctrl-C or request to terminate cancels. The second one ends the
// process at once, as without it.
func interruptible() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx
}
