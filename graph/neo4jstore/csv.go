package neo4jstore

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
)

// listMark stands between the values of a list in a file: a control
// character that texts do not need. The importer splits labels by it too.
const listMark = "\x1f"

// Files is where an export goes: it makes a file of a name.
type Files func(name string) (io.WriteCloser, error)

// ImportArguments are those of `neo4j-admin database import full` for exported files, in the folder that holds them.
func ImportArguments(names []string) []string {
	out := []string{"--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string", "--skip-bad-relationships=false"}
	for _, name := range names {
		switch sort, _, _ := strings.Cut(name, "-"); sort {
		case "nodes":
			out = append(out, "--nodes="+name)
		case "relationships":
			out = append(out, "--relationships="+name)
		}
	}
	return out
}

// Export writes versions as files for neo4j-admin, which loads a new database from them much faster than a push can:
// one file for each set of columns of nodes, one for each type of relationship. It goes through each content three
// times and holds none; equal content at an equal time gives equal bytes. It returns the names of the files. The
// constraints are made by the first push, or by Prepare.
func Export(contents map[Name]Content, pushed time.Time, files Files) ([]string, error) {
	e := &export{files: files, at: pushed, out: map[string]*table{}, shared: map[string]bool{}}
	for _, name := range slices.SortedFunc(maps.Keys(contents), func(a, b Name) int { return strings.Compare(a.String(), b.String()) }) {
		e.survey(contents[name].source)
	}
	for _, name := range slices.SortedFunc(maps.Keys(contents), func(a, b Name) int { return strings.Compare(a.String(), b.String()) }) {
		e.version(name, contents[name])
		if failed := contents[name].failed; failed != nil && *failed != nil {
			e.fail(*failed)
		}
	}
	return e.close()
}

// export is an export under way.
type export struct {
	files  Files
	at     time.Time
	out    map[string]*table
	shared map[string]bool // shared nodes that were written
	failed error
}

// table is one file with its columns.
type table struct {
	name    string
	columns []string          // property names, sorted
	types   map[string]string // by property
	file    io.WriteCloser
	w       *bufio.Writer
}

func (e *export) fail(err error) {
	if e.failed == nil {
		e.failed = err
	}
}

// nodeTable is where nodes go: by the sort that their keys begin with.
func nodeTable(n node) string {
	switch words := strings.Split(n.key, "/"); {
	case n.shared:
		return "nodes-part"
	case n.key == headKey:
		return "nodes-version"
	case len(words) > 2:
		sort, _, _ := strings.Cut(words[2], ".")
		if inner := strings.Count(n.key, "."); inner > 0 && words[0] == "m" && sort != words[2] && len(n.labels) > 1 {
			return "nodes-" + words[1] + "-" + strings.ToLower(n.labels[1])
		}
		return "nodes-" + words[0] + "-" + words[1]
	}
	return "nodes-other"
}

func relTable(r rel) string { return "relationships-" + strings.ToLower(r.typ) }

// survey finds out which columns there are.
func (e *export) survey(s source) {
	for n := range s {
		t := e.table(nodeTable(n))
		t.see(n.props)
		t.see(map[string]any{"hash": ""})
		if n.key == headKey {
			t.see(map[string]any{"case": "", "version": "", "slot": "", "gen": "", "content": "", "revision": int64(0), "rows": int64(0), "pushed": e.at})
		}
		for _, r := range n.rels {
			e.table(relTable(r)).see(r.props)
		}
	}
}

func (e *export) table(name string) *table {
	t := e.out[name]
	if t == nil {
		t = &table{name: name + ".csv", types: map[string]string{}}
		e.out[name] = t
	}
	return t
}

func (t *table) see(props map[string]any) {
	for name, value := range props {
		if list, is := value.([]any); is && len(list) == 0 {
			continue // of what it is a list, another row says
		}
		if _, known := t.types[name]; !known {
			t.types[name] = columnType(value)
		}
	}
}

func columnType(value any) string {
	switch x := value.(type) {
	case bool:
		return "boolean"
	case int64:
		return "long"
	case float64:
		return "double"
	case time.Time:
		return "datetime"
	case []any:
		return columnType(x[0]) + "[]"
	}
	return "string"
}

