package layout

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// process is a running helper. One layout at a time.
type process struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	errors  *opening
}

// errDied is the cause of an exchange's failure when the helper ended or said something unintelligible.
var errDied = errors.New("the layout helper process ended")

// errNotReady comes with errDied when that was before the helper said that it was ready.
var errNotReady = errors.New("before it was ready; does main call layout.ServeIfHelper first?")

// startProcess starts program as a helper, and waits until it is ready. It also returns what the helper remarks.
func startProcess(ctx context.Context, program string, told orders) (p *process, remark string, err error) {
	orders, err := json.Marshal(told)
	if err != nil {
		return nil, "", err
	}
	p = &process{command: exec.Command(program), errors: &opening{}}
	p.command.Env = append(helperEnvironment(os.Environ()), helperVariable+"="+helperValue, ordersVariable+"="+string(orders))
	p.command.Stderr = p.errors
	endWithParent(p.command)
	in, err := p.command.StdinPipe()
	if err != nil {
		return nil, "", err
	}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	p.in, p.out = in, bufio.NewReader(out)
	if err := p.command.Start(); err != nil {
		return nil, "", fmt.Errorf("layout: the helper process cannot be started: %w", err)
	}
	kind, content, err := p.await(ctx)
	version, remark, _ := strings.Cut(string(content), "\n")
	if err == nil && (kind != frameHello || version != protocolVersion) {
		err = errDied
	}
	if err != nil {
		p.kill()
		if errors.Is(err, errDied) {
			err = fmt.Errorf("%w %w", err, errNotReady)
		}
		return nil, "", err
	}
	return p, remark, nil
}

// helperEnvironment leaves out what the helper gets its own value of.
func helperEnvironment(environment []string) []string {
	kept := make([]string, 0, len(environment)+8)
	for _, entry := range environment {
		name, _, _ := strings.Cut(entry, "=")
		switch strings.ToUpper(name) {
		case helperVariable, ordersVariable, "GOMEMLIMIT", "GOGC", "GODEBUG", "GOTRACEBACK":
		default:
			kept = append(kept, entry)
		}
	}
	return kept
}

// exchange has the helper lay request out. After an error the process is of no use any more.
func (p *process) exchange(ctx context.Context, request Request) ([]byte, error) {
	content, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	sent := make(chan error, 1)
	go func() { sent <- writeFrame(p.in, frameRequest, content) }()
	kind, answer, err := p.await(ctx)
	if err != nil {
		return nil, err
	}
	if err := <-sent; err != nil {
		return nil, fmt.Errorf("%w: %w", errDied, err)
	}
	switch kind {
	case frameResult:
		return answer, nil
	case frameError:
		return nil, fmt.Errorf("layout: %w: %s", ErrGraph, strings.TrimSpace(string(answer)))
	default:
		return nil, fmt.Errorf("%w: it answered with an unknown frame", errDied)
	}
}

// await reads one frame, and kills the helper when ctx ends before.
func (p *process) await(ctx context.Context) (byte, []byte, error) {
	stop := context.AfterFunc(ctx, func() { p.command.Process.Kill() })
	kind, content, err := readFrame(p.out)
	if !stop() {
		return 0, nil, fmt.Errorf("layout: stopped: %w", context.Cause(ctx))
	}
	if err != nil {
		p.kill()
		return 0, nil, fmt.Errorf("%w: %w%s", errDied, err, p.errors)
	}
	return kind, content, nil
}

// kill ends the process and waits for it.
func (p *process) kill() {
	p.in.Close()
	p.command.Process.Kill()
	p.command.Wait()
}

// opening keeps the first bytes of what the helper says on its standard error, for the error's text.
type opening struct{ kept []byte }

const openingLength = 600

func (o *opening) Write(written []byte) (int, error) {
	if room := openingLength - len(o.kept); room > 0 {
		o.kept = append(o.kept, written[:min(room, len(written))]...)
	}
	return len(written), nil
}

func (o *opening) String() string {
	if len(o.kept) == 0 {
		return ""
	}
	return " (" + strings.TrimSpace(string(o.kept)) + ")"
}
