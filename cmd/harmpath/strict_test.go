package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// Every command that reads a model can refuse it for its findings: with --strict it does, before it does anything else.
func TestEveryReaderOfModelsIsStrict(t *testing.T) {
	body, err := os.ReadFile("testdata/script/check.txtar")
	if err != nil {
		t.Fatal(err)
	}
	model := regexp.MustCompile(`(?s)-- gap/([\w.]+) --\n(.*?)(?:\n-- |\z)`).FindSubmatch(body)
	if model == nil {
		t.Fatal("the script has no case gap")
	}
	t.Chdir(t.TempDir())
	file := filepath.Join("gap", string(model[1]))
	if err := os.Mkdir("gap", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(model[2], '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
	more := map[string][]string{
		"report": {"-o", "out"}, "diff": {"gap"},
	}
	readers := 0
	var walk func(path []string, list []*cli.Command)
	walk = func(path []string, list []*cli.Command) {
		for _, c := range list {
			words := slices.Concat(path, []string{c.Name})
			walk(words, c.Subcommands)
			reads := regexp.MustCompile(`\bMODEL\b`).MatchString(c.ArgsUsage) || c.Name == "diff"
			if !reads || c.Name == "solve" {
				continue
			}
			readers++
			name := strings.Join(words, " ")
			if !slices.ContainsFunc(c.Flags, func(f cli.Flag) bool { return f.Names()[0] == "strict" }) {
				t.Errorf("harmpath %s has no --strict", name)
				continue
			}
			if strings.HasPrefix(name, "store") || name == "whatif" || name == "sbom" {
				continue // a store, a change or an SBOM is asked for first
			}
			harmpath(t, process.BadInput, slices.Concat(words, []string{"gap", "--strict"}, more[name])...)
		}
	}
	p := &program{}
	p.commands = commands(p)
	for _, c := range p.commands {
		walk(nil, []*cli.Command{c.Command})
	}
	if readers < 8 {
		t.Errorf("only %d commands read models", readers)
	}
}
