package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/glossary"
	"github.com/harmpath/harmpath/analysis/margins"
	"github.com/harmpath/harmpath/analysis/query"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/palette"
)

// mostPaths is how many attacks can be asked for at once.
const mostPaths = 1000

func pathsCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "paths",
			Usage:     "find the easiest attacks from, to, through and around places of a system",
			ArgsUsage: "MODEL",
			Description: `The k easiest attacks that are truly different are printed step by step: minimal sets of steps that cost effort or can
fail, each with a well-founded derivation. A place is

   ID              a component, data flow, data item, effect or profile of the model
   component:ID    where an id alone is not clear; dataflow:ID, data:ID, effect:ID, profile:ID likewise
   kind:KIND       every component of a kind of the catalog
   zone:ID         every component in a trust zone
   STATE(ID)       one state of one element, e.g. infected(cloud)

An attack begins at the profiles that --from names, together, or at what it names as if compromised already; without
it each malicious profile begins alone, or each that --attacker names. With --capability all of them are taken as that
able. Where none has an attack, it is told what that rests on. Any of --to is a goal. --avoid takes part in no step. An attack passes
--through when it does not reach the goal without it; such attacks are picked from all, easiest first, until enough
are found, there are no others, or the limit is met, which is said. With -o FILE.svg the attacks are also drawn.`,
			Flags: []cli.Flag{
				&cli.StringSliceFlag{Name: "from", Usage: "begin at `PLACE`: a profile, or what is taken as compromised"},
				&cli.StringSliceFlag{Name: "profile", Usage: "begin with `PROFILE`: the same as --from profile:PROFILE"},
				&cli.StringSliceFlag{Name: "attacker", Usage: "who attacks, where --from says nothing: the attacker `ID`; may be given again (default: each alone)"},
				&cli.StringFlag{Name: "capability", Usage: "what the attackers are able to: `basic`, substantial or high (default: what the model says)"},
				&cli.StringSliceFlag{Name: "to", Usage: "end at `PLACE`"},
				&cli.StringSliceFlag{Name: "through", Usage: "pass `PLACE`; each that is named"},
				&cli.StringSliceFlag{Name: "avoid", Usage: "go around `PLACE`"},
				&cli.IntFlag{Name: "k", Usage: "how `MANY` attacks", Value: 3},
				&cli.StringFlag{Name: "reading", Usage: "the `READING` to look in: assessed, residual or inherent", Value: string(models.Assessed)},
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "draw the attacks into `FILE`.svg"},
				themeFlag("the `COLORS` of the drawing: " + themeNames()), timeLimitFlag("end the work"), ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.paths,
		},
		Argument: modelFiles(),
		Values:   map[string]commandline.Completer{"reading": readings(), "capability": commandline.Fixed(models.Capability(0).Values()...), "output": commandline.Files(".svg"), "theme": themes(), "lang": languages(), "catalog": commandline.Folders},
	}
}

func (p *program) paths(c *cli.Context) error {
	name, err := commandline.OneArgument(c)
	if err != nil {
		return err
	}
	lang, err := p.langOf(c)
	if err != nil {
		return err
	}
	question, err := pathsQuestionOf(c)
	if err != nil {
		return err
	}
	theme, err := parseTheme(c.String("theme"))
	if err != nil {
		return commandline.Misuse(c, "--theme: "+err.Error(), "")
	}
	read, err := p.readCase(c, name)
	if err != nil {
		return err
	}
	if c.IsSet("attacker") {
		if question.Attackers, err = attackersOf(c, read.system); err != nil {
			return err
		}
	}
	asked, err := query.Ask(read.system, read.catalog, question)
	if err != nil {
		return err
	}
	result, err := p.answer(c, read.changed(asked.System), []analysis.Analysis{asked.Analysis, glossary.Analysis})
	if err == nil {
		err = p.addMargins(c, read, asked, result)
	}
	if err != nil {
		return err
	}
	if file := c.String("output"); file != "" {
		if err := p.drawPaths(c, result, askedDrawing{lang, theme, file}); err != nil {
			return err
		}
	}
	return p.show(struct {
		Format string              `json:"format"`
		Case   models.CaseID       `json:"case"`
		Paths  *models.PathsAnswer `json:"paths"`
		Limits []models.Limit      `json:"limits,omitempty"`
	}{"harmpath/paths/v1", result.System.ID, result.Paths, result.Limits}, lang, attacks.Asked(result, lang))
}

