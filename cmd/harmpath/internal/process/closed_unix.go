//go:build unix

package process

import (
	"os"

	"golang.org/x/sys/unix"
)

// isClosed tells whether the process was given no standard output at all (>&-). The language's runtime then opens the null
// device for it, to read and to write, before the program begins. Who wants output to go nowhere opens that device to
// write only (>/dev/null) or says --quiet; a caller that opens it to read and write looks the same as a closed output,
// and is told so.
func isClosed(file *os.File) bool {
	var given, null unix.Stat_t
	if unix.Fstat(int(file.Fd()), &given) != nil || unix.Stat(os.DevNull, &null) != nil || given.Rdev != null.Rdev || given.Mode&unix.S_IFMT != unix.S_IFCHR {
		return false
	}
	flags, err := unix.FcntlInt(file.Fd(), unix.F_GETFL, 0)
	return err == nil && flags&unix.O_ACCMODE == unix.O_RDWR
}
