package strict

import (
	"bytes"
	"fmt"
	"path"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/harmpath/harmpath/models"
)

// Decode reads one file into the value that into points to, a struct. It returns the places of the file's values and
// all that is wrong; the value is only to be used where nothing is.
func Decode(file string, data []byte, into any, limits Limits) (*Places, models.Problems) {
	d := NewDecoder(into, limits)
	d.Add(file, data)
	return d.Finish()
}

// Excerpt reads, of a JSON file whose format is not ours, what the value that into points to has keys for, and passes
// over the rest: a key that it does not know, and null, which is as good as no key. The flaws are values of a wrong type
// and keys that are written twice, each with what was done about it as remedy; everything else is read. Of a file that
// cannot be read to its end there is nothing but the fault.
func Excerpt(file string, data []byte, into any, limits Limits) (flaws, fault models.Problems) {
	d := NewDecoder(into, limits)
	d.foreign = true
	d.Add(file, data)
	complete := d.Complete()
	_, problems := d.Finish()
	if !complete {
		return nil, problems
	}
	if d.untold > 0 {
		problems = append(problems, models.Problem{At: models.Place{File: file}, What: models.Messagef("there are %d further flaws", d.untold), Remedy: models.Messagef("they are not told")})
	}
	return problems, nil
}

// Decoder reads one value from one or several files. A list at the top of several files is one list, file after
// file; another key may stand at the top of one of them only.
type Decoder struct {
	root     reflect.Value
	plan     *plan
	spent    usage
	problems models.Problems
	places   Places
	first    models.Place            // where the first file's mapping begins
	set      map[string]models.Place // where each key at the top of the files so far stands
	meant    map[string]bool         // the paths of keys that misspelt ones were meant for
	full     bool                    // the limit of problems is reached
	broken   bool                    // some file could not be read to its end
	foreign  bool                    // the format is not ours
	untold   int                     // flaws of a foreign file past the limit
	dropped  bool                    // the foreign value just read was of a wrong type and is not there

	file    string
	source  tokens
	stopped bool   // nothing more is read of this file
	lines   []int  // for each open struct and each of its keys, the line where it stands, or 0
	path    []step // where reading stands
}

// NewDecoder prepares to read into the struct that into points to.
func NewDecoder(into any, limits Limits) *Decoder {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("models/strict: cannot read into a %T", into))
	}
	return &Decoder{
		root:   v.Elem(),
		plan:   planner{}.of(v.Elem().Type()),
		spent:  usage{limits: limits.WithDefaults()},
		places: Places{limits: limits},
		set:    map[string]models.Place{},
		meant:  map[string]bool{},
	}
}

// Add reads a file into the value. Its name says where it lies, for places, and its extension what it is: JSON for
// .json, else YAML; without one it is JSON where it begins with a brace. Data must not change as long as the places are in use.
func (d *Decoder) Add(file string, data []byte) {
	if d.full {
		return
	}
	d.file, d.stopped, d.path, d.lines = file, false, d.path[:0], d.lines[:0]
	known := len(d.problems)
	d.places.add(file, data, d.listLengths())
	source, problem := open(file, data, &d.spent, d.foreign)
	if problem != nil {
		d.stop(*problem)
		return
	}
	d.source = source
	d.top()
	if d.stopped && !d.full {
		// Of a file that cannot be read to its end, only the reason is told: what lies before it may be its fault.
		d.problems = append(d.problems[:known], d.problems[len(d.problems)-1])
	}
}

// Finish reports what no file has written and returns all problems, sorted, with the places of the values.
func (d *Decoder) Finish() (*Places, models.Problems) {
	if d.first.Line > 0 && !d.broken {
		d.stopped = false
		d.path = d.path[:0]
		d.required(d.root, d.plan, d.first, func(i int) bool {
			_, written := d.set[d.plan.keys[i]]
			return written
		})
	}
	return &d.places, d.problems.Sort()
}

// Complete tells whether every file could be read to its end, so that the value lacks nothing but what the problems
// name.
func (d *Decoder) Complete() bool { return d.first.Line > 0 && !d.broken }

// open takes a file apart into tokens. A foreign one is JSON, whatever it is called, and half a surrogate pair in it is
// read as �.
func open(file string, data []byte, spent *usage, foreign bool) (tokens, *models.Problem) {
	limit := spent.limits.size(file)
	at := models.Place{File: file}
	spent.size += len(data)
	if len(data) > limit {
		return nil, &models.Problem{At: at, What: models.Messagef("the file is larger than %d bytes", limit), Remedy: splitModel()}
	}
	if spent.size > spent.limits.TotalSize {
		return nil, &models.Problem{At: at, What: models.Messagef("the files are together larger than %d bytes", spent.limits.TotalSize), Remedy: smallerModel()}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		at.Line, at.Column = firstControl(data)
		return nil, &models.Problem{At: at, What: models.Messagef("the file is not in UTF-8"), Remedy: models.Messagef("save it in UTF-8")}
	}
	if foreign {
		return readJSON(file, data, spent, jsontext.AllowInvalidUTF8(true)), nil
	}
	if IsJSON(file) || path.Ext(file) == "" && bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) {
		return readJSON(file, data, spent), nil
	}
	return readYAML(file, data, spent)
}

