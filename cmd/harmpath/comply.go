package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/compliance"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/markdown"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/harmpath/harmpath/render/xlsx"
)

// allSchemes is the word for every scheme there is.
const allSchemes = "all"

func complyCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "comply",
			Usage:     "hold a case against the requirements of standards, laws and labels",
			ArgsUsage: "MODEL",
			Description: `For each requirement: what meets it (a property that the model states, or a measure that is adopted or adapted), what
is lacking, and which attack stays possible because of it in the residual reading, with the consequences and their
levels. A measure counts by the measure of the catalog that it uses (uses: …), by the requirement that it meets
(requires: …), and by the properties that it provides where it applies. Requirements that the case has nothing for are
told with the reason, and those that no model of a system can show are not called open. It is an aid, no assessment of
conformity. Without --scheme the schemes that the model names are taken (schemes: […]); its document then has a
section on them. harmpath help SCHEME explains one.

With --fail-if-open the exit code is 3 when a requirement that a scheme demands, and does not only recommend, is open.`,
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "scheme", Usage: "the `SCHEMES`, with commas between, or all: " + strings.Join(schemeNames(), ", ")},
				&cli.StringFlag{Name: "as", Usage: "write as `FORM`: " + strings.Join(complianceForms(), ", "), Value: "text"},
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
				&cli.BoolFlag{Name: "fail-if-open", Usage: "exit with 3 when a requirement that is demanded is open"},
				timeLimitFlag("end the work"), ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.action((*invocation).comply),
		},
		Argument: modelFiles(),
		Values: map[string]commandline.Completer{
			"scheme": commandline.ListOf(commandline.Fixed(append(schemeNames(), allSchemes)...)), "as": commandline.Fixed(complianceForms()...),
			"output": commandline.Files(".md", ".xlsx", ".json", ".txt"),
		},
	}
}

// complianceForms are the forms in which compliance is written.
func complianceForms() []string { return []string{"text", "md", "xlsx", "json"} }

// schemeNames lists the schemes that harmpath carries.
func schemeNames() []string {
	read, err := catalog.Load()
	if err != nil {
		return nil
	}
	return schemesOf(read)
}

func schemesOf(c *models.Catalog) []string {
	var out []string
	for i := range c.Schemes {
		out = append(out, string(c.Schemes[i].ID))
	}
	return out
}

func (in *invocation) comply() error {
	form, err := in.form(complianceForms())
	if err != nil {
		return err
	}
	if form == "xlsx" && in.line.String("output") == "" {
		return in.misuse(models.Messagef("a workbook is no text"), models.Messagef("name its file with -o FILE.xlsx"))
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	schemes, err := in.schemesFrom(read)
	if err != nil {
		return err
	}
	result, err := in.answer(in.ctx, read, suite.Asking(suite.Questions{Schemes: schemes}))
	if err != nil {
		return err
	}
	if err := in.tellCompliance(result, form); err != nil || !in.line.Bool("fail-if-open") {
		return err
	}
	return openRequirements(result)
}

// schemesFrom reads --scheme; without it the case names them.
func (in *invocation) schemesFrom(read sound) (compliance.Question, error) {
	var out compliance.Question
	known := schemesOf(read.catalog)
	if !in.line.IsSet("scheme") {
		if len(read.system.Schemes) == 0 {
			return out, in.misuse(models.Messagef("no scheme is named"), models.Messagef("write --scheme %s, or some of %s", allSchemes, models.List(known)))
		}
		return out, nil
	}
	if strings.TrimSpace(in.line.String("scheme")) == allSchemes {
		return compliance.Question{All: true}, nil
	}
	for word := range strings.SplitSeq(in.line.String("scheme"), ",") {
		word = strings.TrimSpace(word)
		switch {
		case !slices.Contains(known, word):
			return out, in.wrong("scheme", models.Messagef("there is no scheme `%s`", word), models.Meant(word, append(known, allSchemes)))
		case slices.Contains(out.Schemes, models.SchemeID(word)):
			return out, in.wrong("scheme", models.Messagef("`%s` is named twice", word), models.Message{})
		}
		out.Schemes = append(out.Schemes, models.SchemeID(word))
	}
	return out, nil
}

// tellCompliance writes what a result says of requirements in the form wanted.
func (in *invocation) tellCompliance(result *models.Result, form string) error {
	doc := usecase.Compliance(result, in.lang)
	var body []byte
	var err error
	switch form {
	case "md":
		body = markdown.Format(doc, nil)
	case "xlsx":
		in := render.Input{Result: result, Built: in.built()}
		body, err = xlsx.FormatTables(&doc, xlsx.Options{Date: in.Date(), Program: result.Tool.Name})
	case "json":
		body, err = encoded(struct {
			Format     string              `json:"format"`
			Case       models.CaseID       `json:"case"`
			Compliance []models.Compliance `json:"compliance"`
			Limits     []models.Limit      `json:"limits,omitempty"`
		}{"harmpath/compliance/v1", result.System.ID, result.Compliance, result.Limits})
	default:
		return in.printCompliance(doc)
	}
	if err != nil {
		return err
	}
	return in.write(body, in.binary)
}

// printCompliance prints the sections of the document one after the other.
func (in *invocation) printCompliance(doc content.Document) error {
	var text strings.Builder
	if err := terminal.PrintSections(&text, in.screen, doc.Lang, doc.Sections...); err != nil {
		return err
	}
	return in.write([]byte(text.String()), in.stdout)
}

// openRequirements is the error of a result with requirements that are demanded and open.
func openRequirements(result *models.Result) error {
	var open threshold.Exceeded
	for i := range result.Compliance {
		c := &result.Compliance[i]
		if numbers := c.OpenMandatory(); len(numbers) > 0 {
			open = append(open, models.Messagef("%s: %d open: %s: --fail-if-open", c.Scheme.ID, len(numbers), models.List(numbers)))
		}
	}
	if len(open) == 0 {
		return nil
	}
	return open
}
