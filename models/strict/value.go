package strict

import (
	"encoding"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// value reads the value that begins with tok into v. It recurses over the nesting of the file, which the source
// bounds.
func (d *Decoder) value(v reflect.Value, p *plan, tok token) {
	if tok.kind == halt {
		return
	}
	if tok.kind == null {
		if !d.foreign {
			d.report(tok, models.Messagef("there is no value"), models.Messagef("write one, or leave the key out"))
		}
		return
	}
	if p.shorthand && tok.isText() {
		d.setPlace(v, p, d.at(tok))
		if err := v.Addr().Interface().(Shorthand).UnmarshalShorthand(tok.value); err != nil {
			d.report(tok, models.MessageOf(err), models.Message{})
		}
		return
	}
	switch p.form {
	case asPointer:
		v.Set(reflect.New(p.elem.typ))
		d.dropped = false
		d.value(v.Elem(), p.elem, tok)
		if d.foreign && d.dropped {
			v.SetZero()
		}
	case asStruct:
		d.structure(v, p, tok)
	case asList:
		d.list(v, p, tok)
	case asMapping:
		d.mapping(v, p, tok)
	default:
		d.scalar(v, p, tok)
	}
}

// structure reads a mapping with known keys.
func (d *Decoder) structure(v reflect.Value, p *plan, tok token) {
	if tok.kind != beginMapping {
		wanted := models.Messagef("a mapping with %s", models.Shown(p.keys))
		if p.shorthand {
			wanted = models.Messagef("text, or %s", wanted)
		}
		d.mismatch(tok, wanted)
		return
	}
	at := d.at(tok)
	d.setPlace(v, p, at)
	base := len(d.lines)
	d.keys(v, p, func(*field, token) bool { return true })
	if !d.stopped {
		d.required(v, p, at, func(i int) bool { return d.lines[base+i] > 0 })
	}
	d.lines = d.lines[:base]
}

// keys reads the keys of an open mapping and their values up to its end. The lines of the keys stay on d.lines. take
// is asked for each known key whether its value is to be read.
func (d *Decoder) keys(v reflect.Value, p *plan, take func(*field, token) bool) {
	base := len(d.lines)
	d.lines = append(d.lines, make([]int, len(p.fields))...)
	for tok := d.next(); !tok.closes(); tok = d.next() {
		i, known := d.key(p, tok)
		if !known {
			d.skip(d.next())
			continue
		}
		f := &p.fields[i]
		d.path = append(d.path, step{key: f.key})
		if tok.value == f.former {
			d.places.called(f.key, f.former)
		}
		line := d.lines[base+i]
		d.lines[base+i] = tok.line
		switch {
		case line > 0 && d.foreign:
			d.report(tok, f.twice(), models.Messagef("the last one counts; the first is at line %d", line))
			v.FieldByIndex(f.index).SetZero()
			d.value(v.FieldByIndex(f.index), f.plan, d.next())
		case line > 0:
			d.report(tok, f.twice(), models.Messagef("remove one; the first is at line %d", line))
			d.lines[base+i] = line
			d.skip(d.next())
		case take(f, tok):
			d.value(v.FieldByIndex(f.index), f.plan, d.next())
			if list := v.FieldByIndex(f.index); f.said && list.IsNil() {
				list.Set(reflect.MakeSlice(list.Type(), 0, 0))
			}
		default:
			d.skip(d.next())
		}
		d.path = d.path[:len(d.path)-1]
	}
	d.dropped = false
}

// twice says that a key is written twice, or under two names.
func (f *field) twice() models.Message {
	if f.former == "" {
		return models.Messagef("key %q is written twice", f.key)
	}
	return models.Messagef("key %q (%q in earlier files) is written twice", f.key, f.former)
}

// key looks a key up among those of a struct.
func (d *Decoder) key(p *plan, tok token) (int, bool) {
	if !tok.isKey() {
		d.badKey(tok)
		return 0, false
	}
	if i, known := p.byKey[tok.value]; known {
		return i, true
	}
	if d.foreign {
		return 0, false
	}
	d.path = append(d.path, step{key: tok.value})
	remedy := models.Messagef("known are %s", models.Shown(p.keys))
	if near := models.Nearest(tok.value, p.keys); near != "" {
		remedy = models.Messagef("did you mean %s?", near)
		d.path[len(d.path)-1].key = near
		d.meant[pathString(d.path)] = true
		d.path[len(d.path)-1].key = tok.value
	}
	if tok.value == "<<" {
		remedy = models.Messagef("merge keys are not taken: write the keys out")
	}
	d.report(tok, models.Messagef("unknown key %s", quote(tok.value)), remedy)
	d.path = d.path[:len(d.path)-1]
	return 0, false
}

// badKey reports a key that is no word and passes over what belongs to it.
func (d *Decoder) badKey(tok token) {
	d.report(tok, models.Messagef("a key must be a word, not %s", tok.describe()), models.Messagef("write key: value"))
	d.skip(tok)
}

// required reports the keys that must be written and are not, or are empty text.
func (d *Decoder) required(v reflect.Value, p *plan, at models.Place, written func(int) bool) {
	for i := range p.fields {
		f := &p.fields[i]
		if !f.required {
			continue
		}
		d.path = append(d.path, step{key: f.key})
		switch {
		case !written(i) && d.meant[pathString(d.path)]: // told at the misspelt key
		case !written(i):
			d.reportAt(at, models.Messagef("key %q is missing", f.key), models.Messagef("add %s: …", f.key))
		case (f.plan.form == asText || f.plan.shorthand) && v.FieldByIndex(f.index).IsZero() && !d.reported():
			d.reportAt(at, models.Messagef("key %q is empty", f.key), models.Messagef("write something"))
		}
		d.path = d.path[:len(d.path)-1]
	}
}

// reported tells whether something was found wrong where reading stands, or below: then it is empty for that reason.
func (d *Decoder) reported() bool {
	path := pathString(d.path)
	return slices.ContainsFunc(d.problems, func(p models.Problem) bool {
		below, found := strings.CutPrefix(p.Path, path)
		return found && (below == "" || below[0] == '.' || below[0] == '[')
	})
}

// list reads a list behind what v already holds.
func (d *Decoder) list(v reflect.Value, p *plan, tok token) {
	if tok.kind != beginList {
		if d.foreign {
			d.report(tok, models.Messagef("expected a list, found %s", tok.describe()), models.Messagef("it is read as a list of one"))
			d.element(v, p, tok)
			return
		}
		d.mismatch(tok, models.Messagef("a list"))
		return
	}
	v.Grow(min(tok.size, 1<<17))
	begin := v.Len()
	for tok := d.next(); !tok.closes(); tok = d.next() {
		d.path = append(d.path, step{index: begin})
		d.element(v, p, tok)
		d.path = d.path[:len(d.path)-1]
		begin++
	}
	if n := v.Len(); n > manyElements && v.Cap()-n > n/8 {
		whole := reflect.MakeSlice(v.Type(), n, n)
		reflect.Copy(whole, v)
		v.Set(whole)
	}
}

// element reads the next element of a list. One of a foreign file that is null or of a wrong type is left out.
func (d *Decoder) element(v reflect.Value, p *plan, tok token) {
	if d.foreign && tok.kind == null {
		d.report(tok, models.Messagef("the entry is null"), models.Messagef("it is passed over"))
		return
	}
	n := v.Len()
	if n == v.Cap() {
		v.Grow(max(n, 1)) // doubling copies less than append's quarter where elements are large
	}
	v.SetLen(n + 1)
	d.dropped = false
	d.value(v.Index(n), p.elem, tok)
	if d.foreign && d.dropped {
		v.Index(n).SetZero()
		v.SetLen(n)
	}
	d.dropped = false
}

// manyElements is from how many elements on a list keeps no room for more of them.
const manyElements = 1 << 16

// mapping reads a mapping whose keys are data.
func (d *Decoder) mapping(v reflect.Value, p *plan, tok token) {
	if tok.kind != beginMapping {
		d.mismatch(tok, models.Messagef("a mapping"))
		return
	}
	for tok := d.next(); !tok.closes(); tok = d.next() {
		if !tok.isKey() {
			d.badKey(tok)
			d.skip(d.next())
			continue
		}
		d.path = append(d.path, step{key: tok.value})
		key, elem := reflect.New(p.key.typ).Elem(), reflect.New(p.elem.typ).Elem()
		d.scalar(key, p.key, token{kind: text, value: tok.value, line: tok.line, column: tok.column})
		if v.MapIndex(key).IsValid() {
			remedy := models.Messagef("remove one")
			if d.foreign {
				remedy = models.Messagef("the last one counts")
			}
			d.report(tok, models.Messagef("key %q is written twice", tok.value), remedy)
		}
		d.value(elem, p.elem, d.next())
		d.dropped = false
		if v.IsNil() {
			v.Set(reflect.MakeMap(p.typ))
		}
		v.SetMapIndex(key, elem)
		d.path = d.path[:len(d.path)-1]
	}
}

// scalar reads a value that is neither list nor mapping.
func (d *Decoder) scalar(v reflect.Value, p *plan, tok token) {
	word := tok.value
	if tok.kind == boolean {
		word = strings.ToLower(word)
	}
	if p.words != nil && tok.isScalar() && !slices.Contains(p.words, word) {
		d.report(tok, models.Messagef("unknown word %s", quote(tok.value)), models.Meant(tok.value, p.words))
		return
	}
	switch {
	case p.form == asScalar && tok.isScalar():
		if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(word)); err != nil {
			d.report(tok, models.MessageOf(err), models.Message{})
		}
	case p.form == asText && tok.isText():
		v.SetString(tok.value)
	case p.form == asText && d.foreign && tok.isScalar():
		d.report(tok, models.Messagef("expected text, found %s", tok.describe()), models.Messagef("it is read as text"))
		v.SetString(tok.value)
	case p.form == asBool && tok.kind == boolean:
		v.SetBool(word == "true")
	case p.form == asInteger && tok.kind == integer:
		d.integer(v, tok)
	case p.form == asNumber && (tok.kind == integer || tok.kind == decimal):
		d.number(v, tok)
	default:
		d.mismatch(tok, wanted(p))
	}
}

