package json

import (
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// encoder writes values as encoding/json does with an indent of two spaces and without HTML escapes, at several times
// the speed: what there is to do for each type is looked up once, and a key goes out with all that stands around it.
// Results of large cases are gigabytes.
type encoder struct {
	w    io.Writer
	b    []byte // not written yet
	html bool   // within what escapes <, > and & itself
	err  error
}

// block is how much is written at once.
const block = 64 << 10

// encode writes the value behind a pointer, and a line end.
func (e *encoder) encode(to reflect.Value) error {
	planner{}.of(to.Type().Elem()).write(e, to.Elem(), 0)
	e.b = append(e.b, '\n')
	e.flush()
	return e.err
}

// flush writes what is there.
func (e *encoder) flush() {
	if e.err == nil && len(e.b) > 0 {
		_, e.err = e.w.Write(e.b)
	}
	e.b = e.b[:0]
}

// fail ends the encoding with an error.
func (e *encoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf(format, args...)
	}
}

const spaces = "                                                                "

// line begins a line that is so deep within objects and arrays.
func (e *encoder) line(depth int) {
	e.b = append(e.b, '\n')
	for n := 2 * depth; n > 0; n -= len(spaces) {
		e.b = append(e.b, spaces[:min(n, len(spaces))]...)
	}
}

// list writes an array.
func (e *encoder) list(v reflect.Value, elem *plan, depth int) {
	n := v.Len()
	if n == 0 {
		e.b = append(e.b, "[]"...)
		return
	}
	e.b = append(e.b, '[')
	for i := range n {
		if i > 0 {
			e.b = append(e.b, ',')
		}
		e.line(depth + 1)
		elem.write(e, v.Index(i), depth+1)
		if len(e.b) > block {
			e.flush()
		}
	}
	e.line(depth)
	e.b = append(e.b, ']')
}

// object writes a struct.
func (e *encoder) object(v reflect.Value, fields []field, depth int) {
	e.b = append(e.b, '{')
	empty := true
	for i := range fields {
		f := &fields[i]
		value := v.Field(f.index[0])
		for _, k := range f.index[1:] {
			value = value.Field(k)
		}
		if f.omitted(value) {
			continue
		}
		if !empty {
			e.b = append(e.b, ',')
		}
		empty = false
		e.line(depth + 1)
		e.b = append(e.b, f.key...)
		f.plan.write(e, value, depth+1)
	}
	if !empty {
		e.line(depth)
	}
	e.b = append(e.b, '}')
}

// undetermined writes a pair of levels that are not determined, with what is missing.
func (e *encoder) undetermined(missing reflect.Value, list *plan, depth int) {
	e.b = append(e.b, '{')
	for _, key := range []string{`"recovery": null,`, `"economic": null,`, `"missing": `} {
		e.line(depth + 1)
		e.b = append(e.b, key...)
	}
	list.write(e, missing, depth+1)
	e.line(depth)
	e.b = append(e.b, '}')
}

// number writes a number as ECMAScript does, as encoding/json.
func (e *encoder) number(x float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		e.fail("%v is no number that a file can hold", x)
		return
	}
	size := math.Abs(x)
	if size == 0 || size >= 1e-6 && size < 1e21 {
		e.b = strconv.AppendFloat(e.b, x, 'f', -1, 64)
		return
	}
	e.b = strconv.AppendFloat(e.b, x, 'e', -1, 64)
	if n := len(e.b); e.b[n-4] == 'e' && (e.b[n-3] == '-' || e.b[n-3] == '+') && e.b[n-2] == '0' { // e-09 to e-9
		e.b[n-2] = e.b[n-1]
		e.b = e.b[:n-1]
	}
}

// text writes a string.
func (e *encoder) text(s string) {
	e.b = append(e.b, '"')
	e.inner(s)
	e.b = append(e.b, '"')
}

const hex = "0123456789abcdef"

// inner writes what stands between the quotes of a string.
func (e *encoder) inner(s string) {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' && !(e.html && (c == '<' || c == '>' || c == '&')) {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			e.b = append(e.b, s[from:i]...)
			e.escape(c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			e.b = append(append(e.b, s[from:i]...), `\ufffd`...)
			from = i + size
		case r == '\u2028' || r == '\u2029': // JavaScript takes them for line ends
			e.b = append(append(append(e.b, s[from:i]...), `\u202`...), hex[r&0xF])
			from = i + size
		}
		i += size
	}
	e.b = append(e.b, s[from:]...)
}

func (e *encoder) escape(c byte) {
	switch c {
	case '"', '\\':
		e.b = append(e.b, '\\', c)
	case '\b':
		e.b = append(e.b, `\b`...)
	case '\f':
		e.b = append(e.b, `\f`...)
	case '\n':
		e.b = append(e.b, `\n`...)
	case '\r':
		e.b = append(e.b, `\r`...)
	case '\t':
		e.b = append(e.b, `\t`...)
	default:
		e.b = append(e.b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
	}
}
