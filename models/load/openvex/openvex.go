// Package openvex reads statements on vulnerabilities in OpenVEX 0.2 (JSON), and in its predecessors, in which products
// are plain words. It reads what harmpath needs of them and passes over the rest.
package openvex

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:  "openvex",
	Title: "a VEX in OpenVEX, JSON",
	Doc: `Each statement says with its status what a vulnerability is to its products or, where they name subcomponents, to those inside
the products. A product is named by @id, identifiers.purl, identifiers.cpe23 or identifiers.cpe22. Statements count in the order of
their timestamps, or of the document's. A status not_affected wants a justification or an impact_statement.`,
	Match: func(name string, head []byte) bool {
		return strict.IsJSON(name) && (strings.HasSuffix(strings.ToLower(name), ".openvex.json") || bytes.Contains(head, []byte("openvex.dev/ns")))
	},
	Decode: decode,
}

// document is what is read of a file.
type document struct {
	Context    string       `json:"@context"`
	Timestamp  string       `json:"timestamp,omitempty"`
	Statements []statement  `json:"statements,omitempty"`
	At         models.Place `json:"-"`
}

type statement struct {
	Vulnerability   vulnerability              `json:"vulnerability"`
	Timestamp       string                     `json:"timestamp,omitempty"`
	Products        []product                  `json:"products,omitempty"`
	Status          models.VulnerabilityStatus `json:"status"`
	Justification   string                     `json:"justification,omitempty"`
	ImpactStatement string                     `json:"impact_statement,omitempty"`
	At              models.Place               `json:"-"`
}

type vulnerability struct {
	Name string `json:"name"`
}

// UnmarshalShorthand reads a vulnerability that is written as its name.
func (v *vulnerability) UnmarshalShorthand(name string) error {
	v.Name = name
	return nil
}

type product struct {
	ID            string            `json:"@id,omitempty"`
	Identifiers   map[string]string `json:"identifiers,omitempty"`
	Subcomponents []subcomponent    `json:"subcomponents,omitempty"`
}

// UnmarshalShorthand reads a product that is written as its id.
func (p *product) UnmarshalShorthand(id string) error {
	p.ID = id
	return nil
}

type subcomponent struct {
	ID          string            `json:"@id,omitempty"`
	Identifiers map[string]string `json:"identifiers,omitempty"`
}

// UnmarshalShorthand reads a subcomponent that is written as its id.
func (s *subcomponent) UnmarshalShorthand(id string) error {
	s.ID = id
	return nil
}

func decode(file string, data []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	if problems := strict.Excerpt(file, data, &d, limits.Limits); len(problems) > 0 {
		return load.Bill{}, problems
	}
	if !strings.Contains(d.Context, "openvex.dev/ns") {
		return load.Bill{}, models.Problems{{At: d.At, Path: "@context", What: fmt.Sprintf("%q is not OpenVEX", d.Context), Remedy: "write https://openvex.dev/ns/v0.2.0"}}
	}
	return d.bill(limits)
}

// bill collects the statements, the earlier before the later.
func (d *document) bill(limits load.SupplementLimits) (load.Bill, models.Problems) {
	var problems models.Problems
	var out load.Bill
	var times []time.Time
	for i := range d.Statements {
		s := &d.Statements[i]
		when, problem := d.timeOf(i)
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		if s.Status == models.NotAffected && s.Justification == "" && s.ImpactStatement == "" {
			problems = append(problems, models.Problem{
				At: s.At, Path: fmt.Sprintf("statements[%d]", i), What: "nothing says why it is not affected", Remedy: "add justification: or impact_statement: …",
			})
		}
		for _, told := range s.told() {
			if len(out.Statements) == limits.Statements {
				return load.Bill{}, load.TooMany(s.At, "statements on vulnerabilities", limits.Statements)
			}
			told.Made = when
			out.Statements = append(out.Statements, told)
			times = append(times, when)
		}
	}
	order := make([]int, len(times))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return times[a].Compare(times[b]) })
	sorted := make([]load.Statement, len(order))
	for i, at := range order {
		sorted[i] = out.Statements[at]
	}
	out.Statements = sorted
	return out, problems
}

// timeOf says when a statement was made: at the document's time where it has none of its own.
func (d *document) timeOf(i int) (time.Time, *models.Problem) {
	s := &d.Statements[i]
	words := cmp.Or(s.Timestamp, d.Timestamp)
	if words == "" {
		return time.Time{}, nil
	}
	when, err := time.Parse(time.RFC3339, words)
	if err != nil {
		return when, &models.Problem{At: s.At, Path: fmt.Sprintf("statements[%d].timestamp", i), What: fmt.Sprintf("%q is no time", words), Remedy: "write it as 2021-11-29T12:00:00Z"}
	}
	return when, nil
}

// told returns what the statement says of each product, or of each subcomponent of it.
func (s *statement) told() []load.Statement {
	about := models.Vulnerability{
		Origin: models.Origin{At: s.At}, ID: s.Vulnerability.Name, Status: s.Status, Justification: cmp.Or(s.Justification, s.ImpactStatement),
	}
	var out []load.Statement
	for _, p := range s.Products {
		product := names(p.ID, p.Identifiers)
		if len(p.Subcomponents) == 0 {
			out = append(out, load.Statement{Vulnerability: about, Of: product})
		}
		for _, c := range p.Subcomponents {
			out = append(out, load.Statement{Vulnerability: about, Of: names(c.ID, c.Identifiers), In: product})
		}
	}
	return out
}

// names are the words by which something is named.
func names(id string, identifiers map[string]string) []string {
	var out []string
	for _, word := range []string{id, identifiers["purl"], identifiers["cpe23"], identifiers["cpe22"]} {
		if word != "" {
			out = append(out, word)
		}
	}
	return out
}
