package main

import (
	"context"
	"io"
)

// patient is a reader whose Read ends with the context, so that Ctrl-C also works while the user is expected to type.
// The read underneath goes on until something comes, and what comes then is lost.
type patient struct {
	ctx  context.Context
	from io.Reader
}

func (r patient) Read(p []byte) (int, error) {
	type outcome struct {
		read []byte
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		buffer := make([]byte, len(p)) // p is the caller's again once the context ends
		n, err := r.from.Read(buffer)
		done <- outcome{buffer[:n], err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case o := <-done:
		return copy(p, o.read), o.err
	}
}
