package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/json"
	"github.com/harmpath/harmpath/render/terminal"
)

func analyzeCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "analyze",
			Usage:     "find the attack paths, the harm and the two levels of a case",
			ArgsUsage: "MODEL",
			Description: `MODEL is a file, a case folder, or - for standard input. A summary is printed, or with --json the whole result; with -o the result is
also written to a file, from which harmpath render makes any output.

With --fail-at the exit code is 3 when a level, or the gravest finding, is at or above what it names.

Where --time-limit or Ctrl-C ends the work after the levels are known, what is known is printed, and its limits name every
question that was left.

With --engine neo4j the attack graph is kept in a Neo4j store (see harmpath store) and what is reachable is computed
there, batch by batch, so that it may outgrow the memory of this machine: levels, consequences and threats, and by whom;
no attacks.`,
			Flags: slices.Concat([]cli.Flag{
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the result to `FILE`"},
				&cli.StringFlag{Name: "attack-graph", Usage: "write the attack graph to `FILE`, for harmpath solve"},
				&cli.StringSliceFlag{Name: "attacker", Usage: "whose first steps the attack graph holds: the attacker `ID`; may be given again (default: all)"},
				timeLimitFlag("end the work with what is known"),
				engineFlag(),
				ownLangFlag(),
				catalogFlag(),
				strictFlag(),
			}, thresholdFlags(), connectionFlags()),
			Action: p.action((*invocation).analyze),
		},
		Argument: modelFiles(),
		Values: map[string]commandline.Completer{
			"output": commandline.Files(".json"), "attack-graph": commandline.Files(".json"),
			"engine": commandline.Fixed(builtinEngine, storeEngine),
		},
	}
}

func (in *invocation) analyze() error {
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	attackers, err := in.attackersOf(read.system)
	if err != nil {
		return err
	}
	engine, err := in.engineOf()
	if err != nil {
		return err
	}
	analyse := in.analyse
	if engine == storeEngine {
		analyse = in.analyseInStore
	}
	result, cut, err := in.known(read, analyse)
	if err != nil {
		return err
	}
	if file := in.line.String("attack-graph"); file != "" {
		body, err := attackGraph(read, attackers)
		if err == nil {
			err = in.disk.WriteFile(file, body)
		}
		if err != nil {
			return failed(models.Messagef("write the attack graph"), err)
		}
	}
	if err := in.deliver(result); err != nil {
		return err
	}
	if cut != nil {
		return cut
	}
	return in.limit.Compare(result)
}

// known analyses a case within the time that the command line gives it. What is known when it ends, or when the user interrupts the
// work, is a result; cut says that it was interrupted.
func (in *invocation) known(read sound, analyse func(context.Context, sound) (*models.Result, error)) (result *models.Result, cut, err error) {
	timed, stop := process.Share(in.ctx, analysisShare)
	defer stop()
	result, err = analyse(timed, read)
	switch {
	case result == nil && errors.Is(err, context.DeadlineExceeded):
		return nil, nil, models.Messagef("the levels were not known after %s; give --time-limit more", in.line.Duration(timeLimit))
	case result == nil || err == nil:
		return result, nil, err
	case errors.Is(err, context.DeadlineExceeded):
		return result, nil, nil
	}
	return result, err, nil
}

// analyse answers every question about a case that was checked.
func (in *invocation) analyse(ctx context.Context, read sound) (*models.Result, error) {
	return in.answer(ctx, read, suite.All())
}

// answer runs analyses over a case that was checked, and shows how far it is.
func (in *invocation) answer(ctx context.Context, read sound, list []analysis.Analysis) (*models.Result, error) {
	shown := in.follow(len(list))
	defer shown.Close()
	return runAnalyses(ctx, read, list, shown)
}

// runAnalyses runs analyses over a case. Each is a step of what is shown.
func runAnalyses(ctx context.Context, read sound, list []analysis.Analysis, shown *terminal.Progress) (*models.Result, error) {
	opt := options(read)
	opt.Progress = shown.Step
	return analysis.Run(ctx, read.system, read.catalog, list, opt)
}

