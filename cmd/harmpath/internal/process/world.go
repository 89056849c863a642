// Package process is the process around a run: what it is given, its signals and exit codes, its memory and its time.
package process

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/models"
)

// World is what the program is given of its surroundings, so that tests run the whole of it in process.
type World struct {
	Args   []string // the command line without the program's own name
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Aside  *disk.Leftovers // what to remove if the process ends at once; nil: nobody does
}

// Surroundings are those of the running process.
func Surroundings() World {
	var stdout io.Writer = os.Stdout
	if isClosed(os.Stdout) {
		stdout = closedOutput{}
	}
	return World{Args: os.Args[1:], Stdin: os.Stdin, Stdout: stdout, Stderr: os.Stderr, Getenv: os.Getenv, Aside: &disk.Leftovers{}}
}

// closedOutput is the standard output of a process that was given none.
type closedOutput struct{}

func (closedOutput) Write([]byte) (int, error) {
	return 0, models.Messagef("standard output is closed, or is the null device opened to read and write; open that to write only (> %s) or say --quiet", os.DevNull)
}

// Interruptible returns a context that the first Ctrl-C, request to terminate or loss of the terminal cancels. The second one
// ends the process at once; what lies aside is removed. Who has asked not to be ended with the terminal is not.
func Interruptible(aside *disk.Leftovers) context.Context {
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
		aside.Remove()
		os.Exit(int(Failed))
	}()
	return ctx
}
