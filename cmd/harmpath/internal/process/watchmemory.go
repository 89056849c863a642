package process

import (
	"fmt"
	"os"
	"runtime/metrics"
	"time"
)

// memoryWatch is how often the memory in use is looked at.
const memoryWatch = 20 * time.Millisecond

// WatchMemory ends the process with a word when it is about to use up the memory that it may have: what comes after that
// would be the machine's standstill, or an end by the system that says nothing. A single demand for more than is
// left may come between two looks; then the language's own message tells it.
func WatchMemory(w World) {
	limits := memoryLimits()
	if len(limits) == 0 {
		return
	}
	go func() {
		for range time.Tick(memoryWatch) {
			held := heldMemory()
			if l, over := exceeded(limits, held); over {
				w.Aside.Remove()
				fmt.Fprintf(w.Stderr, "harmpath: the memory does not suffice: %d MB are in use, and %s is %d MB; give the program more or divide the case, "+
					"and report a case that is not large at %s\n", held>>20, l.name, l.all>>20, Issues)
				os.Exit(int(Defect))
			}
		}
	}()
}

// memoryLimit is a bound of the memory that the process may have.
type memoryLimit struct {
	name string
	all  int64 // bytes
	most int64 // bytes from which on the process ends
}

// exceeded returns the first limit that is exceeded by so many bytes in use.
func exceeded(limits []memoryLimit, held int64) (memoryLimit, bool) {
	for _, l := range limits {
		if held > l.most {
			return l, true
		}
	}
	return memoryLimit{}, false
}

// heldMemory is how many bytes the program holds of the system's memory.
func heldMemory() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
}
