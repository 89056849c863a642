package main

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/models"
)

func solveCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "solve",
			Usage:     "answer questions about an attack graph or a fault tree",
			ArgsUsage: "FILE...",
			Description: `FILE is an attack graph (harmpath/attack-graph/v1, as harmpath analyze --attack-graph writes it) or a fault tree in
the Open-PSA Model Exchange Format, of which several files are one model; - is standard input. Each answer is exact, or
says what it is: a bound that the limits left, a sample with its interval, impossible, or not known because no file
states a probability that matters. Every witness is checked before it is printed.

Of a fault tree that negates events, the sets are its prime implicants. House events are constants, common cause groups
are taken apart as the standard says, uncertain parameters count by their mean. Event trees are not answered.

The work limit counts work, not time, so that equal input gives equal bytes on any machine. After Ctrl-C or the time
limit what is known is printed.`,
			Flags: []cli.Flag{
				&cli.StringSliceFlag{Name: "goal", Usage: "ask about the fact `ID`, not the goals of the file; may be given again"},
				&cli.StringFlag{Name: "ask", Usage: "the `QUESTIONS`, with commas between: reach, min-effort, probability, cut-sets, single-points, measures (default: these), importance"},
				&cli.IntFlag{Name: "easiest", Usage: "list the `N` easiest minimal attack sets", Value: 10},
				&cli.Int64Flag{Name: "work-limit", Usage: "end each question after `N` steps of work", Value: graph.DefaultWork},
				timeLimitFlag("end all questions"),
				&cli.Float64Flag{Name: "mission-time", Usage: "fault trees: the mission takes `H` hours", DefaultText: "not known"},
				&cli.Uint64Flag{Name: "seed", Usage: "begin samples at the seed `N`"},
			},
			Action: p.action((*invocation).solve),
		},
		Argument: commandline.Files(".json", ".xml", ".opsa"),
		Values:   map[string]commandline.Completer{"ask": commandline.ListOf(commandline.Fixed(questions()...))},
	}
}

func questions() []string {
	var names []string
	for _, q := range exchange.AllQuestions() {
		names = append(names, string(q))
	}
	return names
}

// solvingShare is the share of the time limit that questions may take.
const solvingShare = 0.9

func (in *invocation) solve() error {
	options, err := in.solveOptions()
	if err != nil {
		return err
	}
	document, err := in.readGraph()
	if err != nil {
		return err
	}
	if options.Goals, err = in.goalsOf(document); err != nil {
		return err
	}
	ctx, stop := process.Share(in.ctx, solvingShare)
	defer stop()
	shown := in.follow(max(1, len(options.Ask)) * max(1, len(options.Goals)))
	options.Progress = func(goal string, q exchange.Question) { shown.Step(goal + ": " + string(q)) }
	solution, err := exchange.Solve(ctx, document, options)
	shown.Close()
	if err != nil {
		return err
	}
	if err := in.printSolution(solution); err != nil {
		return err
	}
	if errors.Is(in.ctx.Err(), context.Canceled) {
		return in.ctx.Err()
	}
	return nil
}

// solveOptions reads the flags.
func (in *invocation) solveOptions() (exchange.Options, error) {
	o := exchange.Options{Easiest: in.line.Int("easiest"), Work: in.line.Int64("work-limit"), Seed: in.line.Uint64("seed")}
	ask, err := exchange.ParseQuestions(in.line.String("ask"))
	switch {
	case err != nil:
		return o, in.wrong("ask", models.MessageOf(err), models.Message{})
	case o.Easiest < 0:
		return o, in.wrong("easiest", models.Messagef("a number from 0 up is wanted"), models.Message{})
	case o.Work <= 0:
		return o, in.wrong("work-limit", models.Messagef("a number from 1 up is wanted"), models.Message{})
	}
	o.Ask = ask
	if o.Easiest == 0 {
		o.Easiest = -1 // none; zero would be the default
	}
	return o, nil
}

// readGraph reads the FILEs of a command line.
func (in *invocation) readGraph() (*exchange.Document, error) {
	options := exchange.ReadOptions{MissionTime: in.line.Float64("mission-time")}
	if in.line.IsSet("mission-time") && !(options.MissionTime > 0 && options.MissionTime <= math.MaxFloat64) {
		return nil, in.wrong("mission-time", models.Messagef("a number of hours above 0 is wanted"), models.Message{})
	}
	inputs := make([]exchange.Input, len(in.names))
	for i, name := range in.names {
		inputs[i].Name = disk.Shown(name)
		if slices.Contains(in.names[:i], name) {
			return nil, in.misuse(models.Messagef("`%s` is named twice", name), models.Message{})
		}
		if name == "-" {
			inputs[i].Reader = in.stdin
			continue
		}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			return nil, in.misuse(models.Messagef("`%s` is a folder, and a file is wanted", name), models.Messagef("of a case, write one with harmpath analyze %s --attack-graph graph.json", name))
		}
		file, err := disk.OpenNamed(in.ctx, name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, in.misuse(models.Messagef("there is no file `%s`", name), models.Message{})
		}
		if err != nil {
			return nil, err
		}
		defer file.Close()
		inputs[i].Reader = file
	}
	return exchange.Read(options, inputs...)
}

// goalsOf returns the goals asked for, else those of the file.
func (in *invocation) goalsOf(d *exchange.Document) ([]graph.FactID, error) {
	names := in.line.StringSlice("goal")
	if len(names) == 0 {
		if len(d.Goals) == 0 {
			return nil, in.misuse(models.Messagef("the file names no goal"), models.Messagef("name one with --goal ID"))
		}
		return d.Goals, nil
	}
	goals := make([]graph.FactID, len(names))
	for i, name := range names {
		goal, known := d.Graph.FactByName(name)
		if !known {
			return nil, in.wrong("goal", models.Messagef("there is no fact `%s`", name), models.Message{})
		}
		goals[i] = goal
	}
	return goals, nil
}

func (p *program) printSolution(s *exchange.Solution) error {
	if p.json {
		return s.Write(p.stdout)
	}
	return printSolved(p.stdout, s)
}
