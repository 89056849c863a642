package content

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Build makes the document of a result in one language.
func Build(result *models.Result, lang models.Lang) Document {
	b := newBuilder(result, lang)
	doc := Document{
		Lang:     lang,
		Heading:  b.string(words.DocumentKind),
		Title:    b.string(b.title()),
		Front:    b.front(),
		Sections: build(b, sections()),
		Aside:    b.aside(),
	}
	return doc
}

// Levels says the published levels on both axes, with the marks of what must be known with them.
func Levels(result *models.Result, lang models.Lang) (recovery, economic Line) {
	b, pair := newBuilder(result, lang), result.Levels.Published.Assessed
	return b.recoveryLevel(&pair), b.economicLevel(&pair)
}

// Site names the site where the system of a result is used.
func Site(result *models.Result) models.Text {
	return termed(indexWords(result).sites, result.System.Site, func(x *models.Site) models.Text { return x.Name })
}

func newBuilder(result *models.Result, lang models.Lang) *builder {
	s := &result.System
	b := &builder{result: result, system: s, lang: lang, elements: indexElements(result), words: indexWords(result),
		components:   indexBy(s.Components, func(x *models.Component) models.ComponentID { return x.ID }),
		data:         indexBy(s.Data, func(x *models.Data) models.DataID { return x.ID }),
		effects:      indexBy(s.Effects, func(x *models.Effect) models.EffectID { return x.ID }),
		measures:     indexBy(s.Measures, func(x *models.Measure) models.MeasureID { return x.ID }),
		consequences: indexBy(result.Consequences, func(x *models.Consequence) models.EffectID { return x.Effect }),
		graphs:       indexBy(result.Graphs, func(x *models.ConsequenceGraph) models.EffectID { return x.Effect }),
	}
	b.numbers = b.numberMeasures()
	b.folder = commonFolder(result)
	return b
}

// builder is what the sections share.
type builder struct {
	result       *models.Result
	system       *models.System
	lang         models.Lang
	elements     elements
	words        vocabulary
	components   map[models.ComponentID]*models.Component
	data         map[models.DataID]*models.Data
	effects      map[models.EffectID]*models.Effect
	measures     map[models.MeasureID]*models.Measure
	consequences map[models.EffectID]*models.Consequence
	graphs       map[models.EffectID]*models.ConsequenceGraph
	numbers      map[models.MeasureID]string // of the measures in the table by viewpoint
	folder       string                      // that all files of the case have in common
	alone        bool                        // one section is printed by itself, so nothing refers to another
}

// component, dataItem, effect, measure, consequence and graph find what the case or its result has by id; nil where there is
// none.
func (b *builder) component(id models.ComponentID) *models.Component { return b.components[id] }

func (b *builder) dataItem(id models.DataID) *models.Data { return b.data[id] }

func (b *builder) effect(id models.EffectID) *models.Effect { return b.effects[id] }

func (b *builder) measure(id models.MeasureID) *models.Measure { return b.measures[id] }

func (b *builder) consequence(id models.EffectID) *models.Consequence { return b.consequences[id] }

func (b *builder) graph(id models.EffectID) *models.ConsequenceGraph { return b.graphs[id] }

// measureNo is the number that a measure has in the table by viewpoint; empty where it is not in it.
func (b *builder) measureNo(id models.MeasureID) string { return b.numbers[id] }

// number gives the sections their numbers; those of the annex have letters.
func (b *builder) number(sections []Section) {
	steps := 0
	for i := range sections {
		s := &sections[i]
		no := strconv.Itoa(i + 1)
		s.Number = no
		if s.Step == words.Annex {
			no = AttackLetter(i - steps)
			s.Number = b.fill(words.AnnexNumber, filling{"letter": raw(no)}).String()
		} else {
			steps++
		}
		for j := range s.Sections {
			s.Sections[j].Number = no + "." + strconv.Itoa(j+1)
		}
	}
}

// title is what the document calls the case.
func (b *builder) title() models.Text {
	if !b.system.FullTitle.Empty() {
		return b.system.FullTitle
	}
	return b.system.Title
}

// string says a text in the document's language.
func (b *builder) string(t models.Text) string { return strings.TrimSpace(Clean(t.In(b.lang))) }

