// Package cvelist reads plain lists of vulnerabilities: a table in CSV (RFC 4180) that a person writes or a spreadsheet
// saves.
package cvelist

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Addressed:  true,
	Name:       "cve-list",
	Title:      models.Messagef("a list of vulnerabilities in CSV"),
	Extensions: []string{".csv"},
	Doc: `The first line names the columns, in any order and in capitals or not: cve (the vulnerability's id), component (what it is about:
purl, CPE, reference, name@version, name or id of a component), status (affected, not_affected, fixed, under_investigation) and, where
you like, justification; further columns are passed over. Commas, semicolons or tabs stand between the columns, in UTF-8, UTF-16 or Shift_JIS. Each
further line is one statement; it must be about something in the component that the list is attached to.`,
	Match:  match,
	Decode: decode,
}

// columns are the names of the columns; the last may be missing.
var columns = []string{"cve", "component", "status", "justification"}

// separators are what may stand between the columns.
var separators = []rune{',', ';', '\t'}

// match tells a list by two of its columns, or by its name.
func match(d *load.Document) bool {
	if d.Keys != nil || d.Root.Local != "" {
		return false
	}
	_, found := separator(firstLine(d.Text))
	return found >= 2 || strings.EqualFold(path.Ext(d.Name), ".csv")
}

// firstLine is the first line that is not blank and does not only say which separator there is.
func firstLine(text []byte) string {
	for line := range bytes.Lines(text) {
		if words := strings.TrimSpace(string(line[:min(len(line), 64<<10)])); words != "" && !strings.HasPrefix(strings.ToLower(words), "sep=") {
			return words
		}
	}
	return ""
}

// separator is what stands between the columns, and how many of them it finds in the line that names them.
func separator(header string) (rune, int) {
	out, most := separators[0], 0
	for _, mark := range separators {
		found := 0
		for _, name := range strings.Split(header, string(mark)) {
			if slices.Contains(columns, column(name)) {
				found++
			}
		}
		if found > most {
			out, most = mark, found
		}
	}
	return out, most
}

// column is the name of a column without what spreadsheets do to it.
func column(name string) string { return strings.ToLower(strings.Trim(name, " \t\r\"")) }

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	mark, _ := separator(firstLine(text))
	r := reader{csv: csv.NewReader(bytes.NewReader(text)), file: file, limits: limits}
	r.csv.Comma = mark
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.read()
	if len(r.problems) > 0 {
		return load.Bill{}, r.problems
	}
	known := map[string]bool{}
	for i := range r.bill.Statements {
		known[r.bill.Statements[i].ID] = true
	}
	r.bill.Count = load.Count{Vulnerabilities: len(known), Statements: len(r.bill.Statements)}
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
	if more && strings.HasPrefix(strings.ToLower(header[0]), "sep=") {
		header, more = r.next()
	}
	if !more || !r.columns(header) {
		return
	}
	for record, more := r.next(); more; record, more = r.next() {
		if strings.Join(record, "") == "" {
			continue
		}
		if len(r.bill.Statements) == r.limits.Statements {
			r.problems = append(r.problems, load.TooMany(r.place(0), models.Messagef("statements on vulnerabilities"), r.limits.Statements)...)
			return
		}
		r.statement(record)
	}
}

// next reads a line. It passes over one that is no CSV, with a remark; where what follows cannot be told from that, it
// ends with a problem.
func (r *reader) next() ([]string, bool) {
	for {
		record, err := r.csv.Read()
		var wrong *csv.ParseError
		switch {
		case errors.As(err, &wrong):
			at := models.Place{File: r.file, Line: wrong.StartLine, Column: wrong.Column}
			what := models.Messagef("this is no CSV: %s", models.MessageOf(wrong.Err))
			if wrong.Line > wrong.StartLine {
				at.Column = 1
				r.problems = append(r.problems, models.Problem{At: at, What: what, Remedy: models.Messagef("put a field with quotes or line breaks in quotes, and double the quotes in it")})
				return nil, false
			}
			r.remark(at, what, models.Messagef("the line is passed over"))
		case err != nil:
			return nil, false
		default:
			return record, true
		}
	}
}

func (r *reader) remark(at models.Place, what, done models.Message) {
	r.bill.Remarks = load.Note(r.bill.Remarks, models.Problem{At: at, What: what, Remedy: done})
}

func (r *reader) report(at models.Place, what, remedy models.Message) {
	r.problems = append(r.problems, models.Problem{At: at, What: what, Remedy: remedy})
}

// place is where a field of the line just read begins.
func (r *reader) place(field int) models.Place {
	line, column := r.csv.FieldPos(field)
	return models.Place{File: r.file, Line: line, Column: column}
}

// columns finds out which field of a line is which column. Of one that stands twice the first counts.
func (r *reader) columns(header []string) bool {
	r.at = [4]int{-1, -1, -1, -1}
	for i, name := range header {
		name = column(name)
		at := slices.Index(columns, name)
		switch {
		case at < 0:
			if near := models.Nearest(name, columns); near != "" {
				r.remark(r.place(i), models.Messagef("there is no column %q, perhaps %s", name, near), models.Messagef("it is passed over"))
			}
		case r.at[at] >= 0:
			r.remark(r.place(i), models.Messagef("the column %s stands twice", name), models.Messagef("the first one counts"))
		default:
			r.at[at] = i
		}
	}
	for i, name := range columns[:3] {
		if r.at[i] < 0 {
			r.report(r.place(0), models.Messagef("the column %s is missing", name), models.Messagef("write the columns %s", strings.Join(columns[:3], ",")))
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
		if field[i] == "" && i < 2 {
			r.remark(at[i], models.Messagef("the line has no %s", columns[i]), models.Messagef("it is passed over"))
			return
		}
	}
	status := models.VulnerabilityStatus(strings.ToLower(field[2]))
	if known := status.Values(); !slices.Contains(known, string(status)) {
		status = models.Affected
		r.bill.Remarks = load.Note(r.bill.Remarks, load.Unworded(at[2], "", field[2], known, status))
	}
	r.bill.Statements = append(r.bill.Statements, load.Statement{
		Vulnerability: models.Vulnerability{Origin: models.Origin{At: at[0]}, ID: field[0], Status: status, Justification: field[3]},
		Of:            []string{field[1]},
	})
}
