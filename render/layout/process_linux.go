package layout

import (
	"os/exec"
	"syscall"
)

// endWithParent has the kernel end a process with the one that starts it. (It would do so, too, if the thread alone ended
// that starts it; Go ends only threads to which a goroutine that ended was locked.)
func endWithParent(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
