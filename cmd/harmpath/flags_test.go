package main

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// word is a row of CONTRIBUTING's table: arguments or flags that several commands have.
type word struct {
	names []string // as written, a short one after its long one
	takes string
	of    []string // commands; all: those of the program itself
}

// declared is a command with its path: store push.
type declared struct {
	name string
	*cli.Command
}

func declaredCommands() []declared {
	var out []declared
	p := &program{}
	for _, c := range commands(p) {
		out = append(out, declared{c.Name, c.Command})
		for _, below := range c.Subcommands {
			out = append(out, declared{c.Name + " " + below.Name, below})
		}
	}
	return out
}

// arguments lists the words of a usage: MODEL|FILE, CASE[@VERSION], OLD NEW.
func arguments(usage string) []string {
	return regexp.MustCompile(`\b[A-Z]+\b`).FindAllString(usage, -1)
}

// conventions reads the table.
func conventions(t *testing.T) []word {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("`([^`]+)`")
	var out []word
	var readers []string
	_, table, _ := strings.Cut(string(text), "| argument or flag |")
	for _, line := range strings.Split(table, "\n")[2:] {
		cells := strings.Split(line, "|")
		if len(cells) != 6 {
			break
		}
		w := word{takes: strings.TrimSpace(cells[2])}
		for _, found := range quoted.FindAllStringSubmatch(cells[1], -1) {
			w.names = append(w.names, found[1])
		}
		for _, found := range quoted.FindAllStringSubmatch(cells[4], -1) {
			w.of = append(w.of, found[1])
		}
		switch {
		case w.names[0] == "MODEL":
			readers = w.of
		case strings.HasPrefix(strings.TrimSpace(cells[4]), "MODEL"):
			w.of = append(w.of, readers...)
		case strings.TrimSpace(cells[4]) == "all":
			w.of = []string{"all"}
		}
		slices.Sort(w.of)
		out = append(out, w)
	}
	if len(out) < 10 {
		t.Fatalf("CONTRIBUTING.md has a table of %d words", len(out))
	}
	return out
}

// Every command has the words of the table as the table says, and what two commands have stands in it.
func TestCommandsKeepTheConventions(t *testing.T) {
	table := conventions(t)
	found := map[string][]string{} // flag or argument → commands
	kinds := map[string]string{}
	note := func(command string, f cli.Flag) {
		long := "--" + f.Names()[0]
		found[long] = append(found[long], command)
		row := rowOf(table, long)
		if row == nil {
			if kind, other := kinds[long]; other && kind != taking(f) {
				t.Errorf("%s of %s takes %s, and elsewhere %s", long, command, taking(f), kind)
			}
			kinds[long] = taking(f)
			return
		}
		if kind := taking(f); kind != row.takes {
			t.Errorf("%s of %s takes %s, and by CONTRIBUTING.md %s", long, command, kind, row.takes)
		}
		for _, short := range f.Names()[1:] {
			if !slices.Contains(row.names, "-"+short) {
				t.Errorf("%s of %s is also -%s, which CONTRIBUTING.md does not know", long, command, short)
			}
		}
		for _, name := range row.names[1:] {
			if short := strings.TrimLeft(name, "-"); len(short) == 1 && !slices.Contains(f.Names(), short) {
				t.Errorf("%s of %s is not also %s", long, command, name)
			}
		}
	}
	for _, c := range declaredCommands() {
		for _, argument := range slices.Compact(slices.Sorted(slices.Values(arguments(c.ArgsUsage)))) {
			found[argument] = append(found[argument], c.name)
		}
		for _, f := range c.Flags {
			note(c.name, f)
		}
	}
	for _, f := range (&program{}).app().Flags {
		note("all", f)
	}
	for name, of := range ordered(joined(found)) {
		row := rowOf(table, name)
		switch {
		case row != nil && strings.HasPrefix(name, "--") && of != strings.Join(row.of, ", "):
			t.Errorf("%s is of %s, and by CONTRIBUTING.md of %s", name, of, strings.Join(row.of, ", "))
		case row == nil && strings.HasPrefix(name, "--") && len(found[name]) > 1:
			t.Errorf("%s is of %s, and CONTRIBUTING.md does not know it", name, of)
		}
	}
	for _, row := range table {
		for _, name := range row.names {
			if long := strings.HasPrefix(name, "--"); long && found[name] == nil {
				t.Errorf("CONTRIBUTING.md knows %s, which no command has", name)
			}
		}
	}
	reading := slices.Compact(slices.Sorted(slices.Values(slices.Concat(found["MODEL"], found["OLD"]))))
	if row := rowOf(table, "MODEL"); !slices.Equal(row.of, reading) {
		t.Errorf("models are read by %v, and by CONTRIBUTING.md by %v", reading, row.of)
	}
	files := slices.Compact(slices.Sorted(slices.Values(slices.Concat(found["RESULT"], found["FILE"], []string{"diff"}))))
	if row := rowOf(table, "RESULT"); !slices.Equal(row.of, files) {
		t.Errorf("results and files are read by %v, and by CONTRIBUTING.md by %v", files, row.of)
	}
}

func joined(m map[string][]string) map[string]string {
	out := map[string]string{}
	for name := range maps.Keys(m) {
		out[name] = strings.Join(slices.Sorted(slices.Values(m[name])), ", ")
	}
	return out
}

func rowOf(table []word, name string) *word {
	at := slices.IndexFunc(table, func(w word) bool { return slices.Contains(w.names, name) })
	if at < 0 {
		return nil
	}
	return &table[at]
}

// taking is what a flag takes, in the words of the table.
func taking(f cli.Flag) string {
	switch f.(type) {
	case *cli.BoolFlag:
		return "nothing"
	case *cli.DurationFlag:
		return "a time"
	case *cli.StringSliceFlag:
		return "one word, again and again"
	case *cli.StringFlag:
		return "one word"
	}
	return "a number"
}

// A model is the same as a file, as its folder and on standard input: every command that reads one does and prints the same.
func TestModelsAreReadFromFileFolderAndStandardInput(t *testing.T) {
	of := rowOf(conventions(t), "MODEL").of
	t.Chdir(t.TempDir())
	harmpath(t, process.Fine, "new", "gate")
	file := filepath.Join("gate", "model.yaml")
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	more := map[string][]string{
		"comply": {"--scheme", "all"}, "diff": {file}, "paths": {"--to", "crushing"}, "report": {"--formats", "md", "-o", "out"},
		"whatif": {"--adopt", "watch-the-gate"}, "store export-csv": {"-o", "csv"},
	}
	for _, name := range of {
		if name == "store push" {
			continue // it needs a store
		}
		var first string
		for i, model := range []string{file, "gate", "-"} {
			var out, errs bytes.Buffer
			code := run(context.Background(), process.World{
				Args: slices.Concat(strings.Fields(name), []string{model, "--json"}, more[name]), Stdin: bytes.NewReader(body), Stdout: &out, Stderr: &errs,
				Getenv: func(string) string { return "" },
			})
			printed := strings.NewReplacer("gate/model.yaml", "FILE", "<stdin>", "FILE", "model.yaml", "FILE").Replace(out.String())
			switch {
			case code != process.Fine:
				t.Errorf("%s %s ends with %d: %s", name, model, code, &errs)
			case i == 0:
				first = printed
			case printed != first:
				t.Errorf("%s prints other things of %s than of %s:\n%s\nand\n%s", name, model, file, printed, first)
			}
			if err := os.RemoveAll("csv"); err != nil {
				t.Fatal(err)
			}
		}
	}
}
