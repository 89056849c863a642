package load

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// Document is a supplier's file, taken apart so far that a format can tell whether the file is in it: by what it is, not
// by its name, and wherever in it the telling words stand.
type Document struct {
	Name    string            // what problems call it
	Text    []byte            // what is in it, in UTF-8 without a byte order mark
	Keys    map[string]string // of JSON: the keys at the top, and behind a dot those one below, with the beginning of their values as written
	Root    xml.Name          // of XML: the outermost element
	Remarks models.Problems   // flaws of its text, each with what was done about it
	fault   *models.Problem   // of JSON and XML: why it cannot be read to its end, as far as that is known
}

// packings are the first bytes of files that hold another file.
var packings = []struct{ begin, name string }{
	{"\x1f\x8b", "gzip"}, {"PK\x03\x04", "ZIP"}, {"\x28\xb5\x2f\xfd", "Zstandard"}, {"BZh", "bzip2"}, {"\xfd7zXZ\x00", "xz"},
}

// Open takes a file apart. Text in UTF-16 is read, too; other text that is not in UTF-8 is decoded where it is told from
// what, else what is no text is replaced, in both cases with a remark.
func Open(file string, data []byte, limits SupplementLimits) (Document, models.Problems) {
	limits = limits.WithDefaults()
	d := Document{Name: file}
	at := models.Place{File: file}
	if len(data) > limits.JSONSize {
		return d, models.Problems{{At: at, What: models.Messagef("the file is larger than %d bytes", limits.JSONSize), Remedy: models.Messagef("take a smaller file")}}
	}
	for _, p := range packings {
		if bytes.HasPrefix(data, []byte(p.begin)) {
			return d, models.Problems{{At: at, What: models.Messagef("the file is compressed (%s)", p.name), Remedy: models.Messagef("unpack it and take what is in it")}}
		}
	}
	d.Text = d.decoded(data)
	switch text := bytes.TrimSpace(d.Text); {
	case len(text) == 0:
		return d, models.Problems{{At: at, What: models.Messagef("the file is empty"), Remedy: models.Messagef("take one that says something")}}
	case text[0] == '{' || text[0] == '[':
		d.Keys, d.fault = strict.Outline(file, d.Text)
	case text[0] == '<':
		d.Root, d.fault = rootOf(file, d.Text)
	}
	return d, nil
}

// decoded turns the bytes of a file into UTF-8.
func (d *Document) decoded(data []byte) []byte {
	order, marked := unicode.LittleEndian, unicode.UseBOM
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
	case len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0:
		marked = unicode.IgnoreBOM
	case len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0:
		order, marked = unicode.BigEndian, unicode.IgnoreBOM
	default:
		return d.valid(bytes.TrimPrefix(data, []byte("\ufeff")))
	}
	text, err := unicode.UTF16(order, marked).NewDecoder().Bytes(data)
	if err != nil {
		return d.valid(data)
	}
	return text
}

// declared finds the encoding that an XML file says it is in.
var declared = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']`)

// other decodes text that is not in UTF-8: XML from the encoding that it declares, other files than JSON from Shift_JIS,
// in which spreadsheets save lists in Japan.
func other(text []byte) (decoded []byte, name string) {
	var from encoding.Encoding = japanese.ShiftJIS
	name = "Shift_JIS"
	switch begin := bytes.TrimSpace(text); {
	case len(begin) == 0:
		return nil, ""
	case begin[0] == '{' || begin[0] == '[':
		return nil, ""
	case begin[0] == '<':
		found := declared.FindSubmatch(text[:min(len(text), 1024)])
		if found == nil {
			return nil, ""
		}
		var err error
		name = string(found[1])
		if from, err = ianaindex.IANA.Encoding(name); err != nil || from == nil {
			return nil, ""
		}
	}
	decoded, err := from.NewDecoder().Bytes(text)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return nil, ""
	}
	return decoded, name
}