// addMargins adds to an answer without attacks what that rests on. Of places that are to be passed or avoided it is not asked.
func (p *program) addMargins(c *cli.Context, read sound, asked *query.Asked, result *models.Result) error {
	q := &result.Paths.Question
	if len(result.Paths.Attacks) > 0 || !result.Paths.Complete || q.Reading == models.Inherent || len(q.Through)+len(q.Avoid) > 0 {
		return nil
	}
	far, err := p.answer(c, read.changed(asked.System), []analysis.Analysis{margins.Of(asked.Goal, q.Reading, asked.By), glossary.Analysis})
	if err != nil {
		return err
	}
	result.Paths.Margins, result.Words = far.Margins, result.Words.With(far.Words)
	result.Limits = append(result.Limits, far.Limits...)
	return nil
}

// pathsQuestionOf reads what the flags ask for.
func pathsQuestionOf(c *cli.Context) (models.PathsQuestion, error) {
	q := models.PathsQuestion{
		From: c.StringSlice("from"), To: c.StringSlice("to"), Through: c.StringSlice("through"), Avoid: c.StringSlice("avoid"), Easiest: c.Int("k"),
	}
	for _, profile := range c.StringSlice("profile") {
		q.From = append(q.From, "profile:"+profile)
	}
	reading, err := commandline.Pick(c.String("reading"), models.ReadingIDs())
	able, unable := capabilityOf(c)
	switch {
	case unable != nil:
		return q, unable
	case c.IsSet("attacker") && len(q.From) > 0:
		return q, commandline.Misuse(c, "--attacker and --from both say who attacks", "give one of them")
	case err != nil:
		return q, commandline.Misuse(c, "--reading: "+err.Error(), "")
	case len(q.To) == 0:
		return q, commandline.Misuse(c, "the goal is missing", "name it with --to, e.g. --to EFFECT")
	case q.Easiest < 1 || q.Easiest > mostPaths:
		return q, commandline.Misuse(c, fmt.Sprintf("-k: %d is not between 1 and %d", q.Easiest, mostPaths), "")
	case c.IsSet("output") && !strings.HasSuffix(c.String("output"), ".svg"):
		return q, commandline.Misuse(c, "--output: "+commandline.Quoted(c.String("output"))+" does not end in .svg", "attacks are drawn as SVG")
	}
	q.Reading, q.Capability = *reading, able
	return q, nil
}

// capabilityOf reads what the attackers are able to; unstated where nothing is said.
func capabilityOf(c *cli.Context) (models.Capability, error) {
	if !c.IsSet("capability") {
		return models.CapabilityUnstated, nil
	}
	able, err := commandline.Pick(c.String("capability"), models.Capabilities())
	if err != nil {
		return models.CapabilityUnstated, commandline.Misuse(c, "--capability: "+err.Error(), "")
	}
	return *able, nil
}

// askedDrawing is how the attacks of an answer are drawn, and where to.
type askedDrawing struct {
	lang  models.Lang
	theme palette.Theme
	file  string
}

// drawPaths draws the attacks of an answer over the system.
func (p *program) drawPaths(c *cli.Context, result *models.Result, to askedDrawing) (err error) {
	if len(result.Paths.Attacks) == 0 {
		fmt.Fprintln(p.remarks(), "harmpath: there is no attack to draw")
		return nil
	}
	engine := studio.NewEngine(p.remark)
	defer func() { err = errors.Join(err, engine.Close()) }()
	drawing, err := figures.Asked(c.Context, result, to.lang, engine.Layout, figures.Options{Theme: to.theme})
	if err != nil {
		return fmt.Errorf("draw the attacks: %w", err)
	}
	if err := p.disk.WriteFile(to.file, drawing.SVG); err != nil || drawing.Failure == nil {
		return err
	}
	if !errors.Is(drawing.Failure, layout.ErrGraph) {
		return fmt.Errorf("draw the attacks: the drawing is written, but its boxes stand in rows: %w", drawing.Failure)
	}
	p.remark("the drawing has its boxes in rows: " + drawing.Failure.Error())
	return nil
}