// version writes one version: its case, its nodes, their relationships.
func (e *export) version(name Name, c Content) {
	d := c.source.digest()
	g := generation(d.hash[:12])
	x := exchange{name: name, digest: d}
	cases := e.table("nodes-case")
	if uid := caseUID(name.Case); !e.shared[uid] {
		e.shared[uid] = true
		cases.see(map[string]any{"id": ""})
		e.row(cases, []string{uid, labelAll + listMark + labelCase}, map[string]any{"id": string(name.Case)})
	}
	e.row(e.table("relationships-version"), []string{caseUID(name.Case), g.uid(headKey, false), relVersion}, nil)
	for n := range c.source {
		labels := append([]string{labelAll}, strings.Split(n.labelSet(), ":")...)
		row := g.row(n)
		switch {
		case n.shared && e.shared[n.key]:
			continue
		case n.shared:
			e.shared[n.key] = true
		case n.key == headKey:
			row = x.head(n, g, 1)
			row["pushed"] = e.at
			labels = []string{labelAll, labelVersion}
		}
		e.row(e.table(nodeTable(n)), []string{g.uid(n.key, n.shared), strings.Join(labels, listMark)}, row)
		for _, r := range n.rels {
			a := g.arrow(n, r)
			e.row(e.table(relTable(r)), []string{a.from, a.to, a.typ}, a.props)
		}
		if e.failed != nil {
			return
		}
	}
}

// row writes a line; the first one of a file begins it.
func (e *export) row(t *table, fixed []string, props map[string]any) {
	if e.failed != nil {
		return
	}
	if t.w == nil {
		e.begin(t)
		if e.failed != nil {
			return
		}
	}
	line := t.w.AvailableBuffer()
	for i, cell := range fixed {
		if i > 0 {
			line = append(line, ',')
		}
		line = appendQuoted(line, cell)
	}
	for _, column := range t.columns {
		line = append(line, ',')
		if value, there := props[column]; there {
			e.check(value)
			line = appendCell(line, value)
		}
	}
	if _, err := t.w.Write(append(line, '\n')); err != nil {
		e.fail(err)
	}
}

// check objects to lists whose words hold the mark that stands between them.
func (e *export) check(value any) {
	list, _ := value.([]any)
	for _, v := range list {
		if word, is := v.(string); is && strings.Contains(word, listMark) {
			e.fail(&Trouble{What: models.Messagef("the text %q holds the control character U+001F", word), Remedy: models.Messagef("take it out: it separates the values of lists")})
		}
	}
}

func (e *export) begin(t *table) {
	file, err := e.files(t.name)
	if err != nil {
		e.fail(err)
		return
	}
	t.file, t.w = file, bufio.NewWriterSize(file, 1<<18)
	t.columns = slices.Sorted(maps.Keys(t.types))
	header := []string{":START_ID", ":END_ID", ":TYPE"}
	if strings.HasPrefix(t.name, "nodes-") {
		header = []string{"uid:ID", ":LABEL"}
	}
	for _, c := range t.columns {
		header = append(header, c+":"+t.types[c])
	}
	if _, err := t.w.WriteString(strings.Join(header, ",") + "\n"); err != nil {
		e.fail(err)
	}
}

func appendQuoted(line []byte, s string) []byte {
	line = append(line, '"')
	for {
		at := strings.IndexByte(s, '"')
		if at < 0 {
			break
		}
		line = append(line, s[:at+1]...)
		line = append(line, '"')
		s = s[at+1:]
	}
	return append(append(line, s...), '"')
}

func appendCell(line []byte, value any) []byte {
	switch x := value.(type) {
	case string:
		return appendQuoted(line, x)
	case bool:
		return strconv.AppendBool(line, x)
	case int64:
		return strconv.AppendInt(line, x, 10)
	case float64:
		return strconv.AppendFloat(line, x, 'g', -1, 64)
	case time.Time:
		return x.UTC().AppendFormat(line, time.RFC3339)
	case []any:
		words := make([]string, len(x))
		for i, v := range x {
			words[i] = wordOf(v)
		}
		return appendQuoted(line, strings.Join(words, listMark))
	}
	panic(fmt.Sprintf("neo4jstore: no cell holds a %T", value))
}

func wordOf(v any) string {
	if s, is := v.(string); is {
		return s
	}
	body, err := json.Marshal(v)
	if err != nil {
		panic("neo4jstore: " + err.Error())
	}
	return string(body)
}

// close ends all files and names them.
func (e *export) close() ([]string, error) {
	var names []string
	for _, key := range slices.Sorted(maps.Keys(e.out)) {
		t := e.out[key]
		if t.w == nil {
			continue
		}
		names = append(names, t.name)
		e.failed = errors.Join(e.failed, t.w.Flush(), t.file.Close())
	}
	return names, e.failed
}