var (
	wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	anyNumber   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
)

// integer reads a whole number in plain decimal digits.
func (d *Decoder) integer(v reflect.Value, tok token) {
	if !wholeNumber.MatchString(tok.value) {
		d.report(tok, models.Messagef("the number %s is not in plain decimal digits", shorten(tok.value)), models.Messagef("write it as 31, not 0x1F, 037 or 3_1"))
		return
	}
	n, err := strconv.ParseInt(tok.value, 10, 64)
	if err != nil || v.OverflowInt(n) {
		d.report(tok, models.Messagef("the number %s is too large", shorten(tok.value)), models.Messagef("write a smaller number"))
		return
	}
	v.SetInt(n)
}

// number reads a number in decimal digits.
func (d *Decoder) number(v reflect.Value, tok token) {
	if !anyNumber.MatchString(tok.value) {
		d.report(tok, models.Messagef("the number %s is not in plain decimal digits", shorten(tok.value)), models.Messagef("write it as 0.5 or 1e6"))
		return
	}
	x, err := strconv.ParseFloat(tok.value, 64)
	if err != nil || math.IsInf(x, 0) || v.OverflowFloat(x) {
		d.report(tok, models.Messagef("the number %s is too large", shorten(tok.value)), models.Messagef("write a smaller number"))
		return
	}
	v.SetFloat(x)
}

