package process

import (
	"math"
	"runtime"
	"runtime/debug"
)

// headroom is how much the heap may grow before the garbage of a run is collected for the first time. Most runs end
// before that: they take a third less time, and what is not touched takes no memory.
const headroom = 32 << 20

// WithHeadroom runs the program beside an allocation that nobody touches, by which the collector's pace is set: it
// begins when the heap has doubled. Collecting at GOGC=400 would be as fast, and let large models grow fivefold. Above half of the
// memory that it may have it collects more often instead of letting the heap double.
func WithHeadroom(program func() ExitCode) ExitCode {
	untouched := make([]byte, headroom)
	defer runtime.KeepAlive(&untouched)
	if debug.SetMemoryLimit(-1) == math.MaxInt64 { // no GOMEMLIMIT
		for _, l := range memoryLimits() {
			debug.SetMemoryLimit(min(debug.SetMemoryLimit(-1), l.all/2))
		}
	}
	return program()
}