// options are those of every analysis of a case.
func options(read sound) analysis.Options {
	return analysis.Options{Remarks: read.asRead(), Tool: models.Tool{Name: "harmpath", Version: version}}
}

// runAnalysesInTime answers what it can within a share of the time that is left, if that is limited.
func runAnalysesInTime(ctx context.Context, part float64, read sound, shown *terminal.Progress) (*models.Result, error) {
	timed, stop := process.Share(ctx, part)
	defer stop()
	result, err := runAnalyses(timed, read, suite.All(), shown)
	if result != nil && errors.Is(err, context.DeadlineExceeded) {
		err = ctx.Err()
	}
	return result, err
}

// deliver writes the result where it is wanted, and prints it or its summary.
func (in *invocation) deliver(result *models.Result) error {
	encode := func(w io.Writer) error { return json.Encode(w, result) }
	output := in.line.String("output")
	if output != "" {
		if err := in.disk.WriteFileBy(output, encode); err != nil {
			return failed(models.Messagef("write the result"), err)
		}
	}
	switch {
	case output == "-":
		return nil
	case in.json:
		return encode(in.stdout)
	case in.quiet:
		return nil
	case in.line.String("engine") == storeEngine:
		return terminal.PrintReached(in.stdout, in.screen, result, in.lang)
	}
	s := terminal.Summary{W: in.stdout, Screen: in.screen, Lang: in.lang, Result: result, Folder: modelFolder(in.names[0])}
	return s.Print()
}

// attackersOf returns the attackers that --attacker names; all of them where it names none.
func (in *invocation) attackersOf(system *models.System) ([]models.ProfileID, error) {
	var all []models.ProfileID
	var names []string
	for _, f := range ground.Profiles(system) {
		if f.Kind.Malicious() {
			all, names = append(all, f.ID), append(names, string(f.ID))
		}
	}
	asked := in.line.StringSlice("attacker")
	if len(asked) == 0 {
		return all, nil
	}
	for _, id := range asked {
		if !slices.Contains(names, id) {
			return nil, in.wrong("attacker", models.Messagef("the case has no attacker `%s`", id), models.Meant(id, names))
		}
	}
	return slices.DeleteFunc(all, func(id models.ProfileID) bool { return !slices.Contains(asked, string(id)) }), nil
}

// attackGraph writes the attack graph of a case as a file for harmpath solve: in the assessed reading, with the first
// steps of the attackers together, every harmful effect a goal; measures in force are applied, rejected ones are left
// out and candidates are listed.
func attackGraph(read sound, attackers []models.ProfileID) ([]byte, error) {
	grounded, err := ground.New(read.system, read.catalog)
	if err != nil {
		return nil, failed(models.Messagef("ground the case"), err)
	}
	var goals []graph.FactID
	labels := map[graph.FactID]string{}
	for _, e := range grounded.Effects {
		goal, there := grounded.Fact(models.Fact{State: models.StateOccurred, Subject: string(e.ID)})
		if there && (e.Harm != nil || e.Economic != nil) {
			goals = append(goals, goal)
			labels[goal] = e.Name.In(models.English)
		}
	}
	texts := map[models.MeasureID]string{}
	var candidates []models.MeasureID
	for _, m := range grounded.System.Measures {
		texts[m.ID] = m.Text.In(models.English)
		if m.Status == "" || m.Status == models.Candidate {
			candidates = append(candidates, m.ID)
		}
	}
	var measures []graph.MeasureID
	for m := range graph.MeasureID(grounded.Graph.NumMeasures()) {
		if slices.Contains(candidates, grounded.MeasureOf(m)) {
			measures = append(measures, m)
		}
	}
	var out bytes.Buffer
	err = exchange.WriteAttackGraph(&out, exchange.Written{
		Graph:    grounded.Graph,
		Sel:      grounded.Select(ground.Query{Reading: models.Residual, Profiles: attackers}), // the assessed reading with the measures in force
		Measures: measures,
		Goals:    goals,
		Fact:     func(f graph.FactID) string { return labels[f] },
		Measure:  func(m graph.MeasureID) string { return texts[grounded.MeasureOf(m)] },
	})
	return out.Bytes(), err
}
