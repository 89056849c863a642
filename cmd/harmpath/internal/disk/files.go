// Package disk opens, reads and writes the files that a command line names: outputs whole or not at all, folders together with
// what they held before, pipes and devices once, and nothing after the time in which it is waited for.
package disk

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/harmpath/harmpath/models"
)

// Disk is the files that one run reads and writes by the names that its command line gives. The zero value writes where nobody
// waits and nobody cleans up.
type Disk struct {
	Stdin    io.Reader  // what the name - stands for where something is read
	Stdout   io.Writer  // and where something is written
	aside    *Leftovers // what to remove if the process ends at once; nil: nobody does
	Delivery Delivery
	streams  map[string][]byte // what was read of pipes and devices
	largest  func(head []byte) int
}

// NewDisk makes the disk of a run, of which - is stdout. Of pipes and devices so many bytes are read at most as largest says
// of their beginning.
func NewDisk(stdout io.Writer, aside *Leftovers, largest func(head []byte) int) *Disk {
	return &Disk{Stdout: stdout, aside: aside, streams: map[string][]byte{}, largest: largest}
}

// WriteFile puts body into the file of that name, as writeFileBy does.
func (d *Disk) WriteFile(name string, body []byte) error {
	return d.WriteFileBy(name, whole(body))
}

// whole writes a body that is in memory.
func whole(body []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}
}

// WriteFileBy makes the file of that name, whole or not at all: it is written beside it and then takes its place. What
// is no ordinary file, such as a pipe, is written to as it is; `-` is standard output. A link is replaced, and what it
// leads to left alone.
func (d *Disk) WriteFileBy(name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(d.Stdout)
	}
	if err := d.Delivery.Begin(); err != nil {
		return err
	}
	if IsStream(name) && !isLink(name) {
		return writeTo(name, os.O_WRONLY, write)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return models.Messagef("%s is a folder", name)
	}
	temporary := filepath.Join(filepath.Dir(name), temporaryName())
	d.aside.add(temporary)
	defer d.aside.done(temporary)
	err := writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		os.Remove(temporary) // it may not be there; the error that matters is the first
	}
	return err
}

// isLink tells whether a name is that of a link that somebody made. Those of the system, such as /dev/stdout, lead to what
// the process was given.
func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0 && !ofSystem(name)
}

func writeTo(path string, flag int, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, flag, 0o666)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(file)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	return errors.Join(err, file.Close())
}

// temporaryName names a file or folder that no list shows and no other run uses.
func temporaryName() string {
	random := make([]byte, 8)
	rand.Read(random)
	return ".harmpath-" + hex.EncodeToString(random)
}
