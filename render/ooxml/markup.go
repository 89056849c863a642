package ooxml

import (
	"bytes"
	"strings"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

// Markup is an XML part in the making. Elements are opened and closed in turn; names and the names of attributes are
// written by the program, every value is escaped.
type Markup struct {
	out  bytes.Buffer
	open []string
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// NewMarkup starts a part with its declaration.
func NewMarkup() *Markup {
	m := &Markup{}
	m.out.WriteString(declaration)
	return m
}

// Open starts an element. Attributes are names and values in turn; one with an empty value is left out.
func (m *Markup) Open(name string, attributes ...string) {
	m.tag(name, attributes)
	m.out.WriteByte('>')
	m.open = append(m.open, name)
}

// Close ends the element that was opened last.
func (m *Markup) Close() {
	last := len(m.open) - 1
	m.out.WriteString("</" + m.open[last] + ">")
	m.open = m.open[:last]
}

// Empty writes an element without content.
func (m *Markup) Empty(name string, attributes ...string) {
	m.tag(name, attributes)
	m.out.WriteString("/>")
}

// Leaf writes an element with text only.
func (m *Markup) Leaf(name, text string, attributes ...string) {
	m.Open(name, attributes...)
	m.Text(text)
	m.Close()
}

// Text writes character data.
func (m *Markup) Text(text string) { m.out.WriteString(picture.Escape(text)) }

// Bytes is the part. It panics where an element is still open.
func (m *Markup) Bytes() []byte {
	if len(m.open) > 0 {
		panic("ooxml: still open: " + strings.Join(m.open, " "))
	}
	return m.out.Bytes()
}

func (m *Markup) tag(name string, attributes []string) {
	m.out.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			m.out.WriteString(" " + attributes[i] + `="` + picture.Escape(attributes[i+1]) + `"`)
		}
	}
}
