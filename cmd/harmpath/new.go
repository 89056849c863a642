package main

import (
	"bytes"
	_ "embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// starter is a small case that runs, each part of it explained. Its id is to be filled in.
//
//go:embed starter.yaml
var starter []byte

func newCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "new",
			Usage:     "begin a case with a small, commented model that runs",
			ArgsUsage: "NAME",
			Description: `Makes the folder NAME with the file model.yaml in it. NAME is also the id of the case: small letters, digits, hyphens
and underscores. Nothing that exists is overwritten.`,
			Action: p.action((*invocation).begin),
		},
		Argument: commandline.Folders,
	}
}

// begin writes the starter model into the folder that the command line names.
func (in *invocation) begin() error {
	folder := in.names[0]
	id := filepath.Base(filepath.Clean(folder))
	if !models.ValidID(id) {
		return in.misuse(models.Messagef("`%s` is no id of a case", id), models.Messagef("write a lower-case letter, then lower-case letters, digits, hyphens and underscores"))
	}
	name := filepath.Join(folder, "model.yaml")
	switch _, err := os.Lstat(name); {
	case err == nil:
		return in.misuse(models.Messagef("%s exists already", name), models.Messagef("choose another name"))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	model := render.File{Name: "model.yaml", Body: bytes.Replace(starter, []byte("id: NAME\n"), []byte("id: "+id+"\n"), 1)}
	if err := in.disk.Put(folder, "", []render.File{model}); err != nil {
		return err
	}
	in.say(models.Messagef("%s is written; next: harmpath report %s -o out", name, folder))
	return nil
}
