package rendertest

import (
	"reflect"

	"github.com/harmpath/harmpath/models"
)

// HostileTexts are texts that a document must show as text: markup of several kinds, control characters, directional
// overrides, a very long word, addresses that run code, formulas.
func HostileTexts() []string {
	long := make([]byte, 3000)
	for i := range long {
		long[i] = 'W'
	}
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `[click](javascript:alert(1))`, "![x](data:text/html;base64,AAAA)",
		"# heading\n\n- item\n```\ncode\n```", "| a | b |\n|---|---|\n| c | d |", "**bold** _em_ ~~gone~~ `code` <!-- x -->",
		"a\x00b\x07c\x1b[31mred\x7f\u0085\u2028\u2029", "\u202eevil\u202c \u2066x\u2069 \ufeff\ufffe\U000e0041", "bad\xff\xfeutf8",
		`=cmd|'/c calc'!A1`, "&lt;b&gt; &amp; &#106;", "]]>--></style></svg></title>", "\\*\\_\\", "http://example.com/?a=b&c=<d>", "$x^2$ \\(y\\)",
		"السلام שלום", "1. one", "+ plus", "    indented", "{from} {1} {profile}", string(long),
	}
}

// Hostile is Case with every text of the model, of the catalog and of places replaced by hostile ones. Identifiers stay.
func Hostile() *models.Result {
	r := Case()
	h := &poison{texts: HostileTexts()}
	h.spoil(reflect.ValueOf(r).Elem())
	return r
}

// poison replaces texts in turn.
type poison struct {
	texts []string
	next  int
}

func (p *poison) one() string {
	p.next++
	return p.texts[p.next%len(p.texts)]
}

// spoil walks a value of the result; its types nest, its data does not.
func (p *poison) spoil(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *models.Text:
		if !x.Empty() {
			*x = models.Text{JA: p.one(), EN: p.one()}
		}
		return
	case *models.Place:
		x.File = p.one()
		return
	case *models.Limit:
		*x = models.Limit{Question: p.one(), About: p.one(), Reason: p.one()}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				p.spoil(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.spoil(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			p.spoil(v.Elem())
		}
	}
}
