package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/check"
)

func checkCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "check",
			Usage:     "say what is wrong in the files of a case, and do no more",
			ArgsUsage: "MODEL",
			Description: `MODEL is a file or a case folder. Each problem is told with file, line and column, what is wrong and what to write
instead, all of them at once.`,
			Flags: []cli.Flag{timeLimitFlag("end the work"), catalogFlag()},
			Action: func(c *cli.Context) error {
				name, err := oneArgument(c)
				if err != nil {
					return err
				}
				read, err := p.readCase(c, name)
				switch {
				case err != nil:
					return err
				case p.json:
					return p.printProblems(models.Problems{})
				}
				s := read.system
				_, err = fmt.Fprintf(p.remarks(), "%s: no problems; %d components, %d flows, %d effects\n",
					s.ID, len(s.Components), len(s.Flows), len(s.Effects))
				return err
			},
		},
		argument: modelFiles(),
		values:   map[string]completer{"catalog": folders},
	}
}

// sound is a case without problems, with the catalog that it was checked under.
type sound struct {
	system  *models.System
	catalog *models.Catalog
}

// readCase reads the MODEL of a command line and checks it. The error is a models.Problems where its files are wrong.
func (p *program) readCase(c *cli.Context, name string) (sound, error) {
	known, err := readCatalog(c)
	if err != nil {
		return sound{}, err
	}
	model, err := p.readModel(c, name)
	var problems models.Problems
	if err != nil && (model == nil || !errors.As(err, &problems)) {
		return sound{}, below(modelFolder(name), err)
	}
	if wrong := check.System(model.System, known); len(wrong) > 0 {
		problems = append(problems, model.Locate(wrong)...)
	}
	return sound{model.System, known}, below(modelFolder(name), problems.Sort().Err())
}
