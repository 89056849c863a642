package exchange

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
)

// mostProblems is how many problems are told; reading stops there.
const mostProblems = 100

// deepest is how far values that nobody asked for may be nested.
const deepest = 1000

// scanner takes JSON (RFC 8259) apart as its reader expects it, and knows the line and column of every
// byte. What is wrong with the syntax ends the reading; what is wrong with a value is told and skipped.
// The standard library's decoder tells neither line nor column and allocates for every token, which ten
// million rules make felt.
type scanner struct {
	source io.Reader
	name   string
	buffer []byte
	at     int // next byte of buffer
	end    int
	line   int32
	column int32 // of the next byte, from 1, in characters
	text   []byte

	problems models.Problems
	stopped  bool
	failed   error // the source failed
}

// place is where something stands in the input.
type place struct{ line, column int32 }

func newScanner(r io.Reader, name string) *scanner {
	s := &scanner{source: r, name: name, buffer: make([]byte, 1<<16), line: 1, column: 1}
	if s.ahead(3) && string(s.buffer[:3]) == "\xEF\xBB\xBF" {
		s.at = 3
	}
	return s
}

func (s *scanner) here() place { return place{s.line, s.column} }

// tell adds a problem.
func (s *scanner) tell(at place, path string, what, remedy models.Message) {
	if s.stopped {
		return
	}
	s.problems = append(s.problems, models.Problem{Path: path, What: what, Remedy: remedy,
		At: models.Place{File: s.name, Line: int(at.line), Column: int(at.column)}})
	s.stopped = len(s.problems) >= mostProblems
}

// stop tells a problem after which nothing can be read.
func (s *scanner) stop(at place, what, remedy models.Message) {
	s.tell(at, "", what, remedy)
	s.stopped = true
}

// result returns what was wrong: the problems, or that the source failed.
func (s *scanner) result() error {
	if s.failed != nil {
		return fmt.Errorf("read %s: %w", s.name, s.failed)
	}
	return s.problems.Sort().Err()
}

// ahead makes sure that n bytes are in the buffer; it says false at the end of the input.
func (s *scanner) ahead(n int) bool {
	for s.end-s.at < n {
		if s.at > 0 {
			copy(s.buffer, s.buffer[s.at:s.end])
			s.at, s.end = 0, s.end-s.at
		}
		read, err := s.source.Read(s.buffer[s.end:])
		s.end += read
		if err != nil {
			if !errors.Is(err, io.EOF) && s.failed == nil {
				s.failed, s.stopped = err, true
			}
			return s.end-s.at >= n
		}
	}
	return true
}

// peek returns the next byte that is not white space; 0 at the end, and when reading has stopped.
func (s *scanner) peek() byte {
	for !s.stopped && (s.at < s.end || s.ahead(1)) {
		switch b := s.buffer[s.at]; b {
		case ' ', '\t', '\r':
			s.at++
			s.column++
		case '\n':
			s.at++
			s.line, s.column = s.line+1, 1
		case 0:
			s.stop(s.here(), models.Messagef("a NUL byte is no JSON"), models.Message{})
			return 0
		default:
			return b
		}
	}
	return 0
}

// take consumes the next byte if it is the one given.
func (s *scanner) take(b byte) bool {
	if s.peek() != b {
		return false
	}
	s.at++
	s.column++
	return true
}

// object reads an object and calls each with every key, which must read the value.
func (s *scanner) object(path string, keys models.Message, each func(key string, at place)) {
	if s.peek() != '{' {
		s.mistyped(path, models.Messagef("an object with %s", keys))
		return
	}
	s.take('{')
	if s.take('}') {
		return
	}
	for !s.stopped {
		s.peek()
		at := s.here()
		key, ok := s.key()
		if !ok {
			return
		}
		each(key, at)
		if s.stopped || s.take('}') {
			return
		}
		if !s.take(',') {
			s.unexpected(models.Messagef("a comma or }"))
			return
		}
	}
}

func (s *scanner) key() (string, bool) {
	if s.peek() != '"' {
		s.unexpected(models.Messagef("a key in double quotes"))
		return "", false
	}
	if !s.string() {
		return "", false
	}
	key := known(s.text)
	if !s.take(':') {
		s.unexpected(models.Messagef("a colon after the key"))
		return "", false
	}
	return key, true
}

