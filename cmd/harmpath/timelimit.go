package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/render"
)

// timeLimit is the name of the flag by which a command ends in time.
const timeLimit = "time-limit"

// patience is how long after the limit a command that does not end by itself is waited for.
const patience = 900 * time.Millisecond

// timeLimitFlag is the flag of every command that computes.
func timeLimitFlag(usage string) cli.Flag {
	return &cli.DurationFlag{Name: timeLimit, Usage: usage + " after the time `D`, as in 30s", DefaultText: "none"}
}

// analysisShare is the share of the time limit that analyses may take, where what is known is to be told within it.
const analysisShare = 0.75

// inTime lets a command run within the time that its command line gives it, reading and writing included. What a command had not begun to
// write by then is not written.
func (p *program) inTime(action cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		limit := c.Duration(timeLimit)
		switch {
		case limit < 0:
			return misuse(c, "--time-limit wants a time above 0, as 30s", "")
		case limit == 0:
			return action(c)
		}
		whole := c.Context
		timed, stop := context.WithTimeoutCause(whole, limit, errTimeLimit)
		defer stop()
		c.Context = timed
		done := make(chan error, 1)
		go func() {
			defer func() {
				if failure := recover(); failure != nil {
					done <- render.AsPanic(failure)
				}
			}()
			done <- action(c)
		}()
		err := p.wait(timed, done)
		var carried *render.Panic
		if errors.As(err, &carried) {
			panic(carried)
		}
		if errors.Is(err, context.DeadlineExceeded) && whole.Err() == nil {
			return fmt.Errorf("the time limit of %s ended the work, and nothing is written; give --time-limit more", limit)
		}
		return err
	}
}

// wait waits for a command, after its time only as long as it may take to come back, or to write what it has begun to write.
func (p *program) wait(timed context.Context, done <-chan error) error {
	select {
	case err := <-done:
		return err
	case <-timed.Done():
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case err := <-done:
		return err
	case <-late.C:
	}
	if p.delivery.end() {
		return timed.Err() // whatever it still does comes to nothing
	}
	return <-done
}

// share returns a context that ends when a share of the time that is left has passed.
func share(ctx context.Context, part float64) (context.Context, context.CancelFunc) {
	deadline, limited := ctx.Deadline()
	if !limited {
		return context.WithCancel(ctx)
	}
	left := time.Until(deadline)
	return context.WithTimeoutCause(ctx, time.Duration(part*float64(left)), errTimeLimit)
}

// delivery decides once who goes on: the command that begins to write, or the one who no longer waits for it.
type delivery struct {
	lock  sync.Mutex
	begun bool
	over  bool
}

// end ends the waiting, unless something was written already. Afterwards nothing is.
func (d *delivery) end() bool {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.over = d.over || !d.begun
	return d.over
}

// begin lets a command write, unless nobody waits for it any longer.
func (d *delivery) begin() error {
	d.lock.Lock()
	defer d.lock.Unlock()
	if d.over {
		return context.DeadlineExceeded
	}
	d.begun = true
	return nil
}

// ended tells whether nobody waits for the command any longer.
func (d *delivery) ended() bool {
	d.lock.Lock()
	defer d.lock.Unlock()
	return d.over
}

// gate is a writer through which a command writes as long as it is waited for.
type gate struct {
	delivery *delivery
	to       io.Writer
}

func (g gate) Write(b []byte) (int, error) {
	if err := g.delivery.begin(); err != nil {
		return 0, err
	}
	return g.to.Write(b)
}
