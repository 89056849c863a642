package layout

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// cacheFolder is where the helpers keep Graphviz's machine code: a folder that nobody else can write to, because who can
// write there can run code as this user.
type cacheFolder struct {
	path      string
	temporary bool   // deleted on close
	refusal   string // why the folder that was meant is not used; empty when it is
}

// openCacheFolder makes or checks below/harmpath/graphviz, where below is the user's cache directory when empty. Where that folder
// is not private, it makes a fresh temporary one.
func openCacheFolder(below string) (*cacheFolder, error) {
	path, err := privateFolder(below, "graphviz")
	if err == nil {
		return &cacheFolder{path: path}, nil
	}
	fresh, fallback := os.MkdirTemp("", "harmpath-graphviz-") // mode 0700
	if fallback != nil {
		return nil, fmt.Errorf("layout: no private folder for Graphviz's machine code: %w", errors.Join(err, fallback))
	}
	return &cacheFolder{path: fresh, temporary: true, refusal: err.Error()}, nil
}

// privateFolder makes or checks below/harmpath/name.
func privateFolder(below, name string) (string, error) {
	if below == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		below = user
	}
	if err := os.MkdirAll(below, 0o700); err != nil {
		return "", err
	}
	path := below
	for _, name := range []string{"harmpath", name} {
		path = filepath.Join(path, name)
		if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
			return "", err
		}
		if err := checkPrivate(path); err != nil {
			return "", err
		}
	}
	return path, nil
}

// checkPrivate refuses what is not a folder of this user's that others may not enter.
func checkPrivate(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is not a folder", path)
	}
	return checkOwner(path, info)
}

// clear deletes what the folder holds.
func (c *cacheFolder) clear() error {
	entries, err := os.ReadDir(c.path)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := os.RemoveAll(filepath.Join(c.path, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

func (c *cacheFolder) close() error {
	if !c.temporary {
		return nil
	}
	return os.RemoveAll(c.path)
}
