package main

import (
	"context"
	"io"
	"sync"
)

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
