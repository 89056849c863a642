package disk

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// FileSet collects the files of one folder and puts them all there at the end. Until then they lie in a folder of
// their own inside it, so that the reader of a report never meets a half of it. What stood there under the command's
// name before and is not written any more goes.
//
// Nothing is written through a link that lies in the folder: one in the place of a file is replaced, one in the place of
// a folder is in the way.
type FileSet struct {
	folder  string     // where the files belong
	command string     // whose files they are, for the next time; empty: nothing is remembered
	created []string   // the folders that had to be made for it, outermost first
	Aside   string     // the folder where they lie until then
	pending *Leftovers // what to remove if the process ends at once
	Names   []string   // with slashes, in the order of writing
}

// OpenFileSet prepares a folder, which is made where it is missing, for the files of a command; without a name of the
// command nothing of former times goes, and nothing is remembered. The set is closed in any case.
func (d *Disk) OpenFileSet(folder, command string) (*FileSet, error) {
	if err := d.Delivery.Begin(); err != nil {
		return nil, err
	}
	s := &FileSet{folder: folder, command: command, Aside: filepath.Join(folder, temporaryName()), pending: d.aside}
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
	s.pending.add(s.Aside)
	if err := s.pending.during(func() error { return os.MkdirAll(s.Aside, 0o777) }); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Write adds a file. Its name is relative and uses slashes.
func (s *FileSet) Write(name string, body []byte) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		panic("harmpath: a file outside its folder: " + name)
	}
	if err := s.put(name, body); err != nil {
		return err
	}
	s.Names = append(s.Names, name)
	return nil
}

// put puts a file aside.
func (s *FileSet) put(name string, body []byte) error {
	file := filepath.Join(s.Aside, filepath.FromSlash(name))
	return s.pending.during(func() error {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		return writeTo(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, whole(body))
	})
}

// replaced is the folder, inside the one aside, of the files whose places the new ones take, and of those that go.
const replaced = ".replaced"

// Publish puts all files in their place, or none: when one of them fails, those before it are taken back and what they
// replaced is put there again.
func (s *FileSet) Publish() error {
	stale, err := s.remember()
	if err != nil {
		return err
	}
	if err := s.obstacles(); err != nil {
		return err
	}
	names := s.Names
	if s.command != "" {
		names = append(names[:len(names):len(names)], ManifestName)
	}
	for done, name := range names {
		if err := s.place(filepath.FromSlash(name)); err != nil {
			return errors.Join(err, s.takeBack(names[:done]))
		}
	}
	for done, name := range stale {
		if err := s.setAside(filepath.FromSlash(name)); err != nil {
			return errors.Join(err, s.putBack(stale[:done]), s.takeBack(names))
		}
	}
	s.removeEmptied(stale)
	s.created = nil
	return nil
}

// obstacles says, all at once, where something that is no file stands in the place of one.
func (s *FileSet) obstacles() error {
	var wrong []error
	told := map[string]bool{}
	for _, name := range s.Names {
		for above := path.Dir(name); above != "."; above = path.Dir(above) {
			in := filepath.Join(s.folder, filepath.FromSlash(above))
			info, err := os.Lstat(in)
			if err != nil || info.IsDir() || told[in] {
				continue
			}
			told[in] = true
			if info.Mode()&fs.ModeSymlink != 0 {
				wrong = append(wrong, models.Messagef("%s is a link, and a folder of that name is to be written into; remove it or choose another folder", in))
			} else {
				wrong = append(wrong, fileInTheWay(in))
			}
		}
		file := filepath.Join(s.folder, filepath.FromSlash(name))
		if info, err := os.Lstat(file); err == nil && info.IsDir() {
			wrong = append(wrong, models.Messagef("%s is a folder, and a file of that name is to be written; move it away or choose another folder", file))
		}
	}
	return errors.Join(wrong...)
}

// fileInTheWay is the error of a file that stands where a folder is wanted.
func fileInTheWay(path string) error {
	return models.Messagef("%s is a file, and a folder of that name is wanted; move it away or choose another folder", path)
}

// place puts one file in its place and what stood there aside.
func (s *FileSet) place(name string) error {
	final := filepath.Join(s.folder, name)
	if err := os.MkdirAll(filepath.Dir(final), 0o777); err != nil {
		return err
	}
	if err := s.setAside(name); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(s.Aside, name), final); err != nil {
		return errors.Join(err, s.restore(name))
	}
	return nil
}

// setAside takes a file away, if there is one. A link goes itself, and not what it leads to.
func (s *FileSet) setAside(name string) error {
	old := filepath.Join(s.Aside, replaced, name)
	if err := os.MkdirAll(filepath.Dir(old), 0o777); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(s.folder, name), old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// takeBack undoes the placing of files.
func (s *FileSet) takeBack(names []string) error {
	var wrong []error
	for _, name := range names {
		wrong = append(wrong, os.Remove(filepath.Join(s.folder, filepath.FromSlash(name))))
	}
	return errors.Join(append(wrong, s.putBack(names))...)
}

// putBack puts files back that were set aside.
func (s *FileSet) putBack(names []string) error {
	var wrong []error
	for _, name := range names {
		wrong = append(wrong, s.restore(filepath.FromSlash(name)))
	}
	return errors.Join(wrong...)
}

// restore puts back a file that was set aside, if there was one.
func (s *FileSet) restore(name string) error {
	err := os.Rename(filepath.Join(s.Aside, replaced, name), filepath.Join(s.folder, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removeEmptied removes the folders of files that went, where nothing else is in them.
func (s *FileSet) removeEmptied(gone []string) {
	for _, name := range gone {
		for above := path.Dir(name); above != "."; above = path.Dir(above) {
			if os.Remove(filepath.Join(s.folder, filepath.FromSlash(above))) != nil { // something else is in it
				break
			}
		}
	}
}

// Close removes what was put aside and not published, and the folders that were made for it.
func (s *FileSet) Close() error {
	err := os.RemoveAll(s.Aside)
	s.pending.done(s.Aside)
	for len(s.created) > 0 {
		last := len(s.created) - 1
		_ = os.Remove(s.created[last]) // fails where somebody else has put something in it, which then stays
		s.created = s.created[:last]
	}
	return err
}

// isHidden tells whether the first part of a name with slashes begins with a dot, as what harmpath keeps for itself does.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// Put writes the files of a command into a folder, all of them or none.
func (d *Disk) Put(folder, command string, list []render.File) (err error) {
	set, err := d.OpenFileSet(folder, command)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	for _, f := range list {
		if err := set.Write(f.Name, f.Body); err != nil {
			return err
		}
	}
	return set.Publish()
}
