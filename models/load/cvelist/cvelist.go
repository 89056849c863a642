// Package cvelist reads plain lists of vulnerabilities: a table in CSV (RFC 4180) that a person writes or a spreadsheet
// saves.
package cvelist

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Addressed: true,
	Name:      "cve-list",
	Title:     "a list of vulnerabilities in CSV",
	Doc: `The first line names the columns, in any order: cve (the vulnerability's id), component (what it is about: purl, CPE, reference,
name@version, name or id of a component), status (affected, not_affected, fixed, under_investigation) and, where you like,
justification. Each further line is one statement; it must be about something in the component that the list is attached to.`,
	Match:  func(name string, _ []byte) bool { return strings.EqualFold(path.Ext(name), ".csv") },
	Decode: decode,
}

// columns are the names of the columns; the last may be missing.
var columns = []string{"cve", "component", "status", "justification"}

func decode(file string, data []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	at := models.Place{File: file}
	switch {
	case len(data) > limits.JSONSize:
		return load.Bill{}, models.Problems{{At: at, What: fmt.Sprintf("the file is larger than %d bytes", limits.JSONSize), Remedy: "attach a smaller file"}}
	case !utf8.Valid(data):
		return load.Bill{}, models.Problems{{At: at, What: "the file is not in UTF-8", Remedy: "save it in UTF-8"}}
	}
	r := reader{csv: csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))), file: file, limits: limits}
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.read()
	if len(r.problems) > 0 {
		return load.Bill{}, r.problems
	}
	return r.bill, nil
}

// reader reads the lines of a list.
type reader struct {
	csv      *csv.Reader
	file     string
	limits   load.SupplementLimits
	bill     load.Bill
	at       [4]int // by column: the field of a record that it is; -1: none
	problems models.Problems
}

func (r *reader) read() {
	header, more := r.next()
	if !more || !r.columns(header) {
		return
	}
	for record, more := r.next(); more; record, more = r.next() {
		if len(r.bill.Statements) == r.limits.Statements {
			r.problems = append(r.problems, load.TooMany(r.place(0), "statements on vulnerabilities", r.limits.Statements)...)
			return
		}
		r.statement(record)
		if len(r.problems) >= r.limits.Problems {
			return
		}
	}
}

// next reads a line. It reports one that is no CSV, and the end of a file without any.
func (r *reader) next() ([]string, bool) {
	record, err := r.csv.Read()
	var wrong *csv.ParseError
	switch {
	case errors.As(err, &wrong):
		at := models.Place{File: r.file, Line: wrong.Line, Column: wrong.Column}
		r.problems = append(r.problems, models.Problem{At: at, What: "this is no CSV: " + wrong.Err.Error(), Remedy: "put a field with quotes or line breaks in quotes, and double the quotes in it"})
		return nil, false
	case errors.Is(err, io.EOF) && r.csv.InputOffset() == 0:
		r.report(models.Place{File: r.file, Line: 1, Column: 1}, "the file is empty", "write the columns "+strings.Join(columns[:3], ","))
		return nil, false
	case err != nil:
		return nil, false
	}
	return record, true
}

func (r *reader) report(at models.Place, what, remedy string) {
	r.problems = append(r.problems, models.Problem{At: at, What: what, Remedy: remedy})
}

// place is where a field of the line just read begins.
func (r *reader) place(field int) models.Place {
	line, column := r.csv.FieldPos(field)
	return models.Place{File: r.file, Line: line, Column: column}
}

// columns finds out which field of a line is which column.
func (r *reader) columns(header []string) bool {
	r.at = [4]int{-1, -1, -1, -1}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		column := slices.Index(columns, name)
		switch {
		case column < 0:
			r.report(r.place(i), fmt.Sprintf("there is no column %q", name), models.Meant(name, columns))
		case r.at[column] >= 0:
			r.report(r.place(i), fmt.Sprintf("the column %s stands twice", name), "remove one")
		default:
			r.at[column] = i
		}
	}
	for i, name := range columns[:3] {
		if r.at[i] < 0 {
			r.report(r.place(0), fmt.Sprintf("the column %s is missing", name), "write the columns "+strings.Join(columns[:3], ","))
		}
	}
	return len(r.problems) == 0
}

// statement reads one line.
func (r *reader) statement(record []string) {
	var field [4]string
	var at [4]models.Place
	for i := range columns {
		at[i] = r.place(0)
		if c := r.at[i]; c >= 0 && c < len(record) {
			field[i], at[i] = strings.TrimSpace(record[c]), r.place(c)
		}
		if field[i] == "" && i < 3 {
			r.report(at[i], fmt.Sprintf("the line has no %s", columns[i]), "write one")
		}
	}
	status := models.VulnerabilityStatus(field[2])
	if known := status.Values(); field[2] != "" && !slices.Contains(known, field[2]) {
		r.report(at[2], fmt.Sprintf("unknown word %q", field[2]), models.Meant(field[2], known))
	}
	for i := range field {
		if len(field[i]) > r.limits.Scalar {
			r.report(at[i], fmt.Sprintf("a text is longer than %d bytes", r.limits.Scalar), "shorten it")
		}
	}
	r.bill.Statements = append(r.bill.Statements, load.Statement{
		Vulnerability: models.Vulnerability{Origin: models.Origin{At: at[0]}, ID: field[0], Status: status, Justification: field[3]},
		Of:            []string{field[1]},
	})
}
