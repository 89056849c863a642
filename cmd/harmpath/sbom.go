package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
	"github.com/harmpath/harmpath/models/inventory"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/content/usecase"
)

func sbomCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "sbom",
			Usage:     "list what the components of a case contain, and which vulnerabilities are known of it",
			ArgsUsage: "MODEL|FILE",
			Description: `For each component that is no part of another, all that its parts and its software bills of materials list, with the ways to
it and what is known of its vulnerabilities; and how much the bills list that is not in the product, as they say themselves. Files are attached in the model: sbom and vex of a component; harmpath list
inputs names their formats. Instead of a model, FILE may be a supplier's file alone: an SBOM or statements on vulnerabilities, told from a
model by what is in it. What it lists and says is listed, and flaws of single entries are told with what was done about them.

PART is a purl or a CPE (without a version: every version), name@version, a name, or the id of a component.`,
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "part", Usage: "only `PART`: which components contain it"},
				&cli.StringFlag{Name: "vulnerability", Usage: "only what the vulnerability `ID` is said of"},
				&cli.BoolFlag{Name: "affected", Usage: "only what a vulnerability affects", DisableDefaultText: true},
				timeLimitFlag("end the work"), ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.sbom,
		},
		argument: files(slices.Concat(load.Extensions(formats.All()), load.SupplementExtensions(formats.Supplements()))...),
		values:   map[string]completer{"lang": languages(), "catalog": folders},
	}
}

func (p *program) sbom(c *cli.Context) error {
	name, err := oneArgument(c)
	if err != nil {
		return err
	}
	lang, err := p.langOf(c)
	if err != nil {
		return err
	}
	alone, is, err := readSupplied(c, name)
	switch {
	case err != nil:
		return err
	case is:
		return p.printSupplied(c, &alone, lang)
	}
	read, err := p.readCase(c, name)
	if err != nil {
		return err
	}
	list, whole := inventory.Of(read.system)
	if !whole {
		fmt.Fprintf(p.remarks(), "harmpath: the list is cut after %d entries\n", inventory.MaxEntries)
	}
	if len(list) == 0 {
		fmt.Fprintln(p.remarks(), "harmpath: no component of the case has parts, packages or an SBOM; attach files with sbom: […] of a component")
	}
	if list, err = narrowed(c, list); err != nil {
		return err
	}
	if p.json {
		return p.printJSON(struct {
			Format string             `json:"format"`
			Case   models.CaseID      `json:"case"`
			Parts  []models.Contained `json:"parts"`
			Whole  bool               `json:"whole"`

			LeftOut []models.LeftOut `json:"left_out,omitempty"` // what SBOMs list and call no part of the product themselves
		}{"harmpath/sbom/v1", read.system.ID, append([]models.Contained{}, list...), whole, leftOut(read.system)})
	}
	printer := sectionPrinter{p.stdout, p.screen, lang}
	return printer.print(usecase.Contained(read.system, list, lang))
}

// narrowed keeps what the command line asks for.
func narrowed(c *cli.Context, list []models.Contained) ([]models.Contained, error) {
	if part := c.String("part"); part != "" {
		if strings.HasPrefix(part, "pkg:") {
			if err := identity.CheckPURL(part); err != nil {
				return nil, misuse(c, "--part: "+err.Error(), "")
			}
		}
		list = inventory.Named(list, part)
	}
	return concerned(list, c.String("vulnerability"), c.Bool("affected")), nil
}

// leftOut lists what the SBOMs of a case list and call no part of the product themselves.
func leftOut(system *models.System) []models.LeftOut {
	var out []models.LeftOut
	for i := range system.Components {
		out = append(out, system.Components[i].LeftOut...)
	}
	return out
}

// concerned keeps what a vulnerability is said of, where one is named, and what one affects, where that is asked for.
func concerned(list []models.Contained, vulnerability string, affected bool) []models.Contained {
	if vulnerability == "" && !affected {
		return list
	}
	return slices.DeleteFunc(list, func(p models.Contained) bool {
		return !slices.ContainsFunc(p.Vulnerabilities, func(v models.Vulnerability) bool {
			return (vulnerability == "" || v.ID == vulnerability || slices.Contains(v.Aliases, vulnerability)) && (!affected || v.Status == models.Affected)
		})
	})
}
