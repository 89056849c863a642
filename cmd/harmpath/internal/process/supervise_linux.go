package process

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/harmpath/harmpath/render/terminal"
	"golang.org/x/sys/unix"
)

// supervisedVariable is set in the environment of a process that is watched by another.
const supervisedVariable = "HARMPATH_SUPERVISED"

// Supervised runs the command line in a second process where the first one's address space is limited (ulimit -v), and says
// whether it did. The language reserves addresses in large pieces and ends the process with a trace where it gets
// none, which no process can prevent for itself; the first process tells it in a sentence. Where nothing is limited,
// nothing is started.
func Supervised(w World) (code ExitCode, did bool) {
	var space unix.Rlimit
	if w.Getenv(supervisedVariable) != "" || unix.Getrlimit(unix.RLIMIT_AS, &space) != nil || space.Cur > 1<<60 {
		return Fine, false
	}
	program, err := os.Executable()
	if err != nil {
		return Fine, false
	}
	runtime.LockOSThread() // the second process ends with the thread that started it
	cmd := exec.Command(program, w.Args...)
	cmd.Env = append(os.Environ(), supervisedVariable+"=1")
	cmd.Stdin, cmd.Stdout = os.Stdin, os.Stdout
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	errs, err := cmd.StderrPipe()
	if err != nil || cmd.Start() != nil {
		return Fine, false
	}
	passSignals(cmd.Process)
	crash := untilCrash(w.Stderr, errs)
	err = cmd.Wait()
	var exit *exec.ExitError
	switch {
	case crash != "" && errors.As(err, &exit):
		fmt.Fprintf(w.Stderr, "harmpath: the memory does not suffice, or harmpath is wrong (%s); its address space is limited to %d MB (ulimit -v); "+
			"give the program more or divide the case, and report a case that is not large at %s\n", terminal.VisibleLine(crash), space.Cur>>20, Issues)
		return Defect, true
	case crash != "":
		fmt.Fprintln(w.Stderr, crash)
	}
	if code := cmd.ProcessState.ExitCode(); code >= 0 {
		return ExitCode(code), true
	}
	fmt.Fprintf(w.Stderr, "harmpath: %v; report a case that is not large at %s\n", err, Issues)
	return Defect, true
}

// passSignals passes on the signals that only the first process gets. A terminal's Ctrl-C goes to both.
func passSignals(to *os.Process) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for s := range signals {
			if s != os.Interrupt || !IsTerminal(os.Stdin) {
				_ = to.Signal(s) // it may have ended just now
			}
		}
	}()
}

// untilCrash passes lines on until one with which the language's runtime begins to tell of a crash. It returns that line; the
// rest is read and dropped.
func untilCrash(to io.Writer, from io.Reader) (crash string) {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadString('\n')
		switch {
		case crash != "":
		case startsCrash(line):
			crash = strings.TrimSpace(line)
		default:
			io.WriteString(to, line)
		}
		if err != nil {
			return crash
		}
	}
}

func startsCrash(line string) bool {
	for _, start := range []string{"fatal error: ", "runtime: ", "runtime/cgo: ", "panic: ", "SIGABRT: ", "unexpected fault address", "[signal "} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}
