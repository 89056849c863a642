package disk

import (
	"context"
	"io"
)

// Patient is a reader whose Read ends with the context, so that Ctrl-C also works while the user is expected to type.
// The read underneath goes on until something comes, and what comes then is lost.
type Patient struct {
	Ctx  context.Context
	From io.Reader
}

func (r Patient) Read(p []byte) (int, error) {
	type outcome struct {
		read []byte
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		buffer := make([]byte, len(p)) // p is the caller's again once the context ends
		n, err := r.From.Read(buffer)
		done <- outcome{buffer[:n], err}
	}()
	select {
	case <-r.Ctx.Done():
		return 0, r.Ctx.Err()
	case o := <-done:
		return copy(p, o.read), o.err
	}
}
