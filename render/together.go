package render

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// Together runs functions at the same time and waits for all of them. A panic in one of them becomes a panic of the one
// who waits, as if it had called the function itself; on its own it would end the process with a trace. The zero value is
// ready.
type Together struct {
	all   sync.WaitGroup
	once  sync.Once
	first *Panic
}

// Go runs a function beside the others.
func (t *Together) Go(f func()) {
	t.all.Go(func() {
		defer func() {
			if failure := recover(); failure != nil {
				t.once.Do(func() { t.first = AsPanic(failure) })
			}
		}()
		f()
	})
}

// Wait waits until all functions have ended.
func (t *Together) Wait() {
	t.all.Wait()
	if t.first != nil {
		panic(t.first)
	}
}

// Panic is a panic that was recovered, with the place in the source that it came from.
type Panic struct {
	Value any
	At    string // function, file and line
}

func (p *Panic) Error() string { return fmt.Sprintf("%v, at %s", p.Value, p.At) }

// AsPanic is a recovered panic with its place. It is called by the deferred function that recovers.
func AsPanic(recovered any) *Panic {
	if carried, is := recovered.(*Panic); is {
		return carried
	}
	return &Panic{recovered, panicPlace()}
}

// panicPlace finds the function that panicked on the stack of one that recovers.
func panicPlace() string {
	callers := make([]uintptr, 100)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	panicking := false
	for {
		frame, more := frames.Next()
		ofRuntime := strings.HasPrefix(frame.Function, "runtime.")
		if panicking && !ofRuntime {
			return fmt.Sprintf("%s (%s:%d)", frame.Function, frame.File, frame.Line)
		}
		panicking = panicking || frame.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}
