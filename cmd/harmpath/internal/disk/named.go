package disk

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

// OpenNamed opens a file that the command line names, which may also be a pipe or a device, such as /dev/stdin or what a
// shell makes of <(…). Those may let the reader wait for ever: the context ends that.
func OpenNamed(ctx context.Context, name string) (io.ReadCloser, error) {
	if !IsStream(name) {
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
		return stream{Patient{ctx, o.file}, o.file}, nil
	}
}

// stream is an opened pipe or device.
type stream struct {
	Patient
	io.Closer
}

// standardInput is how a command line names what comes on standard input.
const standardInput = "-"

// Shown is how what a command line names is called in problems.
func Shown(name string) string {
	if name == standardInput {
		return "<stdin>"
	}
	return name
}

// IsStream tells whether a name is that of standard input, a pipe, a device or what the process was given open, and not of a
// file or folder.
func IsStream(name string) bool {
	if name == standardInput {
		return true
	}
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

// sizeOfHead is how many bytes the beginning of a pipe or device has.
const sizeOfHead = 4096

// Streamed returns what standard input, a pipe or a device holds that the command line names. It is read once: what is read is
// gone.
func (d *Disk) Streamed(ctx context.Context, name string) ([]byte, error) {
	if body, known := d.streams[name]; known {
		return body, nil
	}
	from, err := d.openStream(ctx, name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	head, err := io.ReadAll(io.LimitReader(from, sizeOfHead))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	limit := d.largest(head)
	rest, err := io.ReadAll(io.LimitReader(from, int64(limit-len(head)+1)))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	body := append(head, rest...)
	if len(body) > limit {
		return nil, models.Problems{{At: models.Place{File: Shown(name)}, What: models.Messagef("more than %d bytes come from it", limit), Remedy: models.Messagef("write a file and name that")}}
	}
	d.streams[name] = body
	return body, nil
}

func (d *Disk) openStream(ctx context.Context, name string) (io.ReadCloser, error) {
	if name == standardInput {
		return io.NopCloser(Patient{ctx, d.Stdin}), nil
	}
	return OpenNamed(ctx, name)
}

// ErrTooLarge is the error of a file that is larger than what was to be read.
var ErrTooLarge = errors.New("the file is too large")

// ReadNamed reads a file that a command line names, or a pipe or device, of a size in bytes up to a limit.
func ReadNamed(ctx context.Context, name string, limit int64) ([]byte, error) {
	from, err := OpenNamed(ctx, name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	body, err := io.ReadAll(io.LimitReader(from, limit+1))
	if err == nil && int64(len(body)) > limit {
		err = ErrTooLarge
	}
	return body, err
}
