package main

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/changes"
	"github.com/harmpath/harmpath/render/markdown"
	"github.com/harmpath/harmpath/render/terminal"
)

func diffCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "diff",
			Usage:     "compare two versions of a case: levels, attacks and threats gained and lost",
			ArgsUsage: "OLD NEW",
			Description: `OLD and NEW are each a model (a file or a case folder) or a result file of harmpath analyze. Each change is told with
its reason: + gained, - lost, ~ changed, > moved; ! marks what got worse. An entry point is moved where it appears as an
easier one went. With --fail-if-worse the exit code is 3 when a level rose or a consequence or a threat became reachable,
in the assessed or the residual reading, so that the command can stand as a check in a pull request; --as md writes its
comment, --as sarif what a code host shows beside the model's lines, with file names relative to the folder that the
command runs in.`,
			Flags: append([]cli.Flag{
				catalogFlag(), strictFlag(),
				&cli.StringFlag{Name: "folder", Usage: "the case's `FOLDER`, before the places that --as sarif writes (a result does not know it)"},
			}, comparisonFlags()...),
			Action: p.action((*invocation).diff),
		},
		Argument: modelFiles(),
		Values:   with(comparisonValues(), "folder", commandline.Folders),
	}
}

// with adds the completer of one further flag.
func with(values map[string]commandline.Completer, flag string, c commandline.Completer) map[string]commandline.Completer {
	values[flag] = c
	return values
}

func (in *invocation) diff() error {
	form, err := in.form(comparisonForms())
	if err != nil {
		return err
	}
	before, wrongBefore := in.version(in.names[0])
	after, wrongAfter := in.version(in.names[1])
	if err := bothWrong(wrongBefore, wrongAfter); err != nil {
		return err
	}
	return in.tell(form, located{difference.Between(before, after), in.folderOf()})
}

// bothWrong joins what is wrong with two inputs, so that all problems are told at once.
func bothWrong(a, b error) error {
	var first, second models.Problems
	if errors.As(a, &first) && errors.As(b, &second) {
		return append(first, second...)
	}
	if a != nil {
		return a
	}
	return b
}

// version reads one side of a comparison: a result as it is, a model by analysing it.
func (in *invocation) version(name string) (*models.Result, error) {
	if in.isResult(in.ctx, name) {
		return in.readResult(name)
	}
	read, err := in.readCase(name)
	if err != nil {
		return nil, err
	}
	return in.analyse(in.ctx, read)
}

// comparisonForms are the forms in which a difference is written.
func comparisonForms() []string { return []string{"text", "md", "sarif", "json"} }

func comparisonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "as", Usage: "write as `FORM`: text, md, sarif or json", Value: "text"},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
		timeLimitFlag("end the work"), ownLangFlag(),
		&cli.BoolFlag{Name: "fail-if-worse", Usage: "exit with 3 when a level rose or a consequence or threat became reachable"},
	}
}

func comparisonValues() map[string]commandline.Completer {
	return map[string]commandline.Completer{
		"as": commandline.Fixed(comparisonForms()...), "output": commandline.Files(".md", ".sarif", ".json", ".txt"),
	}
}

// tell writes a difference in the form wanted.
func (in *invocation) tell(form string, d located) error {
	body, err := in.formatDifference(form, d)
	if err != nil {
		return err
	}
	err = in.write(body, in.stdout)
	if err != nil || !in.line.Bool("fail-if-worse") || !difference.Worse(d.Difference) {
		return err
	}
	return threshold.Exceeded{models.Messagef("the case got worse: --fail-if-worse")}
}

// located is a difference with the folder to which its places are relative: the new model's.
type located struct {
	*models.Difference
	folder string
}

// folderOf is the folder of the new side of a comparison: the model's, or what --folder says of a result.
func (in *invocation) folderOf() string {
	if name := in.names[1]; !in.line.IsSet("folder") && !in.isResult(in.ctx, name) {
		return modelFolder(name)
	}
	return in.line.String("folder")
}

// inFull turns a place of the difference into the path of a file.
func (d located) inFull(at models.Place) models.Place { return terminal.Placed(d.folder, at) }

func (in *invocation) formatDifference(form string, d located) ([]byte, error) {
	switch form {
	case "md":
		return []byte(markdown.Changes(d.Difference, in.lang)), nil
	case "json":
		return encoded(d.Difference)
	case "sarif":
		return changes.SARIF(d.Difference, in.lang, models.Tool{Name: "harmpath", Version: version}, d.head(), d.inFull)
	}
	return []byte(changes.Plain(d.Difference, in.lang)), nil
}

// encoded writes a value as JSON for files.
func encoded(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// head is the place of what has no place of its own: the first changed element's.
func (d located) head() models.Place {
	for _, e := range d.Elements {
		if e.At.File != "" {
			return e.At
		}
	}
	return models.Place{}
}