// MaxSize is how many bytes of a file are read at most, by its name.
func (d *Decoder) MaxSize(file string) int {
	return d.spent.limits.size(file)
}

// IsJSON tells by its name whether a file is read as JSON rather than as YAML.
func IsJSON(file string) bool { return strings.EqualFold(path.Ext(file), ".json") }

// top reads the mapping that a file is.
func (d *Decoder) top() {
	tok := d.next()
	if tok.kind == null || tok.kind == halt && !d.stopped {
		d.report(token{line: 1, column: 1}, models.Messagef("the file is empty"), models.Messagef("write the keys %s", models.List(d.requiredKeys())))
		return
	}
	if tok.kind != beginMapping {
		d.mismatch(tok, models.Messagef("a mapping of keys"))
		return
	}
	at := d.at(tok)
	if d.first.Line == 0 {
		d.first = at
		d.setPlace(d.root, d.plan, at)
	}
	d.keys(d.root, d.plan, d.setOnce)
	if tail := d.next(); tail.kind != halt {
		d.report(tail, models.Messagef("a second value begins here"), models.Messagef("write one value a file"))
	}
}

// setOnce tells whether a key at the top may be read: a list always, another key only from one file.
func (d *Decoder) setOnce(f *field, tok token) bool {
	before, again := d.set[f.key]
	if !again {
		d.set[f.key] = d.at(tok)
	}
	if !again || f.plan.form == asList {
		return true
	}
	d.report(tok, models.Messagef("key %q is already set in %s", f.key, before), models.Messagef("set it in one file only"))
	return false
}

// requiredKeys lists the keys that must be written at the top.
func (d *Decoder) requiredKeys() []string {
	var keys []string
	for _, f := range d.plan.fields {
		if f.required {
			keys = append(keys, f.key)
		}
	}
	return keys
}

// listLengths returns how long each list at the top is by now.
func (d *Decoder) listLengths() map[string]int {
	lengths := map[string]int{}
	for _, f := range d.plan.fields {
		if f.plan.form != asList {
			continue
		}
		if v := d.root.FieldByIndex(f.index); v.Len() > 0 {
			lengths[f.key] = v.Len()
		}
	}
	return lengths
}

// next reads a token. When reading has stopped, every further one is a halt.
func (d *Decoder) next() token {
	if d.stopped {
		return token{}
	}
	tok, problem := d.source.next()
	if problem != nil {
		problem.Path = pathString(d.path)
		d.stop(*problem)
		return token{}
	}
	if tok.tag != "" {
		d.report(tok, models.Messagef("the tag %s is not taken", quote(tok.tag)), models.Messagef("remove it; put text that looks like a number in quotes"))
	}
	return tok
}

// stop reports a problem after which the file is not read on.
func (d *Decoder) stop(problem models.Problem) {
	if d.foreign && (problem.Remedy.Equal(splitModel()) || problem.Remedy.Equal(smallerModel())) {
		problem.Remedy = models.Messagef("take a smaller file")
	}
	d.problems = append(d.problems, problem)
	d.stopped, d.broken = true, true
}

// report adds a problem at a token and at the path where reading stands.
func (d *Decoder) report(at token, what, remedy models.Message) {
	d.reportAt(d.at(at), what, remedy)
}

// reportAt adds a problem at a place.
func (d *Decoder) reportAt(at models.Place, what, remedy models.Message) {
	if d.stopped {
		return
	}
	if d.foreign && len(d.problems) == d.spent.limits.Problems {
		d.untold++
		return
	}
	d.problems = append(d.problems, models.Problem{At: at, Path: pathString(d.path), What: what, Remedy: remedy})
	if d.foreign || len(d.problems) < d.spent.limits.Problems {
		return
	}
	d.full = true
	d.stop(models.Problem{
		At:     at,
		What:   models.Messagef("reading ends here: there are %d problems", d.spent.limits.Problems),
		Remedy: models.Messagef("mend these first; more may follow"),
	})
}

// at is the place of a token.
func (d *Decoder) at(tok token) models.Place {
	return models.Place{File: d.file, Line: tok.line, Column: tok.column}
}
