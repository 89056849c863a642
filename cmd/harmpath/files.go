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
	"syscall"
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
// is no ordinary file, such as a pipe, is written to as it is; `-` is standard output.
func (p *program) writeFileBy(name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(p.stdout)
	}
	if err := p.delivery.begin(); err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeTo(name, os.O_WRONLY, write)
	}
	if err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder", name)
	}
	temporary := filepath.Join(filepath.Dir(name), temporaryName())
	err = writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		os.Remove(temporary) // it may not be there; the error that matters is the first
	}
	return err
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
func openFileSet(d *delivery, folder string) (*fileSet, error) {
	if err := d.begin(); err != nil {
		return nil, err
	}
	s := &fileSet{folder: folder, aside: filepath.Join(folder, temporaryName())}
	for missing := filepath.Clean(folder); ; missing = filepath.Dir(missing) {
		info, err := os.Stat(missing)
		if err == nil && !info.IsDir() {
			return nil, fileInTheWay(missing)
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
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
	return writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, whole(body))
}

// replaced is the folder, inside the one aside, of the files whose places the new ones take.
const replaced = ".replaced"

// publish puts all files in their place, or none: when one of them fails, those before it are taken back and what they
// replaced is put there again.
func (s *fileSet) publish() error {
	if err := s.obstacles(); err != nil {
		return err
	}
	for done, name := range s.names {
		if err := s.place(filepath.FromSlash(name)); err != nil {
			return errors.Join(err, s.takeBack(s.names[:done]))
		}
	}
	s.created = nil
	return nil
}

// obstacles says, all at once, where something that is no file stands in the place of one.
func (s *fileSet) obstacles() error {
	var wrong []error
	told := map[string]bool{}
	for _, name := range s.names {
		path := filepath.Join(s.folder, filepath.FromSlash(name))
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			wrong = append(wrong, fmt.Errorf("%s is a folder, and a file of that name is to be written; move it away or choose another folder", path))
		}
		above := filepath.Dir(path)
		if info, err := os.Stat(above); err == nil && !info.IsDir() && !told[above] {
			told[above] = true
			wrong = append(wrong, fileInTheWay(above))
		}
	}
	return errors.Join(wrong...)
}

// fileInTheWay is the error of a file that stands where a folder is wanted.
func fileInTheWay(path string) error {
	return fmt.Errorf("%s is a file, and a folder of that name is wanted; move it away or choose another folder", path)
}

// place puts one file in its place and what stood there aside.
func (s *fileSet) place(path string) error {
	final := filepath.Join(s.folder, path)
	if err := os.MkdirAll(filepath.Dir(final), 0o777); err != nil {
		return err
	}
	old := filepath.Join(s.aside, replaced, path)
	if err := os.MkdirAll(filepath.Dir(old), 0o777); err != nil {
		return err
	}
	if err := os.Rename(final, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(filepath.Join(s.aside, path), final); err != nil {
		return errors.Join(err, restore(old, final))
	}
	return nil
}

// takeBack undoes the placing of files.
func (s *fileSet) takeBack(names []string) error {
	var wrong []error
	for _, name := range names {
		path := filepath.FromSlash(name)
		final := filepath.Join(s.folder, path)
		wrong = append(wrong, os.Remove(final), restore(filepath.Join(s.aside, replaced, path), final))
	}
	return errors.Join(wrong...)
}

// restore puts back a file that was replaced, if there was one.
func restore(old, final string) error {
	if err := os.Rename(old, final); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
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