// known returns a key, without making a string for those of rules.
func known(text []byte) string {
	for _, name := range ruleKeyNames {
		if name == string(text) {
			return name
		}
	}
	return string(text)
}

// array reads an array and calls each with the number of every element, which must read it.
func (s *scanner) array(path string, what models.Message, each func(i int)) {
	if s.peek() != '[' {
		s.mistyped(path, what)
		return
	}
	s.take('[')
	if s.take(']') {
		return
	}
	for i := 0; !s.stopped; i++ {
		each(i)
		if s.stopped || s.take(']') {
			return
		}
		if !s.take(',') {
			s.unexpected(models.Messagef("a comma or ]"))
			return
		}
	}
}

// word reads a string that may not be empty.
func (s *scanner) word(path string) (string, place, bool) {
	next, at := s.peek(), s.here()
	if next != '"' {
		s.mistyped(path, models.Messagef("a string"))
		return "", at, false
	}
	if !s.string() {
		return "", at, false
	}
	if len(s.text) == 0 {
		s.tell(at, path, models.Messagef("is empty"), models.Messagef("write an id"))
		return "", at, false
	}
	return string(s.text), at, true
}

// number reads a number within bounds; 0 where there is none, which is reported.
func (s *scanner) number(path string, least, most float64, remedy models.Message) float64 {
	next, at := s.peek(), s.here()
	if next != '-' && (next < '0' || next > '9') {
		s.mistyped(path, models.Messagef("a number"))
		return 0
	}
	if !s.digits() {
		return 0
	}
	x, err := strconv.ParseFloat(string(s.text), 64)
	if err != nil || x < least || x > most || math.IsInf(x, 0) {
		s.tell(at, path, models.Messagef("%s is out of range", shorten(s.text)), remedy)
		return 0
	}
	return x + 0
}

// mistyped tells that a value is of the wrong type, and skips it.
func (s *scanner) mistyped(path string, wanted models.Message) {
	next, at := s.peek(), s.here()
	var found models.Message
	switch {
	case s.stopped:
		return
	case next == 0:
		s.unexpected(wanted)
		return
	case next == '"':
		found = models.Messagef("a string")
	case next == '{':
		found = models.Messagef("an object")
	case next == '[':
		found = models.Messagef("an array")
	case next == 't' || next == 'f':
		found = models.Messagef("a Boolean")
	case next == 'n':
		found = models.Foreign("null")
	case next == '-' || next >= '0' && next <= '9':
		found = models.Messagef("a number")
	default:
		s.unexpected(wanted)
		return
	}
	s.tell(at, path, models.Messagef("is %s", found), models.Messagef("write %v", wanted))
	s.skip()
}

// unexpected tells a mistake of syntax and stops.
func (s *scanner) unexpected(wanted models.Message) {
	next := s.peek()
	switch {
	case s.stopped:
	case next == 0:
		s.stop(s.here(), models.Messagef("the input ends too early"), models.Messagef("write %v", wanted))
	default:
		r, _ := utf8.DecodeRune(s.buffer[s.at:s.end])
		s.stop(s.here(), models.Messagef("%q is out of place", r), models.Messagef("write %v", wanted))
	}
}