// span says a text in the document's language and marks where only the other language has it.
func (b *builder) span(kind SpanKind, t models.Text) Span {
	s := Span{Text: b.string(t), Kind: kind}
	if t.Lacks(b.lang) {
		s.Lang = other(b.lang)
	}
	return s
}

func other(lang models.Lang) models.Lang {
	if lang == models.Japanese {
		return models.English
	}
	return models.Japanese
}

// line is a line that says one text.
func (b *builder) line(t models.Text) Line { return Line{b.span(Plain, t)} }

// quiet is a line said by the way.
func (b *builder) quiet(t models.Text) Line { return Line{b.span(Quiet, t)} }

// strong is a line that matters.
func (b *builder) strong(t models.Text) Line { return Line{b.span(Strong, t)} }

// raw is a line of text that is the same in every language.
func raw(s string) Line { return Line{{Text: Clean(s)}} }

// filling says what stands in the roles of a sentence.
type filling map[string]Line

// fill says a sentence with its roles filled. A role that is not filled stays as written.
func (b *builder) fill(sentence models.Text, roles filling) Line {
	var out Line
	literal := b.span(Plain, sentence)
	for _, part := range words.Split(literal.Text) {
		filled, known := roles[part.Text]
		switch {
		case part.Role && known:
			out = append(out, filled...)
		case part.Role:
			out = append(out, Span{Text: "{" + part.Text + "}", Lang: literal.Lang})
		default:
			out = append(out, Span{Text: part.Text, Lang: literal.Lang})
		}
	}
	return out
}

// paragraph, note and gap make the blocks that sections are mostly made of.
func (b *builder) paragraph(t models.Text) Block { return Paragraph{Text: b.line(t)} }

func (b *builder) note(t models.Text) Block { return Paragraph{Text: b.line(t), Small: true} }

func (b *builder) remark(t models.Text) Block { return Notice{Tone: Remark, Text: b.line(t)} }

func (b *builder) gap(t models.Text) Block { return Notice{Tone: Gap, Text: b.line(t)} }

// figure makes the place of a drawing.
func (b *builder) figure(id string, caption Line) Block {
	return Figure{ID: id, Caption: caption.String()}
}

// table starts a table.
func (b *builder) table(id string, caption models.Text, columns ...Column) Table {
	return Table{ID: id, Caption: b.string(caption), Columns: columns}
}

// column makes a column of running text.
func (b *builder) column(title models.Text, weight int) Column {
	return Column{Title: b.string(title), Weight: weight}
}

// head makes a column whose cells name their row.
func (b *builder) head(title models.Text, weight int) Column {
	return Column{Title: b.string(title), Weight: weight, Head: true}
}

// narrow makes a column of short marks.
func (b *builder) narrow(title models.Text, weight int) Column {
	return Column{Title: b.string(title), Weight: weight, Centre: true}
}

// section makes a section.
func (b *builder) section(id string, step words.Step, title models.Text, blocks ...Block) Section {
	return Section{ID: id, Step: step, Title: b.string(title), Blocks: blocks}
}

// join puts lines into one, with sep between them.
func join(sep string, lines ...Line) Line {
	var out Line
	for i, l := range lines {
		if i > 0 {
			out = append(out, Span{Text: sep})
		}
		out = append(out, l...)
	}
	return out
}

// comma separates the items of an enumeration within a sentence.
func (b *builder) comma() string {
	if b.lang == models.Japanese {
		return "、"
	}
	return ", "
}

// semicolon separates the items of an enumeration that hold commas themselves.
func (b *builder) semicolon() string {
	if b.lang == models.Japanese {
		return "／"
	}
	return "; "
}

// colon separates a name from what is said of it.
func (b *builder) colon() string {
	if b.lang == models.Japanese {
		return "："
	}
	return ": "
}

// parentheses puts a line in parentheses, with the space before them that the language wants.
func (b *builder) parentheses(l Line) Line {
	if b.lang == models.Japanese {
		return join("", Line{{Text: "（"}}, l, Line{{Text: "）"}})
	}
	return join("", Line{{Text: " ("}}, l, Line{{Text: ")"}})
}

// brackets puts a line in square brackets, where parentheses would nest.
func (b *builder) brackets(l Line) Line {
	if b.lang == models.Japanese {
		return join("", Line{{Text: "［"}}, l, Line{{Text: "］"}})
	}
	return join("", Line{{Text: " ["}}, l, Line{{Text: "]"}})
}
