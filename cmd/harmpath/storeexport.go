package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/render/terminal"
)

func storeExportCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "export-csv",
		Usage:     "write cases as files for neo4j-admin, which fills a new database from them fast",
		ArgsUsage: "MODEL...",
		Description: `No store is asked. How to import the files is printed; harmpath store schema then makes constraints and indexes. With
--stream attack graphs are grounded rule by rule and may outgrow the memory.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into the folder `DIR`, which is to be empty", Required: false},
			&cli.StringFlag{Name: "as", Usage: "export as the version `NAME`", Value: neo4jstore.DefaultVersion},
			&cli.BoolFlag{Name: "stream", Usage: "ground rule by rule and export no result", DisableDefaultText: true},
			catalogFlag(),
		},
		Action: p.storeExport,
	}
}

func (p *program) storeExport(c *cli.Context) error {
	folder := c.String("output")
	if folder == "" {
		return misuse(c, "the folder to write into is missing", "name it with -o DIR")
	}
	models, names, err := p.pushedModels(c)
	if err != nil {
		return err
	}
	if err := emptyFolder(c, folder); err != nil {
		return err
	}
	contents := map[neo4jstore.Name]neo4jstore.Content{}
	for i, read := range models {
		if contents[names[i]], err = p.contentOf(c, read); err != nil {
			return err
		}
	}
	written, err := neo4jstore.Export(contents, time.Now(), func(name string) (io.WriteCloser, error) {
		return os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if p.json {
		return p.printJSON(map[string]any{"folder": filepath.ToSlash(folder), "files": written, "arguments": neo4jstore.ImportArguments(written)})
	}
	_, err = fmt.Fprintf(p.stdout, "cd %s\nneo4j-admin database import full neo4j --overwrite-destination \\\n  %s\n",
		terminal.VisibleLine(filepath.ToSlash(folder)), strings.Join(neo4jstore.ImportArguments(written), " \\\n  "))
	return err
}

// emptyFolder makes a folder, and wants nothing in it.
func emptyFolder(c *cli.Context, folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(folder, 0o777)
	case err != nil:
		return err
	case len(entries) > 0:
		return misuse(c, "the folder "+quoted(folder)+" is not empty", "name a new one")
	}
	return nil
}
