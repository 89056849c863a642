package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/identity"
	"github.com/harmpath/harmpath/models/inventory"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/harmpath/harmpath/render/words"
)

func sbomCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
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
			Action: p.action((*invocation).sbom),
		},
		Argument: commandline.Files(slices.Concat(load.Extensions(formats.All()), load.SupplementExtensions(formats.Supplements()))...),
	}
}

func (in *invocation) sbom() error {
	alone, is, err := in.readSupplied(in.names[0])
	switch {
	case err != nil:
		return err
	case is:
		return in.printSupplied(&alone)
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	list, whole := inventory.Of(read.system)
	if !whole {
		in.remark(models.Messagef("the list is cut after %d entries", inventory.MaxEntries))
	}
	if len(list) == 0 {
		in.remark(models.Messagef("no component of the case has parts, packages or an SBOM; attach files with sbom: […] of a component"))
	}
	if list, err = in.narrowed(list); err != nil {
		return err
	}
	return in.show(struct {
		Format string             `json:"format"`
		Case   models.CaseID      `json:"case"`
		Parts  []models.Contained `json:"parts"`
		Whole  bool               `json:"whole"`

		LeftOut []models.LeftOut `json:"left_out,omitempty"` // what SBOMs list and call no part of the product themselves
	}{"harmpath/sbom/v1", read.system.ID, append([]models.Contained{}, list...), whole, leftOut(read.system)}, usecase.Contained(read.system, list, in.lang))
}

// narrowed keeps what the command line asks for.
func (in *invocation) narrowed(list []models.Contained) ([]models.Contained, error) {
	if part := in.line.String("part"); part != "" {
		if strings.HasPrefix(part, "pkg:") {
			if err := identity.CheckPURL(part); err != nil {
				return nil, in.wrong("part", models.MessageOf(err), models.Message{})
			}
		}
		list = inventory.Named(list, part)
	}
	return concerned(list, in.line.String("vulnerability"), in.line.Bool("affected")), nil
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

// supplied is a supplier's file alone: an SBOM, statements on vulnerabilities, or both.
type supplied struct {
	name   string // as problems call it
	body   []byte
	format load.Supplement
	bill   load.Bill
}

// readSupplied reads the argument of a command line where it is a supplier's file, which its content tells, whatever it
// is called. It tells false of everything else: a folder, a model, a file that is not there.
func (in *invocation) readSupplied(name string) (supplied, bool, error) {
	out, limits := supplied{name: disk.Shown(name)}, load.SupplementLimits{}.WithDefaults()
	var err error
	if out.body, err = in.suppliedBody(name, limits); err != nil || out.body == nil {
		return out, false, err
	}
	document, problems := load.Open(filepath.ToSlash(out.name), out.body, limits)
	if len(problems) > 0 {
		return out, true, problems
	}
	format, known := load.Recognize(formats.Supplements(), &document)
	if !known {
		return out, false, nil
	}
	out.format = format
	if out.bill, problems = load.Read(format, &document, limits); len(problems) > 0 {
		return out, true, problems
	}
	if in.line.Bool("strict") && len(out.bill.Remarks) > 0 {
		return out, true, out.bill.Remarks
	}
	return out, true, nil
}

// suppliedBody reads a file, or what comes on standard input or through a pipe, up to a byte more than may be; nil where there
// is no such thing.
func (in *invocation) suppliedBody(name string, limits load.SupplementLimits) ([]byte, error) {
	if disk.IsStream(name) {
		return in.disk.Streamed(in.ctx, name)
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, int64(limits.JSONSize)+1))
}

// system is a case of one component of which the file is, so that what it lists can be asked for as that of a case.
func (s *supplied) system() (*models.System, error) {
	folder, name := filepath.Split(s.name)
	if folder == "" {
		folder = "."
	}
	of := name
	if len(s.bill.Listed)+len(s.bill.LeftOut) > 0 && s.bill.Subject.Name != "" {
		of = s.bill.Subject.Name
	}
	system := &models.System{ID: "file", Components: []models.Component{{ID: "file", Name: models.Plain(of), SBOM: name}}}
	m := load.Model{System: system, Source: load.Source{Files: fstest.MapFS{name: {Data: s.body}}, Name: name}, Locate: func(p models.Problems) models.Problems { return p }}
	read := s.format
	read.Match = func(*load.Document) bool { return true }
	read.Decode = func(string, []byte, load.SupplementLimits) (load.Bill, models.Problems) { return s.bill, nil } // once is enough
	const most = 10_000_000                                                                                       // what a file says is bounded as the file is; nothing is analysed
	return system, below(folder, attach.Files(&m, []load.Supplement{read}, attach.Limits{Matches: most, Parts: most}))
}

// said is a statement on a vulnerability as JSON tells it.
type said struct {
	models.Vulnerability
	Of       []string     `json:"of"`
	In       []string     `json:"in,omitempty"`
	Versions []string     `json:"versions,omitempty"`
	At       models.Place `json:"at"`
}

// printSupplied prints what a supplier's file says.
func (in *invocation) printSupplied(s *supplied) error {
	var problems models.Problems
	system, err := s.system()
	if err != nil && (system == nil || !errors.As(err, &problems)) {
		return err
	}
	if len(problems) > 0 {
		return problems
	}
	list, whole := inventory.Of(system)
	list, err = in.narrowed(list)
	if err != nil {
		return err
	}
	if in.json {
		return in.printJSON(s.told(system, list, whole))
	}
	for _, flaw := range s.bill.Remarks {
		_, _ = io.WriteString(in.remarks(), content.Clean(flaw.In(in.lang))+"\n")
	}
	if err := terminal.PrintSections(in.stdout, in.screen, in.lang, usecase.Contained(system, list, in.lang)); err != nil {
		return err
	}
	return in.printStatements(s)
}

// told is what JSON tells of the file.
func (s *supplied) told(system *models.System, list []models.Contained, whole bool) any {
	type counts struct {
		Distinct        int `json:"distinct"`
		Vulnerabilities int `json:"vulnerabilities"`
		Statements      int `json:"statements"`
	}
	statements := []said{}
	for _, t := range s.bill.Statements {
		statements = append(statements, said{t.Vulnerability, append([]string{}, t.Of...), t.In, t.Versions, t.At})
	}
	return struct {
		Format     string             `json:"format"`
		File       string             `json:"file"`
		As         string             `json:"as"`
		Read       counts             `json:"read"`
		Flaws      models.Problems    `json:"flaws"`
		Parts      []models.Contained `json:"parts"`
		Whole      bool               `json:"whole"`
		LeftOut    []models.LeftOut   `json:"left_out"`
		Statements []said             `json:"statements"`
	}{
		"harmpath/bill/v1", filepath.ToSlash(s.name), s.format.Name, counts(s.bill.Count), append(models.Problems{}, s.bill.Remarks...),
		append([]models.Contained{}, list...), whole, append([]models.LeftOut{}, leftOut(system)...), statements,
	}
}

// printStatements prints what the file leaves out, and what it says of vulnerabilities, whatever that is about.
func (p *program) printStatements(s *supplied) error {
	var out, rows [][]string
	for _, l := range s.bill.LeftOut {
		out = append(out, []string{content.Clean(strings.TrimSpace(l.Name + " " + l.Version)), content.Clean(l.Reason)})
	}
	for _, t := range s.bill.Statements {
		about := strings.Join(t.Of, ", ")
		if len(t.Versions) > 0 {
			about += " (" + strings.Join(t.Versions, ", ") + ")"
		}
		if len(t.In) > 0 {
			about += " < " + strings.Join(t.In, ", ")
		}
		rows = append(rows, []string{content.Clean(t.ID), words.VulnerabilityStatus(t.Status).In(p.lang), content.Clean(about)})
	}
	for _, table := range []struct {
		title models.Text
		rows  [][]string
	}{{sayLeftOut, out}, {sayStatements, rows}} {
		if len(table.rows) == 0 {
			continue
		}
		if _, err := io.WriteString(p.stdout, "\n"+table.title.In(p.lang)+"\n"); err != nil {
			return err
		}
		if err := terminal.PrintTable(p.stdout, p.screen, nil, table.rows); err != nil {
			return err
		}
	}
	return nil
}

// The headings of what a supplier's file says.
var (
	sayLeftOut    = models.Text{JA: "製品に含まれないもの", EN: "Listed, but not in the product"}
	sayStatements = models.Text{JA: "脆弱性に関する記載", EN: "Statements on vulnerabilities"}
)
