package disk

import (
	"context"
	"io"
	"sync"
)

// Delivery decides once who goes on: the command that begins to write, or the one who no longer waits for it.
type Delivery struct {
	lock  sync.Mutex
	begun bool
	over  bool
}

// End ends the waiting, unless something was written already. Afterwards nothing is.
func (d *Delivery) End() bool {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.over = d.over || !d.begun
	return d.over
}

// Begin lets a command write, unless nobody waits for it any longer.
func (d *Delivery) Begin() error {
	d.lock.Lock()
	defer d.lock.Unlock()
	if d.over {
		return context.DeadlineExceeded
	}
	d.begun = true
	return nil
}

// Ended tells whether nobody waits for the command any longer.
func (d *Delivery) Ended() bool {
	d.lock.Lock()
	defer d.lock.Unlock()
	return d.over
}

// Gate is a writer through which a command writes as long as it is waited for.
type Gate struct {
	Delivery *Delivery
	To       io.Writer
}

func (g Gate) Write(b []byte) (int, error) {
	if err := g.Delivery.Begin(); err != nil {
		return 0, err
	}
	return g.To.Write(b)
}
