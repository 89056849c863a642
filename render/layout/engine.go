package layout

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// Options of an Engine. The zero value is good for a command.
type Options struct {
	Processes int           // helper processes at most; zero: 2
	Timeout   time.Duration // for one layout, the start of its helper included; zero: 60 seconds
	MaxBytes  int           // of DOT in one request; zero: 8 million
	Memory    int64         // bytes that a layout may hold; zero: 512 MiB

	// CacheDir is the directory below which Graphviz's machine code is kept; empty: the user's cache directory.
	CacheDir string
	// Remember keeps layouts there, too, and does not make one again that is there.
	Remember bool
	// Notice, where set, is told once what a user may want to put right: a cache that is not private, full or damaged.
	Notice func(message string)
}

func (o Options) withDefaults() Options {
	if o.Processes <= 0 {
		o.Processes = 2
	}
	if o.Timeout <= 0 {
		o.Timeout = 60 * time.Second
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 8_000_000
	}
	if o.Memory <= 0 {
		o.Memory = 512 << 20
	}
	if o.Notice == nil {
		o.Notice = func(string) {}
	}
	return o
}

// Engine lays graphs out. It is safe for concurrent use and starts its helper processes when they are first needed.
type Engine struct {
	options Options
	places  chan struct{} // as many as helpers may run

	mutex  sync.Mutex
	closed bool
	idle   []*process

	starting sync.Mutex // one helper starts at a time: the first one fills the cache
	noticed  sync.Once

	remember sync.Once
	memory   *memory // nil: without

	warming sync.WaitGroup     // the helper that Warm starts
	cool    context.CancelFunc // stops that; nil without
}

// NewEngine makes an engine. Its Close ends the helper processes.
func NewEngine(options Options) *Engine {
	options = options.withDefaults()
	return &Engine{options: options, places: make(chan struct{}, options.Processes)}
}

// ErrClosed is the error of a layout after Close.
var ErrClosed = errors.New("layout: the engine is closed")

// ErrGraph is wrapped by the error of a graph that Graphviz cannot lay out, or not rightly. Equal requests get equal ones.
var ErrGraph = errors.New("this graph cannot be laid out")

// ErrTimeout is wrapped by the error of a layout that took longer than Options.Timeout.
var ErrTimeout = errors.New("the layout took too long")

// Layout lays a graph out. It fails when the DOT text is wrong or Graphviz cannot place everything (ErrGraph), when ctx or
// the engine's time limit ends, and when the program cannot start itself as a helper.
func (e *Engine) Layout(ctx context.Context, request Request) (*Layout, error) {
	if isHelper() {
		return nil, errors.New("layout: this process is itself a layout helper; main must call layout.ServeIfHelper first")
	}
	if err := request.check(e.options.MaxBytes); err != nil {
		return nil, fmt.Errorf("layout: %w: %w", ErrGraph, err)
	}
	if placed, known := e.remembered().recall(request); known {
		return placed, nil
	}
	select {
	case e.places <- struct{}{}:
		defer func() { <-e.places }()
	case <-ctx.Done():
		return nil, fmt.Errorf("layout: stopped: %w", context.Cause(ctx))
	}
	ctx, cancel := context.WithTimeoutCause(ctx, e.options.Timeout, ErrTimeout) // those that waited have as much as others
	defer cancel()
	output, err := e.run(ctx, request)
	if errors.Is(err, errDied) && !errors.Is(err, errNotReady) {
		if output, err = e.run(ctx, request); errors.Is(err, errDied) {
			err = fmt.Errorf("layout: twice: %w", err)
		}
	}
	if err != nil {
		return nil, err
	}
	placed, err := read(output, request)
	if err != nil {
		return nil, fmt.Errorf("layout: %w: %w", ErrGraph, err)
	}
	e.memory.keep(request, output)
	return placed, nil
}

// remembered opens the memory when it is first needed.
func (e *Engine) remembered() *memory {
	e.remember.Do(func() {
		if !e.options.Remember {
			return
		}
		opened, err := openMemory(e.options.CacheDir)
		if err != nil {
			e.notice(cacheNotUsed + err.Error())
		}
		e.memory = opened
	})
	return e.memory
}

// notice tells a remark, where it is the first.
func (e *Engine) notice(remark string) {
	if remark != "" {
		e.noticed.Do(func() { e.options.Notice(remark) })
	}
}

// Rest ends the helper processes that have nothing to do, which gives their memory back; the next layout starts another.
func (e *Engine) Rest() {
	e.mutex.Lock()
	idle := e.idle
	e.idle = nil
	e.mutex.Unlock()
	for _, p := range idle {
		p.kill()
	}
}

// Close ends the helper processes. Layouts that still run fail or finish. It never fails.
func (e *Engine) Close() error {
	if e.cool != nil {
		e.cool()
		e.warming.Wait()
	}
	e.mutex.Lock()
	e.closed = true
	e.mutex.Unlock()
	e.Rest()
	e.remember.Do(func() {}) // nothing is opened any more
	e.memory.close()
	return nil
}

// Warm starts a helper ahead of the first layout, and does not wait for it. What fails is told by the layout that then
// starts one itself. It is called once at most, before any layout.
func (e *Engine) Warm(ctx context.Context) {
	if isHelper() {
		return // a helper starts no helpers
	}
	ctx, e.cool = context.WithTimeoutCause(ctx, e.options.Timeout, ErrTimeout)
	e.warming.Go(func() {
		if helper, err := e.take(ctx); err == nil {
			e.put(helper)
		}
	})
}

// run gives the request to an idle helper or a new one.
func (e *Engine) run(ctx context.Context, request Request) ([]byte, error) {
	helper, err := e.take(ctx)
	if err != nil {
		return nil, err
	}
	output, err := helper.exchange(ctx, request)
	if err != nil {
		helper.kill()
		return nil, err
	}
	e.put(helper)
	return output, nil
}

func (e *Engine) take(ctx context.Context) (*process, error) {
	if helper, err := e.takeIdle(); helper != nil || err != nil {
		return helper, err
	}
	e.starting.Lock()
	defer e.starting.Unlock()
	// Another layout may have finished while this one waited for its turn to start a helper.
	if helper, err := e.takeIdle(); helper != nil || err != nil {
		return helper, err
	}
	return e.start(ctx)
}

func (e *Engine) takeIdle() (*process, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.closed {
		return nil, ErrClosed
	}
	last := len(e.idle) - 1
	if last < 0 {
		return nil, nil
	}
	helper := e.idle[last]
	e.idle = e.idle[:last]
	return helper, nil
}

func (e *Engine) put(helper *process) {
	e.mutex.Lock()
	keep := !e.closed
	if keep {
		e.idle = append(e.idle, helper)
	}
	e.mutex.Unlock()
	if !keep {
		helper.kill()
	}
}

// start starts a helper. One that ends before it is ready may have found something in its cache that ends programs, so
// another one does without.
func (e *Engine) start(ctx context.Context) (*process, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("layout: the program cannot find its own file to start the layout helper: %w", err)
	}
	folder, err := privateFolder(e.options.CacheDir, "graphviz")
	if err != nil {
		e.notice(cacheNotUsed + err.Error())
	}
	told := orders{Folder: folder, Memory: e.options.Memory, Limit: 2 * e.options.Timeout}
	helper, remark, err := startProcess(ctx, program, told)
	if errors.Is(err, errDied) && folder != "" {
		told.Folder = ""
		if helper, remark, err = startProcess(ctx, program, told); err == nil {
			remark = cacheNotUsed + "the helper ends over what is in " + folder
		}
	}
	e.notice(remark)
	return helper, err
}
