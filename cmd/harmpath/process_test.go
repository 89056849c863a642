//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// Nobody reads on: the program ends without a word.
func TestClosedPipe(t *testing.T) {
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd := exec.Command("harmpath", "list", "rules", "--json")
	cmd.Stdout, cmd.Stderr = writer, &errs
	if err := cmd.Run(); err == nil {
		t.Error("the output was lost, and the exit code is 0")
	}
	if errs.Len() > 0 {
		t.Errorf("standard error: %s", errs.String())
	}
}

// Where the system tells of a closed pipe by an error instead of a signal, it is the same.
func TestClosedPipeInProcess(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), process.World{
		Args: []string{"list", "rules"}, Stdin: strings.NewReader(""), Stdout: broken{}, Stderr: &errs,
		Getenv: func(string) string { return "" },
	})
	if code != process.Failed || errs.Len() > 0 {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// Ctrl-C ends the program with a word and exit code 1, also while it waits for input.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"render", "-", "--as", "json"}, {"solve", "-"}} {
		t.Run(args[0], func(t *testing.T) {
			for wait := 100 * time.Millisecond; ; wait *= 2 {
				code, errs := interrupted(t, wait, args)
				if code == -1 && wait < 10*time.Second { // it had not yet come to listen to signals
					continue
				}
				if code != int(process.Failed) || errs != "harmpath: interrupted\n" {
					t.Errorf("exit code %d, standard error %q", code, errs)
				}
				return
			}
		})
	}
}

// interrupted starts the program, sends it an interrupt after some time and returns how it ended.
func interrupted(t *testing.T, wait time.Duration, args []string) (int, string) {
	t.Helper()
	return signalled(t, os.Interrupt, wait, args)
}

// signalled does so with any signal.
func signalled(t *testing.T, signal os.Signal, wait time.Duration, args []string) (int, string) {
	t.Helper()
	cmd := exec.Command("harmpath", args...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // its code tells
	return cmd.ProcessState.ExitCode(), errs.String()
}

// A report that is interrupted leaves nothing behind.
func TestInterruptedReport(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "out")
	var errs bytes.Buffer
	code := run(ctx, process.World{
		Args:  []string{"report", filepath.Join(root, "testdata", "usecases", "kalay-camera"), "-o", out},
		Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &errs, Getenv: func(string) string { return "" },
	})
	if code != process.Failed || errs.String() != "harmpath: interrupted\n" {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
}

// One signal ends the wait for a pipe into which nobody writes, wherever the command line names it.
func TestSignalEndsTheWaitForAPipe(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"pipe", "pipe.json", "pipe.docx"} {
		if err := syscall.Mkfifo(name, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"check", "pipe"}, {"analyze", "pipe.json"}, {"report", "pipe", "-o", "out"}, {"whatif", "pipe", "--close", "x"}, {"diff", "pipe", "pipe.json"},
		{"render", "pipe.json", "--as", "md"}, {"render", "pipe.json", "--as", "docx", "--template", "pipe.docx"}, {"solve", "pipe.json"}, {"store", "list", "--password-file", "pipe"},
		{"store", "list", "--connection", "pipe"}, {"store", "export-csv", "pipe", "-o", "csv"},
	} {
		for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
			t.Run(strings.Join(append(args, signal.String()), " "), func(t *testing.T) {
				ended(t, signal, args)
			})
		}
	}
}

// ended starts the program, sends it a signal once it waits, and wants that it ends with a word.
func ended(t *testing.T, signal os.Signal, args []string) {
	t.Helper()
	for wait := 100 * time.Millisecond; ; wait *= 2 {
		code, errs := signalled(t, signal, wait, args)
		if code == -1 && wait < 10*time.Second { // it had not yet come to listen to signals
			continue
		}
		if code != int(process.Failed) || errs != "harmpath: interrupted\n" {
			t.Errorf("exit code %d, standard error %q", code, errs)
		}
		return
	}
}

// What comes through a pipe is read as a file of that name would be.
func TestPipesAreRead(t *testing.T) {
	camera, err := filepath.Abs(filepath.Join(root, "testdata", "usecases", "kalay-camera", "model.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, script := range []string{
		`harmpath analyze --quiet $0 -o result.json && cat result.json | harmpath render /dev/stdin --as md --lang en >one && harmpath render result.json --as md --lang en >two && cmp one two`,
		`cat $0 | harmpath check --quiet /dev/stdin`,
		`harmpath check --quiet /dev/stdin <$0`,
		`mkfifo a b c && { cat $0 >a & cat $0 >b & harmpath diff a b --json >same && cat result.json >c & harmpath diff c $0 --json >too && cmp same too; }`,
		`harmpath analyze --quiet $0 -o - | harmpath diff /dev/stdin result.json --fail-if-worse`,
		`harmpath analyze $0 --quiet --attack-graph graph.json && harmpath solve /dev/stdin --ask reach <graph.json`,
		`printf '{"harmpath": "1", "id": "x"}' | harmpath check /dev/stdin 2>errs; test $? = 2 && grep '^/dev/stdin:1:1: title: ' errs`,
		`printf 'harmpath: "1"\nid: {' | harmpath check /dev/stdin 2>errs; test $? = 2 && grep '^/dev/stdin:[23]:' errs`,
		`printf 'x' | harmpath check /dev/stdin 2>errs; test $? = 2 && grep '^/dev/stdin: the file is in no format' errs`,
	} {
		if out, err := exec.Command("sh", "-c", script, camera).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", script, err, out)
		}
	}
}

