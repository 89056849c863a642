package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/render/content/usecase"
)

func measuresCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "measures",
			Usage:     "find the cheapest measures that bring a case to a level or stop a consequence",
			ArgsUsage: "MODEL",
			Description: `Among the case's candidate measures, the cheapest are found that put every consequence above a level out of reach of
every malicious profile alone, beside the measures that are adopted or adapted; rejected ones are left out. What the
stakeholders can spend and bear (budget, capacity) limits the choice; --budget and --burden say otherwise. The answer
is optimal and proven so, or a bound with its gap; that nothing within the budgets is enough is told apart from that
nothing at all is, with the attack that stays. Then follow every level that is worth its cost, and what each measure
changes alone and when all others are in force. With --attacker, enough means against those alone; with --capability all
attackers are taken as that able. A measure that only hardens changes efforts and chances, never a level.

Without --target and --stop the question is how to come to the lowest levels that a stakeholder accepts, or else to
the lowest there are. --json prints what ` + "`harmpath help answers`" + ` describes.`,
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "target", Usage: "the `LEVELS` that may remain: recovery=…, economic=…, with a comma between"},
				&cli.StringFlag{Name: "stop", Usage: "the `EFFECT` that must not remain"},
				&cli.StringSliceFlag{Name: "budget", Usage: "the most that measures may cost a stakeholder: `STAKEHOLDER=COST`"},
				&cli.StringSliceFlag{Name: "burden", Usage: "the most that measures may burden a stakeholder: `STAKEHOLDER=N`"},
				&cli.StringSliceFlag{Name: "attacker", Usage: "against whom measures have to be enough: the attacker `ID`; may be given again (default: every malicious profile)"},
				&cli.StringFlag{Name: "capability", Usage: "what the attackers are able to: `basic`, substantial or high (default: what the model says)"},
				timeLimitFlag("end the work"), ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.action((*invocation).measures),
		},
		Argument: modelFiles(),
		Values:   map[string]commandline.Completer{"target": targets(), "capability": commandline.Fixed(models.Capability(0).Values()...)},
	}
}

func (in *invocation) measures() error {
	question, err := in.questionOf()
	if err != nil {
		return err
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
	if question.Capability, err = in.capabilityOf(); err != nil {
		return err
	}
	read = read.changed(change.Able(read.system, question.Capability))
	result, err := in.answer(in.ctx, read, suite.Asking(suite.Questions{Measures: question}))
	if err != nil {
		return err
	}
	return in.show(struct {
		Format string              `json:"format"`
		Case   models.CaseID       `json:"case"`
		Plan   *models.MeasurePlan `json:"plan"`
		Limits []models.Limit      `json:"limits,omitempty"`
	}{"harmpath/measures/v1", result.System.ID, result.Plan, result.Limits}, usecase.Decision(result, in.lang))
}

// questionOf reads what the flags ask for.
func (in *invocation) questionOf() (measures.Question, error) {
	var q measures.Question
	if in.line.IsSet("target") {
		t, err := threshold.Parse(in.line.String("target"))
		if err == nil && t.Findings != nil {
			err = models.Messagef("`%s` is no level", "findings")
		}
		if err != nil {
			return q, in.wrong("target", models.MessageOf(err), models.Messagef("write e.g. %s", "recovery=limited,economic=limited"))
		}
		q.Target.Recovery, q.Target.Economic = t.Recovery, t.Economic
	}
	q.Target.Stop = models.EffectID(in.line.String("stop"))
	for _, each := range []struct {
		flag string
		kind models.BudgetKind
	}{{"budget", models.CostBudget}, {"burden", models.BurdenBudget}} {
		for _, written := range in.line.StringSlice(each.flag) {
			limit, err := parseLimit(written, each.kind)
			if err != nil {
				return q, in.wrong(each.flag, models.MessageOf(err), models.Messagef("write STAKEHOLDER=NUMBER, e.g. %s", "maker=10"))
			}
			q.Budgets = append(q.Budgets, limit)
		}
	}
	return q, nil
}

// parseLimit reads STAKEHOLDER=NUMBER.
func parseLimit(written string, kind models.BudgetKind) (measures.Limit, error) {
	party, number, assigned := strings.Cut(written, "=")
	most, err := strconv.ParseFloat(number, 64)
	switch {
	case !assigned || party == "":
		return measures.Limit{}, models.Messagef("`%s` names no stakeholder and limit", written)
	case err != nil || math.IsNaN(most) || math.IsInf(most, 0):
		return measures.Limit{}, models.Messagef("`%s` is no number", number)
	}
	return measures.Limit{Stakeholder: models.StakeholderID(party), Kind: kind, Most: most}, nil
}

// targets offers the beginnings of --target.
func targets() commandline.Completer {
	var all []string
	for _, r := range models.Recoveries() {
		all = append(all, "recovery="+r.String())
	}
	for _, e := range models.Economics() {
		all = append(all, "economic="+e.String())
	}
	return commandline.ListOf(commandline.Fixed(all...))
}