// wanted says what a scalar of the plan's type is.
func wanted(p *plan) models.Message {
	switch {
	case p.words != nil:
		return models.Messagef("one of %s", models.Shown(p.words))
	case p.form == asBool:
		return models.Messagef("true or false")
	case p.form == asInteger:
		return models.Messagef("a whole number")
	case p.form == asNumber:
		return models.Messagef("a number")
	}
	return models.Messagef("text")
}

// mismatch reports a value of the wrong sort and passes over it.
func (d *Decoder) mismatch(tok token, wanted models.Message) {
	var remedy models.Message
	d.dropped = true
	switch {
	case d.foreign:
		remedy = models.Messagef("it is passed over")
	case tok.kind == null:
		d.report(tok, models.Messagef("there is no value"), models.Messagef("write one, or leave the key out"))
		d.skip(tok)
		return
	case wanted.ID() == "text" && (tok.kind == integer || tok.kind == decimal || tok.kind == boolean):
		remedy = models.Messagef("put it in quotes: %s", quote(tok.value))
	case wanted.ID() == "a list" && tok.isScalar():
		remedy = models.Messagef("write [%s]", shorten(tok.value))
	case wanted.ID() == "a list" && tok.kind == beginMapping:
		remedy = models.Messagef("begin each element with a hyphen")
	case tok.kind == text && strings.HasSuffix(wanted.ID(), "number") && anyNumber.MatchString(tok.value):
		remedy = models.Messagef("write a smaller number")
		if _, err := strconv.ParseFloat(tok.value, 64); err == nil {
			remedy = models.Messagef("remove the quotes")
		}
	}
	d.report(tok, models.Messagef("expected %s, found %s", wanted, tok.describe()), remedy)
	d.skip(tok)
}

// skip passes over the value that begins with tok.
func (d *Decoder) skip(tok token) { skip(tok, d.next) }

// setPlace fills the place of a struct that wants it.
func (d *Decoder) setPlace(v reflect.Value, p *plan, at models.Place) {
	if p.at != nil {
		v.FieldByIndex(p.at).Set(reflect.ValueOf(at))
	}
}