// What a case names and is no file is told with its place, and nobody waits for it.
func TestNoFileInsideACase(t *testing.T) {
	t.Chdir(t.TempDir())
	const model = "harmpath: \"1\"\nid: x\ntitle: x\nsite: consumer\ninclude: [part.yaml]\ntrust_zones: [{id: z, name: z}]\n" +
		"components: [{id: a, name: a, kind: camera, zone: z, sbom: a.cdx.json, vex: [b.txt, c.txt]}]\n"
	if err := os.WriteFile("model.yaml", []byte(model), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("catalog/kinds", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"part.yaml", "a.cdx.json", "b.txt", "catalog/kinds/robot.yaml"} {
		if err := syscall.Mkfifo(name, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/dev/zero", "c.txt"); err != nil {
		t.Fatal(err)
	}
	tells := func(want []string, args ...string) {
		t.Helper()
		ctx, stop := context.WithTimeout(context.Background(), time.Minute)
		defer stop()
		out, _ := exec.CommandContext(ctx, "harmpath", args...).CombinedOutput()
		for _, line := range want {
			if !strings.Contains(string(out), line) {
				t.Errorf("harmpath %s says\n%s\nand not %q", strings.Join(args, " "), out, line)
			}
		}
	}
	tells([]string{`model.yaml:5:11: include[0]: "part.yaml" is no file; `}, "check", ".")
	if err := os.WriteFile("model.yaml", []byte(strings.Replace(model, "include: [part.yaml]\n", "", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	tells([]string{
		`model.yaml:6:60: components[0].sbom: "a.cdx.json" is no file; `, `: components[0].vex[0]: "b.txt" is no file; `, `: components[0].vex[1]: "c.txt" leads out of the folder; `,
	}, "check", ".")
	tells([]string{"catalog/kinds/robot.yaml: the entry is no file; "}, "check", ".", "--catalog", "catalog")
}

// An output that is lost is a failure, in every command that prints.
func TestLostOutput(t *testing.T) {
	usecase, err := filepath.Abs(filepath.Join(root, "testdata", "usecases", "kalay-camera"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	harmpath(t, process.Fine, "analyze", usecase, "--quiet", "-o", "result.json", "--attack-graph", "graph.json")
	for _, line := range []string{
		"version", "list rules", "list rules --json", "help", "help lure-user", "--help", "analyze --help", "schema", "completion bash", "analyze $0", "analyze $0 --json", "analyze $0 -o -",
		"analyze $0 --fail-at recovery=limited", "render result.json --as md --lang ja", "measures $0", "comply $0 --scheme cra", "sbom $0", "diff $0 result.json", "diff $0 $0 --json",
		"whatif $0 --reject device_authentication", "solve graph.json --ask reach", "check $0 --json", "check graph.json --json", "report $0 -o out --formats json --json", "store schema",
	} {
		for _, lost := range []string{">/dev/full", ">&-"} {
			out, _ := exec.Command("sh", "-c", "harmpath "+line+" "+lost+"; echo $? >&2", usecase).CombinedOutput()
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if last := len(lines) - 1; lines[last] != "1" || last == 0 {
				t.Errorf("harmpath %s %s: exit code and errors %q", line, lost, lines)
			}
		}
	}
	out, err := exec.Command("sh", "-c", "harmpath version >/dev/null && harmpath analyze $0 --quiet >&- && harmpath list rules | head -n 1", usecase).CombinedOutput()
	if err != nil || strings.Contains(string(out), "harmpath:") {
		t.Errorf("who wants no output: %v, %s", err, out)
	}
}

// A signal, however the program takes it, leaves no folder aside behind.
func TestSignalsLeaveNothingBehind(t *testing.T) {
	usecase, err := filepath.Abs(filepath.Join(root, "testdata", "usecases", "gas-water-heater"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, signals := range []int{1, 2} {
		for wait := 20 * time.Millisecond; wait < 2*time.Second; wait = wait * 3 / 2 {
			cmd := exec.Command("harmpath", "report", usecase, usecase+"/../kalay-camera", "-o", "out/of", "--formats", "all", "--quiet")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(wait)
			for range signals {
				_ = cmd.Process.Signal(syscall.SIGTERM)
				time.Sleep(time.Millisecond)
			}
			_ = cmd.Wait()
			if left, err := filepath.Glob("out/of/.harmpath-*"); err != nil || len(left) > 0 {
				t.Fatalf("after %s and %d signals there is %v, %v", wait, signals, left, err)
			}
		}
	}
}
