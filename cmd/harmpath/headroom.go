package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// headroom is how much the heap may grow before the garbage of a run is collected for the first time. Most runs end
// before that: they take a third less time, and what is not touched takes no memory.
const headroom = 32 << 20

// withHeadroom runs the program beside an allocation that nobody touches, by which the collector's pace is set: it
// begins when the heap has doubled. Collecting at GOGC=400 would be as fast, and let large models grow fivefold. Above half of the
// machine's memory it collects more often instead of letting the heap double.
func withHeadroom(program func() exitCode) exitCode {
	untouched := make([]byte, headroom)
	defer runtime.KeepAlive(&untouched)
	if memory := machineMemory(); memory > 0 && debug.SetMemoryLimit(-1) == math.MaxInt64 { // no GOMEMLIMIT
		debug.SetMemoryLimit(memory / 2)
	}
	return program()
}

// machineMemory returns how many bytes of memory the machine has; 0 where the system does not tell.
func machineMemory() int64 {
	told, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(told)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "MemTotal:" {
			kilobytes, _ := strconv.ParseInt(fields[1], 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}
