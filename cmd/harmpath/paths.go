package main

import (
	"errors"
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
				themeFlag("the `COLORS` of the drawing: " + strings.Join(themeNames(), ", ")), timeLimitFlag("end the work"), ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.action((*invocation).paths),
		},
		Argument: modelFiles(),
		Values:   map[string]commandline.Completer{"capability": commandline.Fixed(models.Capability(0).Values()...), "output": commandline.Files(".svg")},
	}
}

func (in *invocation) paths() error {
	question, err := in.pathsQuestionOf()
	if err != nil {
		return err
	}
	theme, err := parseTheme(in.line.String("theme"))
	if err != nil {
		return in.wrong("theme", models.MessageOf(err), models.Message{})
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	if in.line.IsSet("attacker") {
		if question.Attackers, err = in.attackersOf(read.system); err != nil {
			return err
		}
	}
	asked, err := query.Ask(read.system, read.catalog, question)
	if err != nil {
		return err
	}
	result, err := in.answer(in.ctx, read.changed(asked.System), []analysis.Analysis{asked.Analysis, glossary.Analysis})
	if err == nil {
		err = in.addMargins(read, asked, result)
	}
	if err != nil {
		return err
	}
	if file := in.line.String("output"); file != "" {
		if err := in.drawPaths(result, askedDrawing{theme, file}); err != nil {
			return err
		}
	}
	return in.show(struct {
		Format string              `json:"format"`
		Case   models.CaseID       `json:"case"`
		Paths  *models.PathsAnswer `json:"paths"`
		Limits []models.Limit      `json:"limits,omitempty"`
	}{"harmpath/paths/v1", result.System.ID, result.Paths, result.Limits}, attacks.Asked(result, in.lang))
}

// addMargins adds to an answer without attacks what that rests on. Of places that are to be passed or avoided it is not asked.
func (in *invocation) addMargins(read sound, asked *query.Asked, result *models.Result) error {
	q := &result.Paths.Question
	if len(result.Paths.Attacks) > 0 || !result.Paths.Complete || q.Reading == models.Inherent || len(q.Through)+len(q.Avoid) > 0 {
		return nil
	}
	far, err := in.answer(in.ctx, read.changed(asked.System), []analysis.Analysis{margins.Of(asked.Goal, q.Reading, asked.By), glossary.Analysis})
	if err != nil {
		return err
	}
	result.Paths.Margins, result.Words = far.Margins, result.Words.With(far.Words)
	result.Limits = append(result.Limits, far.Limits...)
	return nil
}

// pathsQuestionOf reads what the flags ask for.
func (in *invocation) pathsQuestionOf() (models.PathsQuestion, error) {
	q := models.PathsQuestion{
		From: in.line.StringSlice("from"), To: in.line.StringSlice("to"), Through: in.line.StringSlice("through"), Avoid: in.line.StringSlice("avoid"), Easiest: in.line.Int("k"), Reading: in.limit.Reading,
	}
	for _, profile := range in.line.StringSlice("profile") {
		q.From = append(q.From, "profile:"+profile)
	}
	able, err := in.capabilityOf()
	switch {
	case err != nil:
		return q, err
	case in.line.IsSet("attacker") && len(q.From) > 0:
		return q, in.misuse(models.Messagef("--attacker and --from both say who attacks"), models.Messagef("give one of them"))
	case len(q.To) == 0:
		return q, in.misuse(models.Messagef("the goal is missing"), models.Messagef("name it with --to, e.g. --to EFFECT"))
	case q.Easiest < 1 || q.Easiest > mostPaths:
		return q, in.wrong("k", models.Messagef("%d is not between 1 and %d", q.Easiest, mostPaths), models.Message{})
	case in.line.IsSet("output") && !strings.HasSuffix(in.line.String("output"), ".svg"):
		return q, in.wrong("output", models.Messagef("`%s` does not end in .svg", in.line.String("output")), models.Messagef("attacks are drawn as SVG"))
	}
	q.Capability = able
	return q, nil
}

// capabilityOf reads what the attackers are able to; unstated where nothing is said.
func (in *invocation) capabilityOf() (models.Capability, error) {
	if !in.line.IsSet("capability") {
		return models.CapabilityUnstated, nil
	}
	able, err := commandline.Pick(in.line.String("capability"), models.Capabilities())
	if err != nil {
		return models.CapabilityUnstated, in.wrong("capability", models.MessageOf(err), models.Message{})
	}
	return *able, nil
}

// askedDrawing is how the attacks of an answer are drawn, and where to.
type askedDrawing struct {
	theme palette.Theme
	file  string
}

// drawPaths draws the attacks of an answer over the system.
func (in *invocation) drawPaths(result *models.Result, to askedDrawing) (err error) {
	if len(result.Paths.Attacks) == 0 {
		in.remark(models.Messagef("there is no attack to draw"))
		return nil
	}
	engine := studio.NewEngine(in.remark)
	defer func() { err = errors.Join(err, engine.Close()) }()
	drawing, err := figures.Asked(in.ctx, result, in.lang, engine.Layout, figures.Options{Theme: to.theme})
	if err != nil {
		return failed(models.Messagef("draw the attacks"), err)
	}
	if err := in.disk.WriteFile(to.file, drawing.SVG); err != nil || drawing.Failure == nil {
		return err
	}
	if !errors.Is(drawing.Failure, layout.ErrGraph) {
		return failed(models.Messagef("draw the attacks: the drawing is written, but its boxes stand in rows"), drawing.Failure)
	}
	in.remark(models.Messagef("the drawing has its boxes in rows: %s", models.MessageOf(drawing.Failure)))
	return nil
}
