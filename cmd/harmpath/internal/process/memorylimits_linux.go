package process

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// memoryLimits are the bounds that Linux sets the process: the machine's memory and its control groups'.
func memoryLimits() []memoryLimit {
	var out []memoryLimit
	if all := machineMemory(); all > 0 {
		out = append(out, memoryLimit{"the memory of the machine", all, all / 10 * 9})
	}
	if all := groupMemory(); all > 0 {
		out = append(out, memoryLimit{"the memory of the control group", all, all / 10 * 9})
	}
	return out
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
