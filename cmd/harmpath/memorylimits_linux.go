package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// memoryLimits are the bounds that Linux sets the process: the machine's memory, its control groups', and the address space
// that ulimit -v leaves.
func memoryLimits() []memoryLimit {
	var out []memoryLimit
	if all := machineMemory(); all > 0 {
		out = append(out, memoryLimit{"the memory of the machine", all, all / 10 * 9, heldByGo})
	}
	if all := groupMemory(); all > 0 {
		out = append(out, memoryLimit{"the memory of the control group", all, all / 10 * 9, heldByGo})
	}
	var space unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_AS, &space) == nil && space.Cur < 1<<62 {
		all := int64(space.Cur)
		// The language asks for 64 MB of addresses at a time.
		out = append(out, memoryLimit{"the limit of its address space (ulimit -v)", all, all - max(all/16, 160<<20), addressesInUse})
	}
	return out
}

// heldByGo is how many bytes the program holds of the system's memory.
func heldByGo() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
}

// addressesInUse is how many bytes of addresses the process has; 0 where the system does not tell.
func addressesInUse() int64 {
	told, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	pages, _, _ := strings.Cut(string(told), " ")
	n, _ := strconv.ParseInt(pages, 10, 64)
	return n * int64(os.Getpagesize())
}

// groupMemory is the least memory in bytes that a control group of the process may have; 0 without a limit.
func groupMemory() int64 {
	told, err := os.ReadFile("/proc/self/cgroup")
	if err != nil {
		return 0
	}
	var least int64
	for line := range strings.Lines(string(told)) {
		group, unified := strings.CutPrefix(strings.TrimSpace(line), "0::")
		for ; unified; group = filepath.Dir(group) {
			body, err := os.ReadFile(filepath.Join("/sys/fs/cgroup", group, "memory.max"))
			limit, wrong := strconv.ParseInt(string(bytes.TrimSpace(body)), 10, 64)
			if err == nil && wrong == nil && limit > 0 && (least == 0 || limit < least) {
				least = limit
			}
			if group == "/" || group == "." {
				break
			}
		}
	}
	return least
}

// machineMemory returns how many bytes of memory the machine has; 0 where the system does not tell.
func machineMemory() int64 {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	return int64(info.Totalram) * int64(info.Unit)
}