// valid decodes or replaces what is not in UTF-8.
func (d *Document) valid(text []byte) []byte {
	if utf8.Valid(text) {
		return text
	}
	decoded, name := other(text)
	done := models.Messagef("each byte that is no text is read as �")
	if name != "" {
		done = models.Messagef("it is read as %s", name)
	}
	flaw := 0
	for r, size := utf8.DecodeRune(text); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(text[flaw:]) {
		flaw += size
	}
	d.Remarks = append(d.Remarks, models.Problem{At: PlaceAt(d.Name, text, flaw), What: models.Messagef("the file is not in UTF-8 from here on"), Remedy: done})
	if name != "" {
		return decoded
	}
	return bytes.ToValidUTF8(text, []byte("\ufffd"))
}

// rootOf finds the outermost element of an XML file.
func rootOf(file string, text []byte) (xml.Name, *models.Problem) {
	decoder := NewXML(text)
	for {
		token, err := decoder.Token()
		if err != nil {
			return xml.Name{}, XMLFault(file, decoder, err)
		}
		if start, is := token.(xml.StartElement); is {
			return start.Name, nil
		}
	}
}

// NewXML reads XML whose text is in UTF-8 already, whatever encoding it names.
func NewXML(text []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	return decoder
}

// XMLFault says where a file is no XML.
func XMLFault(file string, decoder *xml.Decoder, err error) *models.Problem {
	line, column := decoder.InputPos()
	what := models.MessageOf(err)
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		what = models.Foreign(syntax.Msg)
	}
	if errors.Is(err, io.EOF) {
		what = models.Messagef("the file ends early")
	}
	return &models.Problem{At: models.Place{File: file, Line: line, Column: column}, What: models.Messagef("this is no XML: %s", what)}
}

// Recognize finds the format that a file is in.
func Recognize(formats []Supplement, d *Document) (Supplement, bool) {
	i := slices.IndexFunc(formats, func(f Supplement) bool { return f.Match(d) })
	if i < 0 {
		return Supplement{}, false
	}
	return formats[i], true
}

// Unrecognized says of a file in none of some formats why it cannot be read.
func Unrecognized(formats []Supplement, d *Document) models.Problem {
	if d.fault != nil {
		return *d.fault
	}
	var titles models.Messages
	for _, f := range formats {
		titles = append(titles, models.Messagef("%s (%s)", f.Name, f.Title))
	}
	return models.Problem{At: models.Place{File: d.Name}, What: models.Messagef("the file is in no format that can be attached"), Remedy: models.Messagef("known are %s", titles)}
}

// Read reads a file in a format that it is in. What is wrong with single entries is among the bill's remarks and is no
// problem.
func Read(format Supplement, d *Document, limits SupplementLimits) (Bill, models.Problems) {
	bill, problems := format.Decode(d.Name, d.Text, limits.WithDefaults())
	if len(problems) > 0 {
		return Bill{}, problems
	}
	bill.Remarks = append(slices.Clone(d.Remarks), bill.Remarks...)
	bill.mend()
	bill.Remarks = limited(d.Name, bill.Remarks.Sort(), limits.WithDefaults().Problems)
	return bill, nil
}

// limited keeps so many remarks, and says how many there are beyond.
func limited(file string, remarks models.Problems, most int) models.Problems {
	beyond := len(remarks) - most
	if beyond <= 0 {
		return remarks
	}
	what := models.Messagef("there are %d further flaws", beyond)
	if len(remarks) >= maxNoted {
		what = models.Messagef("there are at least %d further flaws", beyond)
	}
	return append(remarks[:most:most], models.Problem{At: models.Place{File: file}, What: what, Remedy: models.Messagef("they are not told")})
}

// maxNoted is how many flaws of a file are kept until it is read, so that a file of nothing but flaws costs no more than
// one without.
const maxNoted = 10_000

// Note adds flaws to those of a file, as long as they are not too many.
func Note(remarks models.Problems, found ...models.Problem) models.Problems {
	return append(remarks, found[:min(len(found), max(0, maxNoted-len(remarks)))]...)
}
