package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/content"
)

// hostile is text that takes a terminal over, forges lines and turns reading around. No file system's name holds a NUL.
const hostile = "x\x1b]52;c;cm0gLXJmIH4=\x07\x1b[2J\x1b[1mHarmless.\r\n\u009b31m\u202e\u2066\u200f\u2028\x7f"

// TestNothingHostileIsSent runs every command with hostile names in the model, hostile arguments, hostile values of each flag
// and hostile names of files. Nothing that a person sees holds what a terminal or a reader would obey, and no JSON is spoilt.
func TestNothingHostileIsSent(t *testing.T) {
	before, after := hostileModels(t)
	result, graph := "result"+hostile+".json", "graph"+hostile+".json"
	sent(t, process.Fine, "analyze", before, "-o", result, "--attack-graph", graph, "--quiet")
	sound := map[string][]string{ // for each command a line that is obeyed as far as it can be
		"report": {before, "-o", "out" + hostile, "--formats", "md,json"}, "analyze": {before}, "render": {result, "--as", "md,json", "-o", "rendered" + hostile}, "measures": {before},
		"comply": {before, "--scheme", "cra"}, "paths": {before, "--to", "scald"}, "whatif": {before, "--set", "component:water_heater.device_class=open_flue"},
		"diff": {before, after}, "sbom": {before}, "check": {before}, "coverage": {before}, "new": {"out" + hostile + "/new"}, "schema": {}, "list": {"rules"}, "solve": {graph},
		"store": {"push", before, "--uri", "x" + hostile}, "help": {"lure-user"}, "completion": {"bash"}, "complete": {"check", ""}, "version": {},
	}
	for _, c := range commands(&program{}) {
		line, listed := sound[c.Name]
		if !listed {
			t.Errorf("the command %s is not tried; add a line", c.Name)
		}
		t.Run(c.Name, func(t *testing.T) {
			line := append([]string{c.Name}, line...)
			sent(t, -1, line...)
			sent(t, -1, append(line, hostile, hostile)...)
			sent(t, -1, append(line, "--"+hostile)...)
			sent(t, -1, append(line, "--json")...)
			sent(t, -1, append(line, "--lang", "ja")...)
			sent(t, -1, append(line, "--help")...)
			sent(t, -1, c.Name, hostile, "--help")
			for _, f := range flagsOf(c.Command) {
				sent(t, -1, append(line, "--"+f+"="+hostile)...)
			}
		})
	}
	for _, form := range comparisonForms() {
		sent(t, process.Fine, "diff", before, after, "--as", form)
	}
	sent(t, -1, "diff", before, result)
	sent(t, -1, "check", "wrong"+hostile+".json")
	sent(t, -1, hostile)
}

// hostileModels writes two versions of a case whose every text is hostile, in a folder where the test runs from here on.
func hostileModels(t *testing.T) (before, after string) {
	t.Helper()
	model, err := load.Load(formats.All(), load.Source{Files: os.DirFS(filepath.Join(root, "testdata", "usecases", "gas-water-heater")), Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for i, name := range []string{"before" + hostile + ".json", "after" + hostile + ".json"} {
		spoil(reflect.ValueOf(model.System).Elem(), fmt.Sprint(i)+hostile)
		body, err := json.Marshal(model.System)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, body, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	wrong := bytes.Replace([]byte(`{"harmpath":"1","id":"ID","ID":1}`), []byte("ID"), []byte(`\u001b[2J\u202e\u009b`), -1)
	if err := os.WriteFile("wrong"+hostile+".json", wrong, 0o666); err != nil {
		t.Fatal(err)
	}
	return "before" + hostile + ".json", "after" + hostile + ".json"
}

// spoil makes every text of a model another one. Its types nest, its data does not.
func spoil(v reflect.Value, text string) {
	if x, is := v.Addr().Interface().(*models.Text); is {
		if !x.Empty() {
			*x = models.Text{JA: text, EN: text}
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i), text)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i), text)
		}
	}
}

// flagsOf lists the flags of a command and of those below it.
func flagsOf(c *cli.Command) []string {
	var out []string
	for _, f := range c.Flags {
		out = append(out, f.Names()[0])
	}
	for _, below := range c.Subcommands {
		out = append(out, flagsOf(below)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sent runs a command line and looks through what it sent. A code below zero stands for any that is not a defect's.
func sent(t *testing.T, want process.ExitCode, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), process.World{
		Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
	})
	if code == process.Defect || want >= 0 && code != want {
		t.Errorf("harmpath %q: exit code %d\n%s", args, code, errs.String())
	}
	for stream, text := range map[string]string{"output": out.String(), "error": errs.String()} {
		if wrong := forbiddenIn(text); wrong != "" {
			t.Errorf("harmpath %q: standard %s holds %q in %.2000q", args, stream, wrong, text)
		}
		if strings.Contains(text, "Harmless.\\x0d\n") {
			t.Errorf("harmpath %q: standard %s has a forged line in %.2000q", args, stream, text)
		}
	}
	if text := bytes.TrimSpace(out.Bytes()); code == process.Fine && slices.Contains(args, "--json") && len(text) > 0 && text[0] == '{' && !json.Valid(text) {
		t.Errorf("harmpath %q: the JSON is spoilt: %.2000q", args, text)
	}
}

// forbiddenIn returns the first thing in a text that nobody should be sent; empty where there is none.
func forbiddenIn(text string) string {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		wrong := r == utf8.RuneError && size == 1 || r != '\n' && r != '\t' && content.Forbidden(r) || r == '\u2028' || r == '\u2029'
		if wrong {
			return text[i : i+size]
		}
		i += size
	}
	return ""
}
