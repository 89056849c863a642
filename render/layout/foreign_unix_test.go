//go:build unix

package layout

import "syscall"

const ownersChecked = true

// foreign returns a file's status with another owner.
func foreign(status any) any {
	own, ok := status.(*syscall.Stat_t)
	if !ok {
		return nil
	}
	other := *own
	other.Uid++
	return &other
}
