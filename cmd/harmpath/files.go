package main

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile puts body into the file of that name, as writeFileBy does.
func (p *program) writeFile(name string, body []byte) error {
	return p.writeFileBy(name, whole(body))
}

// whole writes a body that is in memory.
func whole(body []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}
}

// writeFileBy makes the file of that name, whole or not at all: it is written beside it and then takes its place. What
// is no ordinary file, such as a pipe, is written to as it is; `-` is standard output. A link is replaced, and what it
// leads to left alone.
func (p *program) writeFileBy(name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(p.binary)
	}
	if err := p.delivery.begin(); err != nil {
		return err
	}
	if isStream(name) && !isLink(name) {
		return writeTo(name, os.O_WRONLY, write)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder", name)
	}
	temporary := filepath.Join(filepath.Dir(name), temporaryName())
	p.aside.add(temporary)
	defer p.aside.done(temporary)
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
