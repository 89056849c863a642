package process

import (
	"context"
	"errors"
	"time"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// errTimeLimit is why a context ends whose time is up.
var errTimeLimit = errors.New("time limit")

// patience is how long after the limit work that does not end by itself is waited for.
const patience = 900 * time.Millisecond

// InTime does work within a limit of time, reading and writing included. What it had not begun to write by then is not
// written.
func InTime(whole context.Context, limit time.Duration, d *disk.Delivery, work func(context.Context) error) error {
	timed, stop := context.WithTimeoutCause(whole, limit, errTimeLimit)
	defer stop()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if failure := recover(); failure != nil {
				done <- render.AsPanic(failure)
			}
		}()
		done <- work(timed)
	}()
	err := wait(timed, d, done)
	var carried *render.Panic
	if errors.As(err, &carried) {
		panic(carried)
	}
	if errors.Is(err, context.DeadlineExceeded) && whole.Err() == nil {
		return models.Messagef("the time limit of %s ended the work, and nothing is written; give --time-limit more", limit)
	}
	return err
}

// wait waits for a command, after its time only as long as it may take to come back, or to write what it has begun to write.
func wait(timed context.Context, d *disk.Delivery, done <-chan error) error {
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
	if d.End() {
		return timed.Err() // whatever it still does comes to nothing
	}
	return <-done
}

// Share returns a context that ends when a share of the time that is left has passed.
func Share(ctx context.Context, part float64) (context.Context, context.CancelFunc) {
	deadline, limited := ctx.Deadline()
	if !limited {
		return context.WithCancel(ctx)
	}
	left := time.Until(deadline)
	return context.WithTimeoutCause(ctx, time.Duration(part*float64(left)), errTimeLimit)
}
