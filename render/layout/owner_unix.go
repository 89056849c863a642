//go:build unix

package layout

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// checkOwner refuses a folder of somebody else's, or one that others may read or write.
func checkOwner(path string, info fs.FileInfo) error {
	if status, ok := info.Sys().(*syscall.Stat_t); ok && int(status.Uid) != os.Geteuid() {
		return fmt.Errorf("%s belongs to another user", path)
	}
	if open := info.Mode().Perm() & 0o077; open != 0 {
		return fmt.Errorf("%s is open to other users (mode %04o; write `chmod 700 %s`)", path, info.Mode().Perm(), path)
	}
	return nil
}
