package main

import (
	"context"
	"errors"
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
	aside  *leftovers // what to remove if the process ends at once; nil: nobody does
}

// surroundings are those of the running process.
func surroundings() world {
	var stdout io.Writer = os.Stdout
	if isClosed(os.Stdout) {
		stdout = closedOutput{}
	}
	return world{args: os.Args[1:], stdin: os.Stdin, stdout: stdout, stderr: os.Stderr, getenv: os.Getenv, aside: &leftovers{}}
}

// closedOutput is the standard output of a process that was given none.
type closedOutput struct{}

func (closedOutput) Write([]byte) (int, error) {
	return 0, errors.New("standard output is closed, or is the null device opened to read and write; open that to write only (> " + os.DevNull + ") or say --quiet")
}

// interruptible returns a context that the first Ctrl-C, request to terminate or loss of the terminal cancels. The second one
// ends the process at once; what lies aside is removed. Who has asked not to be ended with the terminal is not.
func interruptible(aside *leftovers) context.Context {
	wanted := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		wanted = append(wanted, syscall.SIGHUP)
	}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, wanted...)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-signals
		cancel()
		<-signals
		aside.remove()
		os.Exit(int(failed))
	}()
	return ctx
}
