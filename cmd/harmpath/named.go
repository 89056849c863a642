package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// openNamed opens a file that the command line names, which may also be a pipe or a device, such as /dev/stdin or what a
// shell makes of <(…). Those may let the reader wait for ever: the context ends that.
func openNamed(ctx context.Context, name string) (io.ReadCloser, error) {
	if !isStream(name) {
		return os.Open(name)
	}
	type outcome struct {
		file *os.File
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		file, err := os.Open(name)
		done <- outcome{file, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case o := <-done:
		if o.err != nil {
			return nil, o.err
		}
		return stream{patient{ctx, o.file}, o.file}, nil
	}
}

// stream is an opened pipe or device.
type stream struct {
	patient
	io.Closer
}

// isStream tells whether a name is that of a pipe, a device or what the process was given open, and not of a file or folder.
func isStream(name string) bool {
	info, err := os.Stat(name)
	if err != nil || info.IsDir() {
		return false
	}
	return !info.Mode().IsRegular() || ofSystem(name)
}

// ofSystem tells whether a name is one that the system gives to devices and to what processes were given.
func ofSystem(name string) bool {
	clean := filepath.ToSlash(filepath.Clean(name))
	return strings.HasPrefix(clean, "/dev/") || strings.HasPrefix(clean, "/proc/")
}

// largestStream is the size in bytes up to which a pipe or a device is read that holds no result.
const largestStream = 64 << 20

// streamed returns what a pipe or a device holds that the command line names. It is read once: what is read is gone.
func (p *program) streamed(ctx context.Context, name string) ([]byte, error) {
	if body, known := p.streams[name]; known {
		return body, nil
	}
	from, err := openNamed(ctx, name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	head, err := io.ReadAll(io.LimitReader(from, headOfResult))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	limit := largestStream
	if saysResult(head) {
		limit = maxResult
	}
	rest, err := io.ReadAll(io.LimitReader(from, int64(limit-len(head)+1)))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	body := append(head, rest...)
	if len(body) > limit {
		return nil, models.Problems{{At: models.Place{File: name}, What: models.Messagef("more than %d bytes come from it", limit), Remedy: models.Messagef("write a file and name that")}}
	}
	p.streams[name] = body
	return body, nil
}

// errTooLarge is the error of a file that is larger than what was to be read.
var errTooLarge = errors.New("the file is too large")

// readNamed reads a file that a command line names, or a pipe or device, of a size in bytes up to a limit.
func readNamed(ctx context.Context, name string, limit int64) ([]byte, error) {
	from, err := openNamed(ctx, name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	body, err := io.ReadAll(io.LimitReader(from, limit+1))
	if err == nil && int64(len(body)) > limit {
		err = errTooLarge
	}
	return body, err
}
