package layout

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// cacheNotUsed begins a remark on why the cache is not used.
const cacheNotUsed = "layout cache not used, layouts start slowly: "

// privateFolder makes or checks below/harmpath/name, where below is the user's cache directory when empty: a folder that
// nobody else can write to, because who can write where machine code is kept can run code as this user.
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
