package main

import (
	"fmt"
	"os"
	"time"
)

// memoryWatch is how often the memory in use is looked at.
const memoryWatch = 5 * time.Millisecond

// watchMemory ends the process with a word when it is about to use up the memory that it may have: what comes after that
// would be the machine's standstill, or an end by the system that says nothing. A single demand for more than is
// left may come between two looks; then the language's own message tells it.
func watchMemory(w world) {
	limits := memoryLimits()
	if len(limits) == 0 {
		return
	}
	go func() {
		for range time.Tick(memoryWatch) {
			for _, l := range limits {
				if held := l.held(); held > l.most {
					w.aside.remove()
					fmt.Fprintf(w.stderr, "harmpath: the memory does not suffice: %d MB are in use, and %s is %d MB; give the program more or divide the case, "+
						"and report a case that is not large at %s\n", held>>20, l.name, l.all>>20, issues)
					os.Exit(int(defect))
				}
			}
		}
	}()
}

// memoryLimit is a bound of the memory that the process may have.
type memoryLimit struct {
	name string
	all  int64        // bytes
	most int64        // bytes from which on the process ends
	held func() int64 // bytes in use that count for it
}
