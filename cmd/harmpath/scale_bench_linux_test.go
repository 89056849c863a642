package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/render/json"
)

var (
	scaleSizes = flag.String("components", "1000,10000,100000", "the sizes that BenchmarkScale measures, in components")
	scaleKinds = flag.String("files", "yaml,json", "the sorts of files that it reads: yaml, json")
	scaleKeep  = flag.String("keep", "", "the folder in which it keeps its models and results")
	scalePart  = flag.String("part", "", "what a process of the benchmark's own does of it, in the folder that it keeps: write, phases")
)

// BenchmarkScale measures harmpath from a city's file to its result, at several sizes, and prints a table: each phase
// of its own, all of it as `harmpath analyze FILE -o RESULT`, its peak memory, and the exponent by
// which time grows with size. Times are of the processor, of all its cores together, so that neighbours on the
// machine disturb them little; for the whole run the time that passed is told, too.
//
//	make bench-scale
func BenchmarkScale(b *testing.B) {
	if *scalePart != "" {
		scaleHelper(b)
		return
	}
	folder := *scaleKeep
	if folder == "" {
		folder = b.TempDir()
	}
	program := filepath.Join(b.TempDir(), "harmpath")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	for range b.N {
		for kind := range strings.SplitSeq(*scaleKinds, ",") {
			var columns []scaleColumn
			for size := range strings.SplitSeq(*scaleSizes, ",") {
				n, err := strconv.Atoi(size)
				if err != nil {
					b.Fatal(err)
				}
				columns = append(columns, measureScale(b, program, folder, kind, n))
			}
			printScale(kind, columns)
		}
	}
}

// scaleColumn is what was measured at one size; what is exported, by a process of its own.
type scaleColumn struct {
	Components, Facts, Rules int
	Phases                   []phase
	Limits                   []models.Limit

	file, result      int64         // bytes
	processor, passed time.Duration // of the whole process
	peak              int64         // bytes
}

type phase struct {
	Name string
	Took time.Duration
}

func cityName(kind string, n int) string { return fmt.Sprintf("city-%d.%s", n, kind) }

// ownProcess does a part of the benchmark in a process of its own and returns what it tells.
func ownProcess(b *testing.B, folder, kind string, n int, part string) []byte {
	b.Helper()
	told := filepath.Join(b.TempDir(), "told")
	cmd := exec.Command(os.Args[0], "-test.run", "^$", "-test.bench", "^BenchmarkScale$", "-test.benchtime", "1x", "-test.timeout", "0",
		"-components", strconv.Itoa(n), "-files", kind, "-keep", folder, "-part", part)
	cmd.Env = append(os.Environ(), "HARMPATH_SCALE_TOLD="+told)
	if said, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s %d: %v\n%s", part, n, err, said)
	}
	body, err := os.ReadFile(told)
	if err != nil {
		b.Fatal(err)
	}
	return body
}