// skip reads any value.
func (s *scanner) skip() {
	var open []byte
	for !s.stopped {
		switch next := s.peek(); {
		case next == '{' || next == '[':
			if len(open) >= deepest {
				s.stop(s.here(), models.Messagef("is nested deeper than %d", deepest), models.Message{})
				return
			}
			s.take(next)
			open = append(open, next+2) // '{'+2 is '}', '['+2 is ']'
			if s.take(next + 2) {
				open = open[:len(open)-1]
			} else {
				s.skipKey(open)
				continue
			}
		case next == '"':
			s.string()
		case next == '-' || next >= '0' && next <= '9':
			s.digits()
		default:
			s.literal()
		}
		for len(open) > 0 && s.take(open[len(open)-1]) {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || s.stopped {
			return
		}
		if !s.take(',') {
			s.unexpected(models.Messagef("a comma or %s", string(open[len(open)-1])))
			return
		}
		s.skipKey(open)
	}
}

func (s *scanner) skipKey(open []byte) {
	if open[len(open)-1] == '}' {
		s.key()
	}
}

func (s *scanner) literal() {
	s.peek()
	for _, word := range []string{"true", "false", "null"} {
		if s.ahead(len(word)) && string(s.buffer[s.at:s.at+len(word)]) == word {
			s.at += len(word)
			s.column += int32(len(word))
			return
		}
	}
	s.unexpected(models.Messagef("a value"))
}

// digits reads a number into text, by the grammar of RFC 8259.
func (s *scanner) digits() bool {
	at := s.here()
	s.text = s.text[:0]
	s.accept("-")
	whole := s.run()
	ok := whole > 0 && (whole == 1 || s.text[len(s.text)-whole] != '0')
	if ok && s.accept(".") {
		ok = s.run() > 0
	}
	if ok && s.accept("eE") {
		s.accept("+-")
		ok = s.run() > 0
	}
	if !ok {
		s.stop(at, models.Messagef("%s is no number", shorten(s.text)), models.Messagef("write it as 12, 0.5 or 1e-3"))
	}
	return ok
}

func (s *scanner) accept(any string) bool {
	if s.at >= s.end && !s.ahead(1) {
		return false
	}
	for i := range len(any) {
		if s.buffer[s.at] == any[i] {
			s.text = append(s.text, any[i])
			s.at++
			s.column++
			return true
		}
	}
	return false
}

// run reads digits and returns how many. A number of more than a thousand places is none.
func (s *scanner) run() int {
	n := 0
	for n < 1000 && s.accept("0123456789") {
		n++
	}
	return n
}

// string reads a string into text.
func (s *scanner) string() bool {
	start := s.here()
	s.text = s.text[:0]
	s.at++
	s.column++
	for s.at < s.end || s.ahead(1) {
		b := s.buffer[s.at]
		switch {
		case b == '"':
			s.at++
			s.column++
			if !utf8.Valid(s.text) {
				s.stop(start, models.Messagef("the string is not valid UTF-8"), models.Message{})
				return false
			}
			return true
		case b == '\\':
			if !s.escape() {
				return false
			}
		case b < 0x20:
			s.stop(s.here(), models.Messagef("the character %U stands in a string", b), models.Messagef(`write it as \u%04x`, b))
			return false
		default:
			s.text = append(s.text, b)
			s.at++
			if b < 0x80 || b >= 0xC0 {
				s.column++
			}
		}
	}
	if s.failed == nil {
		s.stop(start, models.Messagef("the string does not end"), models.Messagef(`write a " at its end`))
	}
	return false
}

func (s *scanner) escape() bool {
	at := s.here()
	if !s.ahead(2) {
		s.stop(at, models.Messagef("the input ends too early"), models.Message{})
		return false
	}
	b := s.buffer[s.at+1]
	s.at += 2
	s.column += 2
	switch b {
	case '"', '\\', '/':
		s.text = append(s.text, b)
	case 'b':
		s.text = append(s.text, '\b')
	case 'f':
		s.text = append(s.text, '\f')
	case 'n':
		s.text = append(s.text, '\n')
	case 'r':
		s.text = append(s.text, '\r')
	case 't':
		s.text = append(s.text, '\t')
	case 'u':
		return s.unicode(at)
	default:
		s.stop(at, models.Messagef(`\%c is no escape`, b), models.Messagef(`write \\ for a backslash`))
		return false
	}
	return true
}

func (s *scanner) unicode(at place) bool {
	r, ok := s.hex()
	if ok && utf16.IsSurrogate(r) {
		low := rune(0)
		if s.ahead(6) && s.buffer[s.at] == '\\' && s.buffer[s.at+1] == 'u' {
			s.at += 2
			s.column += 2
			low, ok = s.hex()
		}
		r = utf16.DecodeRune(r, low)
		ok = ok && r != utf8.RuneError
	}
	if !ok {
		s.stop(at, models.Messagef(`\u wants four hexadecimal digits of a character`), models.Message{})
		return false
	}
	s.text = utf8.AppendRune(s.text, r)
	return true
}

func (s *scanner) hex() (rune, bool) {
	if !s.ahead(4) {
		return 0, false
	}
	x, err := strconv.ParseUint(string(s.buffer[s.at:s.at+4]), 16, 32)
	s.at += 4
	s.column += 4
	return rune(x), err == nil
}

func shorten(text []byte) string {
	if len(text) > 40 {
		return string(text[:40]) + "…"
	}
	return string(text)
}
