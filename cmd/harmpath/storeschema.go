package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/neo4jstore"
)

func storeSchemaCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "make the store's constraints and indexes, and print them",
		Description: "The first push makes them too. With --print nothing is asked of any store.",
		Flags:       []cli.Flag{&cli.BoolFlag{Name: "print", Usage: "print them, and do no more", DisableDefaultText: true}},
		Action: func(c *cli.Context) error {
			if err := noArgument(c); err != nil {
				return err
			}
			if !c.Bool("print") {
				err := p.withStore(c, func(s *neo4jstore.Store) error { return s.Prepare(c.Context) })
				if err != nil {
					return err
				}
			}
			_, err := fmt.Fprintln(p.stdout, strings.Join(neo4jstore.Schema(), ";\n")+";")
			return err
		},
	}
}

func storeStyleCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:  "style",
		Usage: "print the style sheet with which Neo4j Browser shows cases as harmpath's diagrams do",
		Action: func(c *cli.Context) error {
			if err := noArgument(c); err != nil {
				return err
			}
			_, err := io.WriteString(p.stdout, neo4jstore.StyleSheet())
			return err
		},
	}
}
