package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/urfave/cli/v2"
)

func renderCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "render",
			Usage:     "make outputs of results without analysing again",
			ArgsUsage: "RESULT...",
			Description: `RESULT is a file that harmpath analyze -o has written, or - for standard input. Without -o a single file is printed on
standard output; several need a folder. Of several results a collection is made, as harmpath report does. RESULT may also be
the collection.json of such a collection, which leads to the results of its cases: its outputs are made, and not those of
each case.`,
			Flags: []cli.Flag{
				outputsFlag("as", ""),
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `FOLDER`"},
				langFlag(), outputsThemeFlag(), templateFlag(), timeLimitFlag("end the work"),
			},
			Action: p.action((*invocation).render),
		},
		Argument: commandline.Files(".json"),
		Values:   map[string]commandline.Completer{"as": outputWords(), "output": commandline.Folders},
	}
}

func (in *invocation) render() (err error) {
	if !in.line.IsSet("as") {
		return in.misuse(models.Messagef("what to make is missing"), models.Messagef("write %s %s --as md", in.line.Command.HelpName, strings.Join(in.names, " ")))
	}
	want, err := in.wantedFrom("as")
	if err != nil {
		return err
	}
	s := studio.OpenStudio(in.ctx, want, in.remark)
	defer func() { err = cmp.Or(err, s.Close()) }()
	if len(in.names) > 1 {
		return in.renderTogether(s)
	}
	shown := in.follow(len(want.Outputs))
	defer shown.Close()
	made, err := in.renderOne(in.names[0], s, shown)
	if err != nil {
		return err
	}
	list := made.Files()
	folder := in.line.String("output")
	switch {
	case folder != "":
		if err := in.disk.Put(folder, in.line.Command.Name, list); err != nil {
			return failed(models.Messagef("write the outputs"), err)
		}
		shown.Close()
		in.say(models.Messagef("%d files are written into %s", len(list), filepath.Clean(folder)))
		return nil
	case len(list) == 1:
		_, err = in.binary.Write(list[0].Body)
		return err
	}
	return in.misuse(models.Messagef("%d files are made, and standard output takes one", len(list)),
		models.Messagef("name a folder with -o, or fewer outputs and one language"))
}

// renderOne makes the outputs of a file: of the result of a case, or of a collection.
func (in *invocation) renderOne(name string, s *studio.Studio, shown *terminal.Progress) (studio.Product, error) {
	body, err := in.readResultFile(name)
	if err != nil {
		return studio.Product{}, err
	}
	if studio.IsCollection(body) {
		folder := "." // of standard input
		if name != "-" {
			folder = filepath.Dir(name)
		}
		all, err := studio.DecodeCollection(disk.Shown(name), folder, body)
		if err != nil {
			return studio.Product{}, err
		}
		return s.Together(in.ctx, all, shown)
	}
	result, err := resultfile.Decode(disk.Shown(name), body)
	if err != nil {
		return studio.Product{}, err
	}
	return s.One(in.ctx, result, shown)
}
