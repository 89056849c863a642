package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/neo4jstore"
)

func storePushCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "push",
		Usage:     "make the store hold cases as their models say, with attack graphs and results",
		ArgsUsage: "MODEL...",
		Description: `Each MODEL is a file or a case folder. What the store holds already is left alone; readers see the case as it was
before or as it is then, never half of it. A push that was interrupted goes on when it is made again.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "as", Usage: "push as the version `NAME`", Value: neo4jstore.DefaultVersion},
			&cli.BoolFlag{Name: "stream", Usage: "ground rule by rule and push no result: for attack graphs that outgrow the memory", DisableDefaultText: true},
			catalogFlag(),
		},
		Action: p.storePush,
	}
}

func (p *program) storePush(c *cli.Context) error {
	models, names, err := p.pushedModels(c)
	if err != nil {
		return err
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		done := []neo4jstore.Pushed{}
		for i, read := range models {
			content, err := p.contentOf(c, read)
			if err != nil {
				return err
			}
			told, err := s.Push(c.Context, names[i], content)
			if err != nil {
				return err
			}
			p.tellPushed(told)
			done = append(done, told)
		}
		if p.json {
			return p.printJSON(done)
		}
		return nil
	})
}

// pushedModels reads all models of the command line before any is pushed.
func (p *program) pushedModels(c *cli.Context) ([]sound, []neo4jstore.Name, error) {
	if c.NArg() == 0 {
		return nil, nil, misuse(c, "MODEL is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	}
	var models []sound
	var names []neo4jstore.Name
	for _, file := range c.Args().Slice() {
		read, err := p.readCase(c, file)
		if err != nil {
			return nil, nil, err
		}
		name, err := caseNamed(c, string(read.system.ID)+"@"+c.String("as"))
		if err != nil {
			return nil, nil, err
		}
		for _, other := range names {
			if other == name {
				return nil, nil, misuse(c, "two models are the case "+quoted(string(name.Case)), "push them one after the other, with --as as two versions")
			}
		}
		models, names = append(models, read), append(names, name)
	}
	return models, names, nil
}

// contentOf grounds and analyses a case for the store, or lets the store be fed rule by rule.
func (p *program) contentOf(c *cli.Context, read sound) (neo4jstore.Content, error) {
	if c.Bool("stream") {
		return neo4jstore.StreamContent(read.system, read.catalog), nil
	}
	grounded, err := ground.New(read.system, read.catalog)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	result, err := p.analyse(c, read)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	return neo4jstore.CaseContent(read.system, grounded, result), nil
}

func (p *program) tellPushed(told neo4jstore.Pushed) {
	switch {
	case told.Unchanged:
		fmt.Fprintf(p.remarks(), "%s: nothing to change; %d nodes, %d relationships\n", told.Name, told.Nodes, told.Rels)
	default:
		fmt.Fprintf(p.remarks(), "%s: %d nodes added, %d changed, %d removed; now %d nodes, %d relationships\n",
			told.Name, told.Added, told.Changed, told.Removed, told.Nodes, told.Rels)
	}
	if told.Uncleared != nil {
		fmt.Fprintf(p.remarks(), "%s: what was there before takes up room until the next push: %v\n", told.Name, told.Uncleared)
	}
}
