package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/outputs"
	"github.com/harmpath/harmpath/render/palette"
	"github.com/harmpath/harmpath/render/terminal"
)

// allOutputs is the word for every output there is.
const allOutputs = "all"

// choose finds the outputs that a list names, in the order of the list of outputs.
func choose(names string) ([]render.Output, error) {
	all := outputs.All()
	if strings.TrimSpace(names) == allOutputs {
		return all, nil
	}
	var wanted []string
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		known := func(o render.Output) bool { return o.Name == name }
		if !slices.ContainsFunc(all, known) {
			return nil, models.Messagef("there is no output `%s` among %s", name, models.List(outputNames(all)))
		}
		wanted = append(wanted, name)
	}
	return slices.DeleteFunc(all, func(o render.Output) bool { return !slices.Contains(wanted, o.Name) }), nil
}

func outputNames(list []render.Output) []string {
	var names []string
	for _, o := range list {
		names = append(names, o.Name)
	}
	return names
}

// outputsFlag names a flag that lists outputs.
func outputsFlag(name, value string) cli.Flag {
	return &cli.StringFlag{Name: name, Usage: "the `OUTPUTS` to make: " + strings.Join(outputNames(outputs.All()), ", ") + ", with commas between, or all", Value: value}
}

// langFlag is the flag that lists the languages of outputs.
func langFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: "the `LANGUAGES` to make them in", Value: langNames(",")}
}

// outputWords completes a list of outputs.
func outputWords() commandline.Completer {
	return commandline.ListOf(func(string) []commandline.Candidate {
		var out []commandline.Candidate
		for _, o := range outputs.All() {
			out = append(out, commandline.Candidate{Word: o.Name, Says: o.Doc.EN})
		}
		return append(out, commandline.Candidate{Word: allOutputs, Says: "all of them"})
	})
}

// templateFlag is the flag that names templates.
func templateFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "template", Usage: "a `FILE` (.docx, .pptx) that lends documents its styles, logo, header and footer; once for each kind"}
}

// themeFlag is the flag that chooses the colors of what usage says.
func themeFlag(usage string) cli.Flag {
	return &cli.StringFlag{Name: "theme", Usage: usage, Value: string(palette.Light)}
}

// outputsThemeFlag is the flag that chooses the colors of outputs.
func outputsThemeFlag() cli.Flag {
	return themeFlag("the `COLORS` of drawings and pages: " + strings.Join(themeNames(), ", ") + "; documents for paper are never dark")
}

func themeNames() []string {
	var names []string
	for _, t := range palette.Themes() {
		names = append(names, string(t))
	}
	return names
}

func parseTheme(name string) (palette.Theme, error) {
	if !slices.Contains(palette.Themes(), palette.Theme(name)) {
		return "", models.Messagef("there is no theme `%s` among %s", name, models.List(themeNames()))
	}
	return palette.Theme(name), nil
}

// themes completes the name of a theme.
func themes() commandline.Completer {
	return func(string) []commandline.Candidate {
		return []commandline.Candidate{
			{Word: string(palette.Light), Says: "for screens and color print"}, {Word: string(palette.Print), Says: "for black and white print"}, {Word: string(palette.Dark), Says: "for dark screens"},
		}
	}
}

// wantedFrom reads the flags of a command that makes outputs.
func (in *invocation) wantedFrom(outputsFlag string) (studio.Wanted, error) {
	list, err := choose(in.line.String(outputsFlag))
	if err != nil {
		return studio.Wanted{}, in.wrong(outputsFlag, models.MessageOf(err), models.Message{})
	}
	langs, err := parseLangs(in.line.String("lang"))
	if err != nil {
		return studio.Wanted{}, in.wrong("lang", models.MessageOf(err), models.Message{})
	}
	templates, err := in.readTemplates(list)
	if err != nil {
		return studio.Wanted{}, err
	}
	theme, err := parseTheme(in.line.String("theme"))
	if err != nil {
		return studio.Wanted{}, in.wrong("theme", models.MessageOf(err), models.Message{})
	}
	return studio.Wanted{Outputs: list, Langs: langs, Templates: templates, Theme: theme, Built: in.built()}, nil
}

// largestTemplate is the size of the largest template that is read, in bytes.
const largestTemplate = 32 << 20

// readTemplates reads the files that --template names: one for an output at most, and each for one that is made.
func (in *invocation) readTemplates(made []render.Output) ([]render.File, error) {
	var out []render.File
	taken := map[string]bool{}
	for _, name := range in.line.StringSlice("template") {
		ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
		switch {
		case !slices.Contains(templateKinds, ext):
			return nil, in.wrong("template", models.Messagef("`%s` is no .docx and no .pptx", name), models.Message{})
		case !slices.ContainsFunc(made, func(o render.Output) bool { return o.Ext == ext }):
			return nil, in.wrong("template", models.Messagef("`%s` is for %s, which is not made", name, ext), models.Messagef("name %s among the outputs", ext))
		case taken[ext]:
			return nil, in.wrong("template", models.Messagef("a second one for %s is one too many", ext), models.Message{})
		}
		taken[ext] = true
		body, err := disk.ReadNamed(in.ctx, name, largestTemplate)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, in.wrong("template", models.Messagef("there is no file `%s`", name), models.Message{})
		case errors.Is(err, disk.ErrTooLarge):
			return nil, in.wrong("template", models.Messagef("`%s` is larger than %d MB", name, largestTemplate>>20), models.Message{})
		case err != nil:
			return nil, err
		}
		out = append(out, render.File{Name: name, Body: body})
	}
	return out, nil
}

// templateKinds are the extensions of templates.
var templateKinds = []string{"docx", "pptx"}

// built is when SOURCE_DATE_EPOCH says that the outputs are made (reproducible-builds.org); the zero time where it is not
// set or no number of seconds.
func (p *program) built() time.Time {
	seconds, err := strconv.ParseInt(p.getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil || seconds < 0 || seconds > 253402300799 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// publish makes the outputs of a collection and puts them into the folder that -o names, all of them or none: each case's
// into a folder of its own, and those of all together beside these. It returns the names of the files. A page, where
// one is wanted, leads to all that was made of its input.
func (in *invocation) publish(s *studio.Studio, all *render.Collection, shown *terminal.Progress, page func(render.Input, []render.Made) render.File) (written []string, err error) {
	set, err := in.disk.OpenFileSet(in.line.String("output"), in.line.Command.Name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	s.More = true
	together, err := s.Together(in.ctx, all, shown)
	if err != nil {
		return nil, err
	}
	if err := takeProduct(set, "", together, page); err != nil {
		return nil, err
	}
	for i, result := range all.Results {
		s.More = i+1 < len(all.Results)
		one, err := s.One(in.ctx, result, shown)
		if err != nil {
			return nil, err
		}
		if err := takeProduct(set, models.FileName(string(result.System.ID))+"/", one, page); err != nil {
			return nil, err
		}
	}
	return set.Names, set.Publish()
}

// take adds the files of a product, with a page that leads to them where one is wanted.
func takeProduct(s *disk.FileSet, folder string, p studio.Product, page func(render.Input, []render.Made) render.File) error {
	files := p.Files()
	if page != nil {
		files = append([]render.File{page(p.Input, p.Made)}, files...)
	}
	for _, f := range files {
		if err := s.Write(folder+f.Name, f.Body); err != nil {
			return err
		}
	}
	return nil
}
