package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// Which generated models TestGenerated runs the program over; make soak gives many.
var (
	firstSeed   = flag.Int("first-seed", 7, "the seed of the first model that TestGenerated makes; the others follow it")
	drawnModels = flag.Int("models", 36, "how many models TestGenerated checks, analyses and draws")
	wholeModels = flag.Int("whole", 2, "over how many of them it asks every property, in every format")
	shrinkTime  = flag.Duration("shrink-time", 2*time.Minute, "how long TestGenerated looks for a smaller model for each failure")
	soakPace    = flag.Int("pace", 0, "print progress after so many models of TestGenerated; 0: not")
)

// generatedCases is the folder of the models on which a property once failed: files, or folders of them. The test begins
// with these. The test itself puts there the smallest model that it finds for a failure.
const generatedCases = "testdata/generated"

// refusedShare is the share of generated models that check may refuse: those say nothing of the program.
const refusedShare = 0.1

// longestRun is how long one command over a generated model may take on a machine that others keep busy, too.
const longestRun = 5 * time.Minute

// TestGenerated runs the whole program over models that nobody wrote: first over those on which it failed once, then over
// models made from seeds in a row.
func TestGenerated(t *testing.T) {
	t.Run("kept", func(t *testing.T) {
		kept, err := filepath.Glob(generatedCases + "/*")
		if err != nil || len(kept) == 0 {
			t.Fatalf("no models in %s: %v", generatedCases, err)
		}
		for _, model := range kept {
			t.Run(filepath.Base(model), func(t *testing.T) {
				if err := asked(specimen{model: model, work: t.TempDir(), whole: true}); err != nil {
					t.Error(err)
				}
			})
		}
	})
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	models := modeltest.AnyCase(known)
	refused, began := 0, time.Now()
	for i := range *drawnModels {
		seed := *firstSeed + i
		whole := i < *wholeModels
		sample := models.Example(seed)
		err := onSample(sample, whole)
		if errors.Is(err, errRefused) {
			refused++
		} else if err != nil {
			t.Run(fmt.Sprintf("seed-%d", seed), func(t *testing.T) {
				t.Error(err)
				keepSmallest(t, sample, err, seed, whole)
			})
		}
		if *soakPace > 0 && (i+1)%*soakPace == 0 {
			fmt.Printf("%d of %d models, %d refused, %v\n", i+1, *drawnModels, refused, time.Since(began).Round(time.Second))
		}
	}
	if float64(refused) > refusedShare*float64(*drawnModels) {
		t.Errorf("check refuses %d of %d generated models", refused, *drawnModels)
	}
}

// keepSmallest looks for a small model on which the program fails as it did on one from a seed, and keeps it.
func keepSmallest(t *testing.T, sample modeltest.Sample, failure error, seed int, whole bool) {
	same := func(err error) bool {
		return err != nil && !errors.Is(err, errRefused) && failureKind(err) == failureKind(failure)
	}
	kept := modeltest.Sample{Files: maps.Clone(sample.Files)}
	for _, name := range []string{"model.yaml", "below/rest.yaml"} {
		delete(kept.Files, name)
	}
	model, err := modeltest.JSON(sample.System)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Files["model.json"] = model; !same(onSample(kept, whole)) {
		kept.Files = sample.Files // it lies in how the model is written
	} else {
		kept.Files["model.json"] = shrunk(model, time.Now().Add(*shrinkTime), func(smaller []byte) bool {
			files := maps.Clone(kept.Files)
			files["model.json"] = smaller
			return same(onSample(modeltest.Sample{Files: files}, whole))
		})
	}
	maps.DeleteFunc(kept.Files, func(name string, _ []byte) bool {
		return strings.HasPrefix(name, "parts/") && !bytes.Contains(kept.Files["model.json"], []byte(name))
	})
	folder := filepath.Join(generatedCases, fmt.Sprintf("seed-%d", seed))
	if err := errors.Join(os.RemoveAll(folder), lay(kept, folder)); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s holds a small model that fails so", folder)
}

