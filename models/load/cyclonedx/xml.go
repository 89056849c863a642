package cyclonedx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// namespace is how the namespaces of the format in XML begin; what stands behind it is the version. Its extensions, which
// earlier versions had for vulnerabilities and dependencies, begin as the family does.
const (
	family    = "http://cyclonedx.org/schema/"
	namespace = family + "bom/"
)

// readXML reads a file in XML into the same document as one in JSON.
func readXML(file string, text []byte, limits load.SupplementLimits) (document, models.Problems) {
	inner := load.NewXML(text)
	source := placed{decoder: inner, file: file, depth: limits.Depth}
	var d document
	err := xml.NewTokenDecoder(&source).Decode(&d)
	if err == nil {
		err = source.end()
	}
	var refused refusal
	switch {
	case errors.As(err, &refused):
		return d, models.Problems{refused.Problem}
	case err != nil:
		return d, models.Problems{*load.XMLFault(file, inner, err)}
	}
	d.SpecVersion = source.version
	d.At = models.Place{File: file, Line: 1, Column: 1}
	for i := range d.Dependencies {
		for _, below := range d.Dependencies[i].Below {
			d.Dependencies[i].DependsOn = append(d.Dependencies[i].DependsOn, below.Ref)
		}
	}
	for i := range d.Vulnerabilities {
		if v := &d.Vulnerabilities[i]; v.Of != "" {
			v.Affects = append(v.Affects, affected{Ref: v.Of})
		}
	}
	d.place(file)
	return d, nil
}

// place says of each component and vulnerability where it stands.
func (d *document) place(file string) {
	for i := range d.Vulnerabilities {
		d.Vulnerabilities[i].At = d.Vulnerabilities[i].Spot.in(file)
	}
	lists := [][]component{d.Components}
	if of := d.Metadata.Component; of != nil {
		of.At = of.Spot.in(file)
		lists = append(lists, of.Components)
	}
	for len(lists) > 0 {
		list := lists[len(lists)-1]
		lists = lists[:len(lists)-1]
		for i := range list {
			list[i].At = list[i].Spot.in(file)
			lists = append(lists, list[i].Components)
		}
	}
}

// spot is where an element begins, as line:column. It comes as an attribute that no file has.
type spot string

func (s spot) in(file string) models.Place {
	at := models.Place{File: file}
	_, _ = fmt.Sscanf(string(s), "%d:%d", &at.Line, &at.Column) // it is ours
	return at
}

// placed is a source of XML tokens that tells of each element where it begins, and passes over the elements of other
// namespaces.
type placed struct {
	decoder *xml.Decoder
	file    string
	version string // of the format, once its outermost element was read
	open    int    // elements around
	depth   int    // limit of open
}

// Token implements xml.TokenReader.
func (p *placed) Token() (xml.Token, error) {
	for {
		line, column := p.decoder.InputPos()
		token, err := p.decoder.Token()
		if err != nil {
			return nil, err
		}
		at := models.Place{File: p.file, Line: line, Column: column}
		switch t := token.(type) {
		case xml.Directive:
			return nil, refusal{models.Problem{At: at, What: models.Messagef("the file declares a document type"), Remedy: models.Messagef("take one without")}}
		case xml.StartElement:
			if p.open == 0 {
				p.version = strings.TrimPrefix(t.Name.Space, namespace)
			} else if !strings.HasPrefix(t.Name.Space, family) {
				if err := p.decoder.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			if p.open++; p.open > p.depth {
				return nil, refusal{models.Problem{At: at, What: models.Messagef("exceeded max depth of %d", p.depth), Remedy: models.Messagef("take a file that nests less")}}
			}
			t.Attr = append(t.Attr, xml.Attr{Name: xml.Name{Space: "place", Local: "spot"}, Value: fmt.Sprintf("%d:%d", line, column)})
			return t, nil
		case xml.EndElement:
			p.open--
		}
		return token, nil
	}
}

// end reads what stands behind the outermost element, where nothing may stand.
func (p *placed) end() error {
	for {
		if _, err := p.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// refusal is a problem that ends reading.
type refusal struct{ models.Problem }

func (r refusal) Error() string { return r.What.String() }
