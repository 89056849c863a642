package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// state is what the user's cache folder holds when a process starts.
type state int

const (
	full           state = iota // the machine code of Graphviz, and the layouts of the same case
	withoutLayouts              // the machine code
	empty                       // nothing: the first run of a user
)

// BenchmarkProcess measures whole runs of the built program, each a process of its own: least and median time, and
// the most memory that the program and its helper processes held together (on Linux; a run of its own, so that
// looking does not slow the others down).
//
//	make bench
func BenchmarkProcess(b *testing.B) {
	program := filepath.Join(b.TempDir(), "harmpath.exe")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	heater := filepath.Join(root, "testdata", "usecases", "gas-water-heater")
	warm := b.TempDir()
	for _, m := range []struct {
		name  string
		cache state
		args  func(out string) []string
	}{
		{"version", full, func(string) []string { return []string{"version"} }},
		{"check", full, func(string) []string { return []string{"check", heater} }},
		{"analyze", full, func(out string) []string {
			return []string{"analyze", heater, "--quiet", "-o", filepath.Join(out, "result.json")}
		}},
		{"report-again", full, func(out string) []string { return []string{"report", heater, "--quiet", "-o", out} }},
		{"report-new-case", withoutLayouts, func(out string) []string { return []string{"report", heater, "--quiet", "-o", out} }},
		{"report-all-again", full, func(out string) []string {
			return []string{"report", heater, "--quiet", "-o", out, "--formats", "all"}
		}},
		{"report-all-new-case", withoutLayouts, func(out string) []string {
			return []string{"report", heater, "--quiet", "-o", out, "--formats", "all"}
		}},
		{"report-first", empty, func(out string) []string { return []string{"report", heater, "--quiet", "-o", out} }},
	} {
		b.Run(m.name, func(b *testing.B) {
			process := func() *exec.Cmd {
				cache := warm
				switch m.cache {
				case withoutLayouts:
					forgetLayouts(b, warm)
				case empty:
					cache = b.TempDir()
				}
				cmd := exec.Command(program, m.args(b.TempDir())...)
				cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "HOME="+cache, "TMPDIR="+b.TempDir())
				return cmd
			}
			peak := peakMemory(b, process()) // fills the cache, too
			var took []time.Duration
			for b.Loop() {
				b.StopTimer()
				cmd := process()
				b.StartTimer()
				begun := time.Now()
				out, err := cmd.CombinedOutput()
				took = append(took, time.Since(begun))
				if err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
			slices.Sort(took)
			b.ReportMetric(milliseconds(took[0]), "min-ms")
			b.ReportMetric(milliseconds(took[len(took)/2]), "median-ms")
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// forgetLayouts deletes the layouts in a cache folder.
func forgetLayouts(b *testing.B, cache string) {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(cache, "harmpath", "layouts", "*", "*-*"))
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		if err := os.Remove(file); err != nil {
			b.Fatal(err)
		}
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// peakMemory runs a process and returns the most bytes that it and the processes below it held at one time, shared
// pages counted by their share (PSS); 0 where the system does not tell.
func peakMemory(b *testing.B, cmd *exec.Cmd) int {
	b.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	peak := 0
	for {
		select {
		case err := <-done:
			if err != nil {
				b.Fatalf("%v\n%s", err, out.String())
			}
			return peak
		case <-time.After(2 * time.Millisecond):
			peak = max(peak, heldBy(cmd.Process.Pid))
		}
	}
}

// heldBy sums the memory of a process and of those below it.
func heldBy(pid int) int {
	total := 0
	for waiting := []int{pid}; len(waiting) > 0; {
		pid, waiting = waiting[0], waiting[1:]
		proc := filepath.Join("/proc", strconv.Itoa(pid))
		rollup, _ := os.ReadFile(filepath.Join(proc, "smaps_rollup"))
		for line := range strings.Lines(string(rollup)) {
			if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "Pss:" {
				kilobytes, _ := strconv.Atoi(fields[1])
				total += kilobytes * 1024
			}
		}
		threads, _ := filepath.Glob(filepath.Join(proc, "task", "*", "children"))
		for _, thread := range threads {
			children, _ := os.ReadFile(thread)
			for _, child := range strings.Fields(string(children)) {
				if n, err := strconv.Atoi(child); err == nil {
					waiting = append(waiting, n)
				}
			}
		}
	}
	return total
}