// failureKind is the beginning of a failure, which those of the same kind share: what was asked, and of which command.
func failureKind(failure error) string {
	var words []string
	for word := range strings.FieldsSeq(failure.Error()) {
		if words = append(words, word); len(words) == 14 {
			break
		}
	}
	return strings.Join(words, " ")
}

// onSample asks the properties of one generated model.
func onSample(sample modeltest.Sample, whole bool) error {
	base, err := os.MkdirTemp("", "harmpath-generated-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(base)
	s := specimen{model: filepath.Join(base, "model"), work: base, whole: whole}
	if err := lay(sample, s.model); err != nil {
		return err
	}
	return asked(s)
}

// lay writes the files of a model into a folder.
func lay(sample modeltest.Sample, folder string) error {
	for name, body := range sample.Files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, body, 0o666)); err != nil {
			return err
		}
	}
	return nil
}

// specimen is a model over which the program is run.
type specimen struct {
	model string // its file or folder
	work  string // an empty folder for what is made of it
	whole bool   // every property is asked; else only those that take little time

	first  string            // the result of the first analysis, when that was made
	report map[string][]byte // the files of the first report, when that was made
}

// errRefused is the error of a command line that is told its model or itself is wrong.
var errRefused = errors.New("refused as bad input")

// asked asks one property after the other. The first that does not hold is the error.
func asked(s specimen) error {
	if _, err := s.obey("check", s.model); err != nil {
		return fmt.Errorf("check: %w", err)
	}
	for _, p := range properties() {
		if p.whole && !s.whole {
			continue
		}
		if err := p.holds(&s); err != nil {
			return fmt.Errorf("%s: %v", p.name, err) // whatever was said of it after check accepted it is no refusal
		}
	}
	return nil
}

// obey runs one command line in process and returns what it printed. What no command line over a sound model may do is an
// error: end with another exit code than 0 and 3, panic, take too long.
func (s *specimen) obey(args ...string) (out string, err error) {
	line := "harmpath " + s.unplaced(strings.Join(args, " "))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: panic: %v\n%s", line, r, debug.Stack())
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), longestRun)
	defer cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, process.World{Args: args, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	switch {
	case ctx.Err() != nil:
		return "", fmt.Errorf("%s: longer than %v", line, longestRun)
	case code == process.BadInput:
		return "", fmt.Errorf("%s: %w\n%s", line, errRefused, s.unplaced(stderr.String()+stdout.String()))
	case code != process.Fine && code != process.Reached:
		return "", fmt.Errorf("%s: exit code %d\n%s", line, code, s.unplaced(stderr.String()+stdout.String()))
	}
	return stdout.String(), nil
}

// unplaced takes out of a text where this run works, so that equal failures read the same.
func (s *specimen) unplaced(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, s.work+"/", ""), s.work, ".")
}

// decoded runs a command line that prints JSON.
func (s *specimen) decoded(to any, args ...string) error {
	out, err := s.obey(append(args, "--json")...)
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(out), to); err != nil {
		return fmt.Errorf("harmpath %s prints no JSON: %w", s.unplaced(strings.Join(args, " ")), err)
	}
	return nil
}

// withOneProcessor runs something with one processor, the helpers that lay drawings out too, and with an empty cache.
func withOneProcessor(do func() error) (err error) {
	cache, err := os.MkdirTemp("", "harmpath-generated-cache-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	for name, value := range map[string]string{"GOMAXPROCS": "1", "XDG_CACHE_HOME": cache} {
		before, was := os.LookupEnv(name)
		if err := os.Setenv(name, value); err != nil {
			return err
		}
		defer func() {
			if was {
				os.Setenv(name, before)
			} else {
				os.Unsetenv(name)
			}
		}()
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	return do()
}
