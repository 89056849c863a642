package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/review"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/harmpath/harmpath/render/typeface"
)

func checkCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "check",
			Usage:     "say what is wrong in the files of a case, and do no more",
			ArgsUsage: "MODEL",
			Description: `MODEL is a file, a case folder, or - for standard input. Each problem is told with file, line and column, what is wrong and what to write
instead, all of them at once.

Of a model without problems the findings are told that need no analysis. With one of the grade error the exit code is 3;
with --strict such a model is refused, here and by every command that reads a model, as one with problems is.

A flaw of a single entry in an attached file does not keep the file from being read: it is a finding, with what was done
about it. With --strict it is a problem.`,
			Flags:  []cli.Flag{timeLimitFlag("end the work"), ownLangFlag(), strictFlag(), catalogFlag()},
			Action: p.action((*invocation).check),
		},
		Argument: modelFiles(),
	}
}

// check reads a model and tells the findings about it.
func (in *invocation) check() error {
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	found := read.findings()
	if err := in.tellChecked(read, found); err != nil {
		return err
	}
	if n := threshold.CountFrom(found, models.Grave); n > 0 {
		return threshold.Exceeded{models.Messagef("findings of the grade error: %d", n)}
	}
	return nil
}

// tellChecked prints the findings about a model without problems.
func (in *invocation) tellChecked(read sound, found []models.Finding) error {
	if in.json {
		told := []toldFinding{}
		for i := range found {
			told = append(told, toldFinding{found[i], terminal.SentenceOf(read.catalog.Findings, &found[i]), terminal.RemedyOf(read.catalog.Findings, &found[i])})
		}
		return in.printJSON(struct {
			Problems models.Problems `json:"problems"`
			Findings []toldFinding   `json:"findings"`
		}{models.Problems{}, told})
	}
	if !in.quiet && len(found) > 0 {
		f := terminal.FindingsPrinter{W: in.stdout, Screen: in.screen, Lang: in.lang, Folder: modelFolder(in.names[0]), Kinds: read.catalog.Findings}
		if err := f.Print("", found); err != nil {
			return err
		}
	}
	s := read.system
	in.say(models.Messagef("%s: no problems; %d components, %d flows, %d effects", s.ID, len(s.Components), len(s.Flows), len(s.Effects)))
	return nil
}

// toldFinding is a finding with its sentences, for programs.
type toldFinding struct {
	models.Finding
	Text   models.Text `json:"text"`
	Remedy models.Text `json:"remedy"`
}

// sound is a case without problems, with the catalog that it was checked under.
type sound struct {
	system  *models.System
	catalog *models.Catalog
	remarks []models.Finding // of the files as read
}

// changed is another system read from the same files.
func (s sound) changed(system *models.System) sound {
	s.system = system
	return s
}

// asRead returns the findings that the program alone can make: of the files, and of what the typeface lacks.
func (s sound) asRead() []models.Finding {
	return slices.Concat(s.remarks, review.Glyphs(s.system, s.catalog, typeface.Lacking))
}

// findings returns all findings that need no analysis.
func (s sound) findings() []models.Finding {
	return review.Ordered(slices.Concat(s.asRead(), review.System(s.system, s.catalog)), s.catalog)
}

// readCase reads the MODEL of a command line and checks it. The error is a models.Problems where its files are wrong.
func (in *invocation) readCase(name string) (sound, error) {
	known, err := in.readCatalog()
	if err != nil {
		return sound{}, err
	}
	model, err := in.readModel(name)
	var problems models.Problems
	if err != nil && (model == nil || !errors.As(err, &problems)) {
		return sound{}, below(modelFolder(name), err)
	}
	if wrong := check.System(model.System, known); len(wrong) > 0 {
		problems = append(problems, model.Locate(wrong)...)
	}
	read := sound{model.System, known, remarks(model.Remarks, known)}
	strict := in.line.Bool("strict")
	if strict || len(problems) > 0 { // what is wrong is told all at once
		problems = append(problems, model.Remarks...)
	}
	if strict {
		problems = append(problems, refusals(read)...)
	}
	return read, below(modelFolder(name), problems.Sort().Err())
}

// refusals are the findings for which --strict refuses a model.
func refusals(read sound) models.Problems {
	var out models.Problems
	for _, f := range read.findings() {
		if f.Severity == models.Grave {
			out = append(out, models.Problem{
				At: f.At, What: withoutStop(terminal.SentenceOf(read.catalog.Findings, &f)), Remedy: withoutStop(terminal.RemedyOf(read.catalog.Findings, &f)),
			})
		}
	}
	return out
}

// withoutStop makes a part of a problem of a sentence.
func withoutStop(t models.Text) models.Message {
	return models.Said(models.Text{JA: strings.TrimSuffix(t.JA, "。"), EN: strings.TrimSuffix(t.EN, ".")})
}

// flawedEntry is the kind of finding that a flaw of an entry of an attached file is.
const flawedEntry = "flawed-entry"

// remarks makes findings of the flaws that reading met and went on.
func remarks(flaws models.Problems, known *models.Catalog) []models.Finding {
	kind := known.Finding(flawedEntry)
	if kind == nil {
		return nil // a user's catalog has taken it out
	}
	var out []models.Finding
	for _, flaw := range flaws {
		what, remedy := flaw.What.Text(), flaw.Remedy.Text()
		if flaw.Path != "" {
			what = models.Text{JA: flaw.Path + ": " + what.JA, EN: flaw.Path + ": " + what.EN}
		}
		out = append(out, models.Finding{
			Kind: kind.ID, Severity: kind.Severity, At: flaw.At, Subjects: []string{what.EN, remedy.EN}, Names: []models.Text{what, remedy},
		})
	}
	return out
}
