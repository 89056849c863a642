package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/neo4jstore"
)

func storePullCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "pull",
		Usage:     "write the model of a case in the store as a file",
		ArgsUsage: "CASE[@VERSION]",
		Description: `The model is written as JSON, which every command reads as a MODEL; it analyses to the same result. What
the store does not hold:

   ` + strings.Join(neo4jstore.Lost(), "\n   "),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			catalogFlag(),
		},
		Action: p.storePull,
	}
}

func (p *program) storePull(c *cli.Context) error {
	word, err := oneArgument(c)
	if err != nil {
		return err
	}
	name, err := caseNamed(c, word)
	if err != nil {
		return err
	}
	known, err := readCatalog(c)
	if err != nil {
		return err
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		pulled, err := s.Pull(c.Context, name)
		if err != nil {
			return err
		}
		if pulled.Catalog != neo4jstore.Fingerprint(known) {
			fmt.Fprintf(p.remarks(), "harmpath: %s was pushed under another catalog, which the store does not hold: its result may differ\n", name)
		}
		var body bytes.Buffer
		encoder := json.NewEncoder(&body)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(pulled.System); err != nil {
			return err
		}
		if file := c.String("output"); file != "" {
			return p.disk.writeFile(file, body.Bytes())
		}
		_, err = p.stdout.Write(body.Bytes())
		return err
	})
}
