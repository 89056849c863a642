package main

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/render"
)

// A panic is told in one sentence that says where it came from and whom to tell, with an exit code of its own.
func TestDefect(t *testing.T) {
	var out, errs bytes.Buffer
	code := run(context.Background(), process.World{
		Args: []string{"list"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { panic("surroundings: \x1b[2Jnothing\nis there") },
	})
	want := `^harmpath: this is a defect of harmpath \(surroundings: \\x1b\[2Jnothing\\nis there, at .*TestDefect.* \(.*defect_test.go:\d+\)\), .* please report it .* https://\S+\n$`
	if code != 70 || !regexp.MustCompile(want).MatchString(errs.String()) {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
}

// An output that panics, beside others that do not, ends as if it alone were made.
func TestDefectOfAnOutput(t *testing.T) {
	defer func() {
		var carried *render.Panic
		failure, _ := recover().(error)
		if !errors.As(failure, &carried) || carried.Value != "b: wrong" || !strings.Contains(carried.At, "defect_test.go") {
			t.Errorf("recovered %v", failure)
		}
	}()
	_, _ = studio.WriteAll([]render.Output{{Name: "a"}, {Name: "b"}, {Name: "c"}}, func(o render.Output) ([]render.File, error) {
		if o.Name == "b" {
			panic("b: wrong")
		}
		return nil, nil
	})
	t.Error("nobody was told")
}
