package main

import (
	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/models/check"
)

func whatifCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "whatif",
			Usage:     "change a case and say what becomes of its levels, attacks and threats",
			ArgsUsage: "MODEL",
			Description: `The case is analysed as it is and as changed, and the difference is told, each line with its reason. Nothing is
written to the model. Changes are made in the order adopt, reject, set, close, remove; each flag may be repeated:

   --adopt M                            put measure M in force (moves the residual reading)
   --reject M                           drop measure M
   --set dataflow:F.authenticated=true  state a property of a flow, component or data item: true, false or unknown
   --set component:C.device_class=D     or another field of an element
   --close F                            switch flow F off
   --remove-safeguard S                 take safeguard S out`,
			Flags: append([]cli.Flag{
				&cli.StringSliceFlag{Name: "adopt", Usage: "put `MEASURE` in force"},
				&cli.StringSliceFlag{Name: "reject", Usage: "drop `MEASURE`"},
				&cli.StringSliceFlag{Name: "set", Usage: "set a field: `TYPE:ID.FIELD=VALUE`"},
				&cli.StringSliceFlag{Name: "close", Usage: "switch `FLOW` off"},
				&cli.StringSliceFlag{Name: "remove-safeguard", Usage: "take `SAFEGUARD` out"},
				catalogFlag(), strictFlag(),
			}, comparisonFlags()...),
			Action: p.action((*invocation).whatif),
		},
		Argument: modelFiles(),
		Values:   comparisonValues(),
	}
}

func (in *invocation) whatif() error {
	form, err := in.form(comparisonForms())
	if err != nil {
		return err
	}
	changes, err := in.changesOf()
	if err != nil {
		return err
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	changed, err := change.Apply(read.system, read.catalog, changes)
	if err != nil {
		return err
	}
	if problems := check.System(changed, read.catalog); len(problems) > 0 {
		return problems
	}
	before, err := in.analyse(in.ctx, read)
	if err != nil {
		return err
	}
	after, err := in.analyse(in.ctx, read.changed(changed))
	if err != nil {
		return err
	}
	return in.tell(form, located{difference.Between(before, after), modelFolder(in.names[0])})
}

// changesOf reads the changes that the flags ask for.
func (in *invocation) changesOf() ([]change.Change, error) {
	var out []change.Change
	for _, m := range in.line.StringSlice("adopt") {
		out = append(out, change.Decide(m, models.Adopted))
	}
	for _, m := range in.line.StringSlice("reject") {
		out = append(out, change.Decide(m, models.Rejected))
	}
	for _, written := range in.line.StringSlice("set") {
		parsed, err := change.Parse(written)
		if err != nil {
			return nil, in.wrong("set", models.MessageOf(err), models.Message{})
		}
		out = append(out, parsed)
	}
	for _, f := range in.line.StringSlice("close") {
		out = append(out, change.Change{Type: "dataflow", ID: f, Field: "closed", Value: "true", Written: "dataflow:" + f + ".closed=true"})
	}
	for _, s := range in.line.StringSlice("remove-safeguard") {
		out = append(out, change.Remove(s))
	}
	if len(out) == 0 {
		return nil, in.misuse(models.Messagef("nothing is changed"), models.Messagef("name a change, e.g. --set dataflow:phone-cloud.authenticated=true"))
	}
	return out, nil
}
