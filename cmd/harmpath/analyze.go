package main

import (
	"fmt"

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

With --fail-at the exit code is 3 when a level, or the gravest finding, is at or above what it names.`,
			Flags: append([]cli.Flag{
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the result to `FILE`"},
				ownLangFlag(),
				catalogFlag(),
			}, thresholdFlags()...),
			Action: p.analyze,
		},
		argument: modelFiles(),
		values: map[string]completer{
			"output": files(".json"), "lang": languages(), "catalog": folders, "fail-at": thresholds(), "reading": readings(),
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
	shown := p.follow(len(suite.All()))
	result, err := study(c, name, shown)
	shown.close()
	if err != nil {
		return err
	}
	if err := p.deliver(c, result, lang); err != nil {
		return err
	}
	return limit.compare(result)
}

// study reads, checks and analyses the MODEL of a command line. Each analysis is a step of what is shown.
func study(c *cli.Context, name string, shown *progress) (*models.Result, error) {
	read, err := readCase(c, name)
	if err != nil {
		return nil, err
	}
	return analysis.Run(c.Context, read.system, read.catalog, suite.All(), analysis.Options{
		Tool:     models.Tool{Name: "harmpath", Version: version},
		Progress: shown.step,
	})
}

// deliver writes the result where it is wanted, and prints it or its summary.
func (p *program) deliver(c *cli.Context, result *models.Result, lang models.Lang) error {
	body, err := json.Marshal(result)
	if err != nil {
		return err
	}
	output := c.String("output")
	if output != "" {
		if err := p.writeFile(output, body); err != nil {
			return fmt.Errorf("write the result: %w", err)
		}
	}
	switch {
	case output == "-":
		return nil
	case p.json:
		_, err := p.stdout.Write(body)
		return err
	case p.quiet:
		return nil
	}
	s := summary{w: p.stdout, screen: p.screen, lang: lang, result: result}
	return s.print()
}