// scaleHelper does the part that a process of the benchmark's own was started for. It is done once, however often the benchmark is
// run.
func scaleHelper(b *testing.B) {
	told := os.Getenv("HARMPATH_SCALE_TOLD")
	if _, err := os.Stat(told); err == nil {
		return
	}
	n, err := strconv.Atoi(*scaleSizes)
	if err != nil {
		b.Fatal(err)
	}
	var out scaleColumn
	if name := cityName(*scaleKinds, n); *scalePart == "write" {
		writeCity(b, *scaleKeep, name, *scaleKinds, n)
	} else {
		process.WithHeadroom(func() process.ExitCode {
			out.takePhases(b, *scaleKeep, name)
			return process.Fine
		})
	}
	var body bytes.Buffer
	err = gob.NewEncoder(&body).Encode(out)
	if err == nil {
		err = os.WriteFile(told, body.Bytes(), 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// measureScale measures one size. All that takes memory is done by processes of its own: the peak of a process is never told
// below that of the one that started it.
func measureScale(b *testing.B, program, folder, kind string, n int) scaleColumn {
	b.Helper()
	name := cityName(kind, n)
	ownProcess(b, folder, kind, n, "write")
	var out scaleColumn
	if err := gob.NewDecoder(bytes.NewReader(ownProcess(b, folder, kind, n, "phases"))).Decode(&out); err != nil {
		b.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(folder, name)); err == nil {
		out.file = info.Size()
	}
	result := filepath.Join(folder, fmt.Sprintf("city-%d.result.json", n))
	cmd := exec.Command(program, "analyze", filepath.Join(folder, name), "--quiet", "-o", result)
	begun := time.Now()
	if said, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("analyze %s: %v\n%s", name, err, said)
	}
	out.passed = time.Since(begun)
	out.processor = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	out.peak = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	if info, err := os.Stat(result); err == nil {
		out.result = info.Size()
	}
	return out
}

// writeCity writes a city of about n components.
func writeCity(b *testing.B, folder, name, kind string, n int) {
	b.Helper()
	write := modeltest.JSON
	if kind == "yaml" {
		write = modeltest.YAML
	}
	text, err := write(modeltest.WithComponents(n).System())
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name), text, 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// takePhases does in this process what analyze does, and takes the time of each part.
func (s *scaleColumn) takePhases(b *testing.B, folder, name string) {
	b.Helper()
	last := processorTime()
	lap := func(name string) {
		now := processorTime()
		s.Phases = append(s.Phases, phase{name, now - last})
		last = now
	}
	known, err := catalog.Load()
	if err != nil {
		b.Fatal(err)
	}
	model, err := load.Load(formats.All(), load.Source{Files: os.DirFS(folder), Name: name})
	if err != nil {
		b.Fatal(err)
	}
	lap("read")
	if problems := check.System(model.System, known); len(problems) > 0 {
		b.Fatal(problems)
	}
	lap("check")
	system := model.System
	model = nil // with the text of its file
	grounded, err := ground.New(system, known)
	if err != nil {
		b.Fatal(err)
	}
	lap("ground")
	s.Components, s.Facts, s.Rules = len(system.Components), grounded.Graph.NumFacts(), grounded.Graph.NumRules()
	pass := analysis.NewPass(context.Background(), grounded, analysis.Options{})
	for _, a := range suite.All() {
		if err := a.Run(pass); err != nil {
			b.Fatal(err)
		}
		lap(a.Name)
	}
	file, err := os.Create(filepath.Join(folder, name+".result"))
	if err == nil {
		buffered := bufio.NewWriter(file)
		err = errors.Join(json.Encode(buffered, pass.Result), buffered.Flush(), file.Close(), os.Remove(file.Name()))
	}
	if err != nil {
		b.Fatal(err)
	}
	lap("write")
	s.Limits = pass.Result.Limits
}

// processorTime is what this process has had of the processor's cores.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic("harmpath: " + err.Error())
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// printScale prints the table of one sort of file.
func printScale(kind string, columns []scaleColumn) {
	row := func(name string, cell func(c scaleColumn) string, grows string) {
		fmt.Printf("| %s |", name)
		for _, c := range columns {
			fmt.Printf(" %s |", cell(c))
		}
		fmt.Printf(" %s |\n", grows)
	}
	growth := func(value func(c scaleColumn) float64) string {
		if len(columns) < 2 {
			return ""
		}
		a, z := columns[len(columns)-2], columns[len(columns)-1]
		return fmt.Sprintf("%.2f", math.Log(value(z)/value(a))/math.Log(float64(z.Components)/float64(a.Components)))
	}
	duration := func(name string, of func(c scaleColumn) time.Duration) {
		row(name, func(c scaleColumn) string { return of(c).Round(time.Millisecond).String() },
			growth(func(c scaleColumn) float64 { return max(1e-3, of(c).Seconds()) }))
	}
	megabytes := func(name string, of func(c scaleColumn) int64) {
		row(name, func(c scaleColumn) string { return fmt.Sprintf("%.1f MB", float64(of(c))/1e6) },
			growth(func(c scaleColumn) float64 { return float64(of(c)) }))
	}
	row("components, "+kind, func(c scaleColumn) string { return fmt.Sprint(c.Components) }, "exponent")
	fmt.Println("|" + strings.Repeat("---|", len(columns)+2))
	row("facts / rule instances", func(c scaleColumn) string { return fmt.Sprint(c.Facts, " / ", c.Rules) }, "")
	megabytes("file", func(c scaleColumn) int64 { return c.file })
	for i := range columns[0].Phases {
		duration(columns[0].Phases[i].Name, func(c scaleColumn) time.Duration { return c.Phases[i].Took })
	}
	duration("whole process, processor", func(c scaleColumn) time.Duration { return c.processor })
	duration("whole process, passed", func(c scaleColumn) time.Duration { return c.passed })
	megabytes("peak memory", func(c scaleColumn) int64 { return c.peak })
	megabytes("result file", func(c scaleColumn) int64 { return c.result })
	for _, c := range columns {
		for _, l := range c.Limits {
			fmt.Printf("limit at %d components: %s %s: %s\n", c.Components, l.Question, l.About, l.Reason)
		}
	}
	fmt.Println()
}
