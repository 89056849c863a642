package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/harmpath/harmpath/models"
	"golang.org/x/text/encoding/ianaindex"
)

// element is one XML element without what is of no use here.
type element struct {
	tag      string
	attr     map[string]string
	children []*element
	file     int // place of its input among them
	at       place
}

// source remembers why it failed, which the decoder does not tell from bad syntax.
type source struct {
	io.Reader
	failed error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.failed = err
	}
	return n, err
}

// decoded turns text in an encoding that IANA has a name for into UTF-8.
func decoded(label string, input io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return input, nil // a byte order mark said so before, and it is decoded
	}
	encoding, err := ianaindex.IANA.Encoding(label)
	if err != nil || encoding == nil {
		return nil, fmt.Errorf("the encoding %q is not known; write the file in UTF-8", label)
	}
	return encoding.NewDecoder().Reader(input), nil
}

// read walks the elements of an input with a stack of its own and keeps the definitions; it says whether it came to
// the end. Columns count bytes.
func (p *psa) read(file int) (whole bool, err error) {
	input := &source{Reader: p.inputs[file].Reader}
	decoder := xml.NewDecoder(input)
	decoder.CharsetReader = decoded
	here := func() place {
		line, column := decoder.InputPos()
		return place{int32(line), int32(max(1, column))}
	}
	var open []*element
	inside := false
	for len(p.problems) < mostProblems {
		at := here()
		token, err := decoder.Token()
		if input.failed != nil {
			return false, fmt.Errorf("read %s: %w", p.inputs[file].Name, input.failed)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.tellAt(file, here(), "", syntax(err), models.Message{})
			return false, nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{tag: t.Name.Local, file: file, at: at, attr: attributes(t)}
			if len(open) >= deepest {
				p.tell(e, "", models.Messagef("elements are nested deeper than %d", deepest), models.Message{})
				return false, nil
			}
			p.enter(e, open)
			inside = true
			open = append(open, e)
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			p.leave(e, open)
		}
	}
	if !inside && len(p.problems) == 0 {
		p.tellAt(file, place{1, 1}, "", models.Messagef("there is no element"), models.Messagef("write <opsa-mef><define-fault-tree name=\"…\">…"))
	}
	return inside, nil
}

func syntax(err error) models.Message {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		return models.Foreign(s.Msg)
	}
	return models.Foreign(strings.TrimPrefix(err.Error(), "xml: "))
}

func attributes(t xml.StartElement) map[string]string {
	out := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		out[a.Name.Local] = strings.TrimSpace(a.Value)
	}
	return out
}

// enter checks an element's place.
func (p *psa) enter(e *element, open []*element) {
	if len(open) == 0 && e.tag != "opsa-mef" {
		p.tell(e, "", models.Messagef("the file begins with <%s>", e.tag), models.Messagef("write <opsa-mef>"))
	}
	if role := e.attr["role"]; role != "" && role != "private" && role != "public" {
		p.tell(e, e.attr["name"], models.Messagef("the role %q is not known", role), models.Messagef("write private or public"))
	}
	switch e.tag {
	case "define-event-tree", "define-initiating-event", "define-initiating-event-group", "define-rule",
		"define-consequence", "define-consequence-group":
		p.tell(e, e.attr["name"], models.Messagef("<%s> is not read: event trees are not answered here, only fault trees", e.tag),
			models.Messagef("ask about the fault trees in a file of their own"))
	case "define-substitution", "define-alignment", "define-mission", "define-extern-library", "define-extern-function":
		p.tell(e, e.attr["name"], models.Messagef("<%s> is not read, and the answers would not be those of this model without it", e.tag),
			models.Messagef("write what it does into the gates"))
	case "include":
		p.includes = append(p.includes, e)
	case "label", "attributes", "opsa-mef", "define-fault-tree", "model-data", "define-component", "define-CCF-group",
		"define-gate", "define-basic-event", "define-house-event", "define-parameter":
	default:
		if len(open) > 0 && container(open[len(open)-1].tag) {
			p.tell(e, e.attr["name"], models.Messagef("<%s> is not known here", e.tag), models.Messagef("write a definition of a gate, an event or a parameter"))
		}
	}
}

// container says whether an element holds definitions alone.
func container(tag string) bool {
	switch tag {
	case "opsa-mef", "define-fault-tree", "model-data", "define-component":
		return true
	}
	return false
}

// leave keeps a finished element where it is of use.
func (p *psa) leave(e *element, open []*element) {
	if len(open) > 0 && container(open[len(open)-1].tag) {
		p.define(e, open)
		return
	}
	switch e.tag {
	case "label", "attributes", "attribute":
	default:
		if len(open) > 0 {
			open[len(open)-1].children = append(open[len(open)-1].children, e)
		}
	}
}
