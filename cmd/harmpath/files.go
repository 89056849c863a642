package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile puts body into the file of that name, whole or not at all: it is written beside it and then takes its
// place. What is no ordinary file, such as a pipe, is written to as it is; `-` is standard output.
func (p *program) writeFile(name string, body []byte) error {
	if name == "-" {
		_, err := p.stdout.Write(body)
		return err
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeTo(name, os.O_WRONLY, body)
	}
	if err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder", name)
	}
	temporary := filepath.Join(filepath.Dir(name), temporaryName())
	if err := writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, body); err != nil {
		return err
	}
	if err := os.Rename(temporary, name); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return nil
}

// fileSet collects the files of one folder and puts them all there at the end. Until then they lie in a folder of
// their own inside it, so that the reader of a report never meets a half of it.
type fileSet struct {
	folder  string   // where the files belong
	created []string // the folders that had to be made for it, outermost first
	aside   string   // where they lie until then
	names   []string // with slashes, in the order of writing
}

// openFileSet prepares a folder, which is made where it is missing. The set is closed in any case.
func openFileSet(folder string) (*fileSet, error) {
	s := &fileSet{folder: folder, aside: filepath.Join(folder, temporaryName())}
	for missing := filepath.Clean(folder); ; missing = filepath.Dir(missing) {
		if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		s.created = append([]string{missing}, s.created...)
	}
	if err := os.MkdirAll(s.aside, 0o777); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// write adds a file. Its name is relative and uses slashes.
func (s *fileSet) write(name string, body []byte) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		panic("harmpath: a file outside its folder: " + name)
	}
	path := filepath.Join(s.aside, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	s.names = append(s.names, name)
	return writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, body)
}

// publish puts all files in their place.
func (s *fileSet) publish() error {
	for _, name := range s.names {
		path := filepath.FromSlash(name)
		if err := os.MkdirAll(filepath.Dir(filepath.Join(s.folder, path)), 0o777); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(s.aside, path), filepath.Join(s.folder, path)); err != nil {
			return err
		}
	}
	s.created = nil
	return nil
}

// Close removes what was put aside and not published, and the folders that were made for it.
func (s *fileSet) Close() error {
	err := os.RemoveAll(s.aside)
	for len(s.created) > 0 {
		last := len(s.created) - 1
		_ = os.Remove(s.created[last]) // fails where somebody else has put something in it, which then stays
		s.created = s.created[:last]
	}
	return err
}

func writeTo(path string, flag int, body []byte) error {
	file, err := os.OpenFile(path, flag, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(body)
	return errors.Join(err, file.Close())
}

// temporaryName names a file or folder that no list shows and no other run uses.
func temporaryName() string {
	random := make([]byte, 8)
	rand.Read(random)
	return ".harmpath-" + hex.EncodeToString(random)
}
