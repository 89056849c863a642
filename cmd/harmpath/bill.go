package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/inventory"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/words"
)

// supplied is a supplier's file alone: an SBOM, statements on vulnerabilities, or both.
type supplied struct {
	name   string
	format load.Supplement
	bill   load.Bill
}

// readSupplied reads the argument of a command line where it is a supplier's file, which its content tells, whatever it
// is called. It tells false of everything else: a folder, a model, a file that is not there.
func readSupplied(c *cli.Context, name string) (supplied, bool, error) {
	out := supplied{name: name}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return out, false, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return out, false, err
	}
	defer file.Close()
	limits := load.SupplementLimits{}.WithDefaults()
	data, err := io.ReadAll(io.LimitReader(file, int64(limits.JSONSize)+1))
	if err != nil {
		return out, false, err
	}
	shown := filepath.ToSlash(name)
	document, problems := load.Open(shown, data, limits)
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
	if c.Bool("strict") && len(out.bill.Remarks) > 0 {
		return out, true, out.bill.Remarks
	}
	return out, true, nil
}

// system is a case of one component of which the file is, so that what it lists can be asked for as that of a case.
func (s *supplied) system() (*models.System, error) {
	folder, name := filepath.Split(s.name)
	if folder == "" {
		folder = "."
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	of := name
	if len(s.bill.Listed)+len(s.bill.LeftOut) > 0 && s.bill.Subject.Name != "" {
		of = s.bill.Subject.Name
	}
	system := &models.System{ID: "file", Components: []models.Component{{ID: "file", Name: models.Plain(of), SBOM: name}}}
	m := load.Model{System: system, Source: load.Source{Files: root.FS(), Name: name}, Locate: func(p models.Problems) models.Problems { return p }}
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
func (p *program) printSupplied(c *cli.Context, s *supplied, lang models.Lang) error {
	var problems models.Problems
	system, err := s.system()
	if err != nil && (system == nil || !errors.As(err, &problems)) {
		return err
	}
	if len(problems) > 0 {
		return problems
	}
	list, whole := inventory.Of(system)
	list, err = narrowed(c, list)
	if err != nil {
		return err
	}
	if p.json {
		return p.printJSON(s.told(system, list, whole))
	}
	for _, flaw := range s.bill.Remarks {
		_, _ = io.WriteString(p.remarks(), content.Clean(flaw.String())+"\n")
	}
	printer := sectionPrinter{p.stdout, p.screen, lang}
	if err := printer.print(usecase.Contained(system, list, lang)); err != nil {
		return err
	}
	return p.printStatements(s, lang)
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
func (p *program) printStatements(s *supplied, lang models.Lang) error {
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
		rows = append(rows, []string{content.Clean(t.ID), words.VulnerabilityStatus(t.Status).In(lang), content.Clean(about)})
	}
	for _, table := range []struct {
		title models.Text
		rows  [][]string
	}{{sayLeftOut, out}, {sayStatements, rows}} {
		if len(table.rows) == 0 {
			continue
		}
		if _, err := io.WriteString(p.stdout, "\n"+table.title.In(lang)+"\n"); err != nil {
			return err
		}
		if err := printTable(p.stdout, p.screen, nil, table.rows); err != nil {
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
