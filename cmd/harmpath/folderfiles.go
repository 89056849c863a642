package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/harmpath/harmpath/models"
)

// folderFiles are the files of a folder. Nothing outside it is opened, wherever a link in it leads, and nothing that is neither
// file nor folder: a pipe would let the reader wait for ever, a device may do anything. What is not opened for that
// reason is a models.Refusal.
type folderFiles struct {
	root    *os.Root
	escapes error // what the root says of a name that leads out of it
}

// openFolder opens the files of a folder. They are closed in any case.
func openFolder(name string) (*folderFiles, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	_, out := root.Stat("..")
	var escape *fs.PathError
	if !errors.As(out, &escape) {
		panic("harmpath: what is above a folder counts as inside")
	}
	return &folderFiles{root, escape.Err}, nil
}

// Close ends the use of the folder.
func (f *folderFiles) Close() error { return f.root.Close() }

// Open implements fs.FS.
func (f *folderFiles) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|withoutWaiting, 0)
	switch {
	case errors.Is(err, f.escapes):
		return nil, refusal(name, models.Messagef("leads out of the folder"), models.Messagef("put the file itself there instead of a link"))
	case errors.Is(err, syscall.ELOOP):
		return nil, refusal(name, models.Messagef("is a link that leads to itself"), models.Messagef("put the file itself there"))
	case errors.Is(err, syscall.ENXIO), errors.Is(err, syscall.EOPNOTSUPP): // a socket
		return nil, refusal(name, models.Messagef("is no file"), models.Messagef("put an ordinary file there"))
	case err != nil:
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		err = refusal(name, models.Messagef("is no file"), models.Messagef("put an ordinary file there"))
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

func refusal(name string, what, remedy models.Message) error {
	return &fs.PathError{Op: "open", Path: name, Err: models.Refusal{What: what, Remedy: remedy}}
}
