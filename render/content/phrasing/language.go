package phrasing

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Language says texts in one language and builds the blocks of a document of them.
type Language struct{ Lang models.Lang }

// Text says a text in the document's language.
func (in Language) Text(t models.Text) string { return strings.TrimSpace(content.Clean(t.In(in.Lang))) }

// Span says a text in the document's language and marks where only the other language has it.
func (in Language) Span(kind content.SpanKind, t models.Text) content.Span {
	s := content.Span{Text: in.Text(t), Kind: kind}
	if t.Lacks(in.Lang) {
		s.Lang = other(in.Lang)
	}
	return s
}

func other(lang models.Lang) models.Lang {
	if lang == models.Japanese {
		return models.English
	}
	return models.Japanese
}

// Line is a line that says one text.
func (in Language) Line(t models.Text) content.Line { return content.Line{in.Span(content.Plain, t)} }

// Quiet is a line said by the way.
func (in Language) Quiet(t models.Text) content.Line { return content.Line{in.Span(content.Quiet, t)} }

// Strong is a line that matters.
func (in Language) Strong(t models.Text) content.Line {
	return content.Line{in.Span(content.Strong, t)}
}

// Roles are what stands in the roles of a sentence, by their names.
type Roles map[string]content.Line

// Fill says a sentence with its roles filled. A role that is not filled stays as written.
func (in Language) Fill(sentence models.Text, roles Roles) content.Line {
	var out content.Line
	literal := in.Span(content.Plain, sentence)
	for _, part := range words.Split(literal.Text) {
		filled, known := roles[part.Text]
		switch {
		case part.Role && known:
			out = append(out, filled...)
		case part.Role:
			out = append(out, content.Span{Text: "{" + part.Text + "}", Lang: literal.Lang})
		default:
			out = append(out, content.Span{Text: part.Text, Lang: literal.Lang})
		}
	}
	return out
}

// FillText puts a text into a sentence, in both languages.
func (in Language) FillText(sentence models.Text, role string, text models.Text) models.Text {
	return models.Text{JA: words.Fill(sentence.JA, role, text.JA), EN: words.Fill(sentence.EN, role, text.EN)}
}

// Comma separates the items of an enumeration within a sentence.
func (in Language) Comma() string { return in.either("、", ", ") }

// Semicolon separates the items of an enumeration that hold commas themselves.
func (in Language) Semicolon() string { return in.either("／", "; ") }

// Colon separates a name from what is said of it.
func (in Language) Colon() string { return in.either("：", ": ") }

func (in Language) either(japanese, english string) string {
	if in.Lang == models.Japanese {
		return japanese
	}
	return english
}

// Parentheses puts a line in parentheses, with the space before them that the language wants.
func (in Language) Parentheses(l content.Line) content.Line {
	return content.Join("", content.Line{{Text: in.either("（", " (")}}, l, content.Line{{Text: in.either("）", ")")}})
}

// brackets puts a line in square brackets, where parentheses would nest.
func (in Language) brackets(l content.Line) content.Line {
	return content.Join("", content.Line{{Text: in.either("［", " [")}}, l, content.Line{{Text: in.either("］", "]")}})
}

// Lines says several texts, one a line.
func (in Language) Lines(texts []models.Text) []content.Line {
	return content.Each(texts, in.Line)
}
