package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing/fstest"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/terminal"
)

// readModel reads the MODEL of a command line: a file, a case folder or - for standard input. Nothing outside its folder is read, whatever
// the file includes and wherever a link in the folder leads.
// What its components have attached is read, too.
// Places are relative to that folder, so that a result does not depend on where the user stands.
func (in *invocation) readModel(name string) (*load.Model, error) {
	if disk.IsStream(name) {
		return in.readStreamedModel(name)
	}
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, in.misuse(models.Messagef("there is no file or folder `%s`", name), models.Message{})
	}
	if err != nil {
		return nil, err
	}
	folder, file := modelFolder(name), "."
	if !info.IsDir() {
		if in.isResult(in.ctx, name) {
			return nil, in.noModel(name)
		}
		file = filepath.Base(name)
	}
	files, err := disk.OpenFolder(folder)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	return loadModel(load.Source{Files: files, Name: file})
}

// noModel is the error of a result where a model is wanted.
func (in *invocation) noModel(name string) error {
	return in.misuse(models.Messagef("`%s` is a result, and a model is wanted", name), models.Messagef("harmpath render makes outputs of a result, harmpath diff compares it"))
}

// readStreamedModel reads the MODEL that comes on standard input or through a pipe. It stands alone: there is no folder to read more from.
func (in *invocation) readStreamedModel(name string) (*load.Model, error) {
	body, err := in.disk.Streamed(in.ctx, name)
	if err != nil {
		return nil, err
	}
	if resultfile.SaysResult(body) {
		return nil, in.noModel(name)
	}
	alone := filepath.Base(disk.Shown(name))
	return loadModel(load.Source{Files: fstest.MapFS{alone: {Data: body}}, Name: alone})
}

// loadModel reads a model with what its components have attached.
func loadModel(from load.Source) (*load.Model, error) {
	model, err := load.Load(formats.All(), from)
	var problems models.Problems
	if model == nil || err != nil && !errors.As(err, &problems) {
		return model, err
	}
	attached := attach.Files(model, formats.Supplements(), attach.Limits{})
	var more models.Problems
	if attached != nil && !errors.As(attached, &more) {
		return nil, attached
	}
	return model, append(problems, more...).Sort().Err()
}

// modelFolder is the folder to which the places of a MODEL are relative.
func modelFolder(name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return name
	}
	return filepath.Dir(name)
}

// readCatalog returns the catalog, extended by the folder that --catalog names.
func (in *invocation) readCatalog() (*models.Catalog, error) {
	base, err := catalog.Load()
	if err != nil {
		return nil, err
	}
	folder := in.line.String("catalog")
	if folder == "" {
		return base, nil
	}
	if info, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, in.wrong("catalog", models.Messagef("there is no folder `%s`", folder), models.Messagef("name a folder with a catalog's entries"))
	}
	files, err := disk.OpenFolder(folder)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	extended, err := catalog.Extend(base, files)
	return extended, below(folder, err)
}

// below puts a folder before the file names of problems that are relative to it.
func below(folder string, err error) error {
	var problems models.Problems
	if !errors.As(err, &problems) {
		return err
	}
	out := make(models.Problems, len(problems))
	for i, problem := range problems {
		out[i] = problem
		out[i].At = terminal.Placed(folder, problem.At)
	}
	return out
}

// catalogFlag is the flag of every command that uses the catalog.
func catalogFlag() cli.Flag {
	return &cli.StringFlag{Name: "catalog", Usage: "extend the catalog by the entries in `DIR`"}
}

// strictFlag is the flag of the commands that can refuse a model for its findings, and for flaws that others read past.
func strictFlag() cli.Flag {
	return &cli.BoolFlag{Name: "strict", Usage: "refuse flaws of entries in attached files, and findings of the grade error that need no analysis", DisableDefaultText: true}
}

// modelFiles completes a MODEL.
func modelFiles() commandline.Completer { return commandline.Files(load.Extensions(formats.All())...) }
