package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/outputs"
)

// allOutputs is the word for every output there is.
const allOutputs = "all"

// choose finds the outputs that a list names, in the order of the list of outputs.
func choose(names string) ([]render.Output, error) {
	all := outputs.All()
	if strings.TrimSpace(names) == allOutputs {
		return all, nil
	}
	var wanted []string
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		known := func(o render.Output) bool { return o.Name == name }
		if !slices.ContainsFunc(all, known) {
			return nil, fmt.Errorf("there is no output %s among %s", quoted(name), outputNames(all))
		}
		wanted = append(wanted, name)
	}
	return slices.DeleteFunc(all, func(o render.Output) bool { return !slices.Contains(wanted, o.Name) }), nil
}

func outputNames(list []render.Output) string {
	var names []string
	for _, o := range list {
		names = append(names, o.Name)
	}
	return strings.Join(names, ", ")
}

// outputsFlag names a flag that lists outputs.
func outputsFlag(name, value string) cli.Flag {
	return &cli.StringFlag{Name: name, Usage: "the `OUTPUTS` to make: " + outputNames(outputs.All()) + ", with commas between, or all", Value: value}
}

// langFlag is the flag that lists the languages of outputs.
func langFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: "the `LANGUAGES` to make them in", Value: langNames(",")}
}

// outputWords completes a list of outputs.
func outputWords() completer {
	return listOf(func(string) []candidate {
		var out []candidate
		for _, o := range outputs.All() {
			out = append(out, candidate{o.Name, o.Doc.EN})
		}
		return append(out, candidate{allOutputs, "all of them"})
	})
}

// wanted is what a command line asks to be made.
type wanted struct {
	outputs []render.Output
	langs   []models.Lang
}

// wantedFrom reads the flags of a command that makes outputs.
func wantedFrom(c *cli.Context, outputsFlag string) (wanted, error) {
	list, err := choose(c.String(outputsFlag))
	if err != nil {
		return wanted{}, misuse(c, "--"+outputsFlag+": "+err.Error(), "")
	}
	langs, err := parseLangs(c.String("lang"))
	if err != nil {
		return wanted{}, misuse(c, "--lang: "+err.Error(), "")
	}
	return wanted{list, langs}, nil
}

// produce makes outputs of a result. Each is a step of what is shown.
func (p *program) produce(ctx context.Context, result *models.Result, want wanted, shown *progress) (made []render.Made, err error) {
	engine := layout.NewEngine(layout.Options{Notice: func(message string) { fmt.Fprintln(p.remarks(), "harmpath: "+message) }})
	defer func() { err = errors.Join(err, engine.Close()) }()
	in := render.Input{Result: result, Langs: want.langs, Drawings: figures.New(result, engine.Layout, figures.Options{})}
	for _, o := range want.outputs {
		shown.step(o.Name)
		files, err := o.Write(ctx, in)
		if err != nil {
			return nil, fmt.Errorf("make %s: %w", o.Name, err)
		}
		made = append(made, render.Made{Output: o, Files: files})
	}
	return made, nil
}

// put writes files into a folder, all of them or none.
func put(folder string, list []render.File) error {
	set, err := openFileSet(folder)
	if err != nil {
		return err
	}
	for _, f := range list {
		if err := set.write(f.Name, f.Body); err != nil {
			return errors.Join(err, set.Close())
		}
	}
	return errors.Join(set.publish(), set.Close())
}

// filesOf lists the files of several outputs.
func filesOf(made []render.Made) []render.File {
	var out []render.File
	for _, m := range made {
		out = append(out, m.Files...)
	}
	return out
}
