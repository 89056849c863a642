package analysistest

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

// Run loads a model, analyses it and holds the result against the expectations in the model's file.
func Run(t *testing.T, files fs.FS, name string, list []analysis.Analysis) *models.Result {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	result := Analyse(t, Load(t, files, name), list)
	for _, complaint := range Compare(string(text), Statements(result)) {
		t.Errorf("%s: %s", name, complaint)
	}
	return result
}

// Load reads a model, a file or a case folder, with what is attached to its components.
func Load(t testing.TB, files fs.FS, name string) *models.System {
	t.Helper()
	m, err := load.Load(formats.All(), load.Source{Files: files, Name: name})
	if err != nil {
		t.Fatal(err)
	}
	if err := attach.Files(m, formats.Supplements(), attach.Limits{}); err != nil {
		t.Fatal(err)
	}
	return m.System
}

// Analyse runs analyses over a system with the project's catalog. The system must pass the checks.
func Analyse(t testing.TB, system *models.System, list []analysis.Analysis) *models.Result {
	t.Helper()
	result, err := Analysed(system, list)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Analysed is what Analyse returns, or what is wrong with the system.
func Analysed(system *models.System, list []analysis.Analysis) (*models.Result, error) {
	known, err := catalog.Load()
	if err != nil {
		return nil, err
	}
	if problems := check.System(system, known); len(problems) > 0 {
		return nil, problems
	}
	return analysis.Run(context.Background(), system, known, list, analysis.Options{})
}

// Compare holds statements against the expectations in a model's text and returns what does not fit.
func Compare(text string, statements []string) []string {
	var out, wanted, only []string
	for line := range strings.Lines(text) {
		_, comment, _ := strings.Cut(line, "# ")
		comment = strings.TrimSpace(comment)
		switch {
		case strings.HasPrefix(comment, "want no "):
			out = append(out, made(statements, strings.TrimPrefix(comment, "want no "))...)
		case strings.HasPrefix(comment, "want "):
			wanted = append(wanted, strings.TrimPrefix(comment, "want "))
		case strings.HasPrefix(comment, "only "):
			only = append(only, strings.TrimPrefix(comment, "only "))
		}
	}
	for _, w := range wanted {
		if !slices.Contains(statements, w) {
			out = append(out, "not stated: "+w)
		}
	}
	for _, prefix := range only {
		for _, s := range statements {
			if begins(s, prefix) && !slices.Contains(wanted, s) {
				out = append(out, "stated beyond what is wanted: "+s)
			}
		}
	}
	return out
}

func made(statements []string, prefix string) []string {
	var out []string
	for _, s := range statements {
		if begins(s, prefix) {
			out = append(out, "stated: "+s)
		}
	}
	return out
}

// begins reports whether the words of a statement begin with those of the prefix.
func begins(statement, prefix string) bool {
	rest, ok := strings.CutPrefix(statement, prefix)
	return ok && (rest == "" || rest[0] == ' ')
}
