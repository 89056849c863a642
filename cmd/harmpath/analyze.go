package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/json"
)

func analyzeCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "analyze",
			Usage:     "find the attack paths, the harm and the two levels of a case",
			ArgsUsage: "MODEL",
			Description: `MODEL is a file or a case folder. A summary is printed, or with --json the whole result; with -o the result is
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
			Action: p.analyze,
		},
		argument: modelFiles(),
		values: map[string]completer{
			"output": files(".json"), "attack-graph": files(".json"), "lang": languages(), "catalog": folders, "fail-at": thresholds(), "reading": readings(),
			"engine": fixed(builtinEngine, storeEngine), "connection": files(), "password-file": files(), "ca": files(".pem", ".crt"),
		},
	}
}

func (p *program) analyze(c *cli.Context) error {
	name, err := oneArgument(c)
	if err != nil {
		return err
	}
	limit, err := thresholdOf(c)
	if err != nil {
		return err
	}
	lang, err := p.langOf(c)
	if err != nil {
		return err
	}
	read, err := p.readCase(c, name)
	if err != nil {
		return err
	}
	attackers, err := attackersOf(c, read.system)
	if err != nil {
		return err
	}
	engine, err := engineOf(c)
	if err != nil {
		return err
	}
	analyse := p.analyse
	if engine == storeEngine {
		analyse = p.analyseInStore
	}
	result, cut, err := p.known(c, read, analyse)
	if err != nil {
		return err
	}
	if file := c.String("attack-graph"); file != "" {
		body, err := attackGraph(read, attackers)
		if err == nil {
			err = p.writeFile(file, body)
		}
		if err != nil {
			return fmt.Errorf("write the attack graph: %w", err)
		}
	}
	if err := p.deliver(c, name, result, lang); err != nil {
		return err
	}
	if cut != nil {
		return cut
	}
	return limit.compare(result)
}

// known analyses a case within the time that the command line gives it. What is known when it ends, or when the user interrupts the
// work, is a result; cut says that it was interrupted.
func (p *program) known(c *cli.Context, read sound, analyse func(*cli.Context, sound) (*models.Result, error)) (result *models.Result, cut, err error) {
	whole := c.Context
	timed, stop := share(whole, analysisShare)
	defer stop()
	c.Context = timed
	result, err = analyse(c, read)
	c.Context = whole
	switch {
	case result == nil && errors.Is(err, context.DeadlineExceeded):
		return nil, nil, fmt.Errorf("the levels were not known after %s; give --time-limit more", c.Duration(timeLimit))
	case result == nil || err == nil:
		return result, nil, err
	case errors.Is(err, context.DeadlineExceeded):
		return result, nil, nil
	}
	return result, err, nil
}

// analyse answers every question about a case that was checked, and shows how far it is.
func (p *program) analyse(c *cli.Context, read sound) (*models.Result, error) {
	shown := p.follow(len(suite.All()))
	defer shown.close()
	return runAnalyses(c.Context, read, shown)
}

// runAnalyses answers every question about a case. Each is a step of what is shown.
func runAnalyses(ctx context.Context, read sound, shown *progress) (*models.Result, error) {
	opt := options(read)
	opt.Progress = shown.step
	return analysis.Run(ctx, read.system, read.catalog, suite.All(), opt)
}

// options are those of every analysis of a case.
func options(read sound) analysis.Options {
	return analysis.Options{Remarks: read.asRead(), Tool: models.Tool{Name: "harmpath", Version: version}}
}

// runAnalysesInTime answers what it can within a share of the time that is left, if that is limited.
func runAnalysesInTime(ctx context.Context, part float64, read sound, shown *progress) (*models.Result, error) {
	timed, stop := share(ctx, part)
	defer stop()
	result, err := runAnalyses(timed, read, shown)
	if result != nil && errors.Is(err, context.DeadlineExceeded) {
		err = ctx.Err()
	}
	return result, err
}

// deliver writes the result where it is wanted, and prints it or its summary.
func (p *program) deliver(c *cli.Context, name string, result *models.Result, lang models.Lang) error {
	encode := func(w io.Writer) error { return json.Encode(w, result) }
	output := c.String("output")
	if output != "" {
		if err := p.writeFileBy(output, encode); err != nil {
			return fmt.Errorf("write the result: %w", err)
		}
	}
	switch {
	case output == "-":
		return nil
	case p.json:
		return encode(p.stdout)
	case p.quiet:
		return nil
	case c.String("engine") == storeEngine:
		return p.printReached(result, lang)
	}
	s := summary{w: p.stdout, screen: p.screen, lang: lang, result: result, folder: modelFolder(name)}
	return s.print()
}
