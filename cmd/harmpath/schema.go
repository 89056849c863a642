package main

import (
	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/models/schema"
)

func schemaCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:  "schema",
			Usage: "print the JSON Schema of models, for editors",
			Description: `With the schema in a file an editor with a YAML language server completes and checks a model while it is written: begin
the model with the line

   # yaml-language-server: $schema=harmpath.schema.json

With --catalog the schema knows the words of that catalog, too.`,
			Flags:  []cli.Flag{catalogFlag()},
			Action: p.action((*invocation).schema),
		},
	}
}

// schema prints the JSON Schema of models.
func (in *invocation) schema() error {
	known, err := in.readCatalog()
	if err != nil {
		return err
	}
	text, err := schema.For(known)
	if err != nil {
		return err
	}
	_, err = in.stdout.Write(text)
	return err
}
