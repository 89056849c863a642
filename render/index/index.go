// Package index writes the page that links everything that a report made, in both languages.
package index

import (
	_ "embed"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/html"
	"github.com/harmpath/harmpath/render/words"
)

// FileName is the name of the index page in a report.
const FileName = "index.html"

//go:embed style.css
var style string

// collectionStyle is what the page of several cases adds.
//
//go:embed collection.css
var collectionStyle string

// Page makes the index page of what was made of an input: a part for each language, then what is of no language. The
// first language heads the page. The page of several cases leads to that of each, in the folder of the case.
func Page(in render.Input, made []render.Made) render.File {
	langs := in.Langs
	if len(langs) == 0 {
		langs = models.Langs()
	}
	p := &page{in: &in, lang: langs[0], made: made}
	p.head()
	for _, lang := range langs {
		p.lang = lang
		p.part(lang)
	}
	p.lang = langs[0]
	p.common()
	p.printf("</main>\n</body>\n</html>\n")
	return render.File{Name: FileName, Body: []byte(p.out.String())}
}

// page writes the index page.
type page struct {
	out  strings.Builder
	in   *render.Input
	lang models.Lang
	made []render.Made
}

// printf writes markup; every argument is already quoted, or a number.
func (p *page) printf(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

func (p *page) say(t models.Text) string { return html.Quote(t.In(p.lang)) }

func (p *page) head() {
	p.printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", p.lang)
	p.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", html.Policy)
	p.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.printf("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", p.say(p.title()), html.Inks(p.in.Theme)+p.style())
}

// title is what the page is called.
func (p *page) title() models.Text {
	if p.in.Collection != nil {
		return words.CollectionTitle
	}
	return p.in.Result.System.Title
}

func (p *page) style() string {
	if p.in.Collection != nil {
		return style + collectionStyle
	}
	return style
}

// part links what was made in one language: documents and other files first, then the diagrams with a small view.
func (p *page) part(lang models.Lang) {
	doc := document.Of(p.in, lang)
	p.printf("<section lang=\"%s\">\n<p class=\"heading\">%s</p>\n<h1>%s</h1>\n", lang, html.Quote(doc.Heading), html.Quote(doc.Title))
	if p.in.Collection != nil {
		p.cases()
	} else {
		p.levels()
	}
	var files []link
	var diagrams []link
	for _, m := range p.made {
		for _, f := range m.Files {
			if fileLang(f.Name) != lang {
				continue
			}
			l := link{name: f.Name, doc: p.about(m.Output)}
			if strings.HasPrefix(f.Name, "diagrams/") {
				diagrams = append(diagrams, l)
			} else {
				files = append(files, l)
			}
		}
	}
	p.files(words.IndexFiles, files)
	captions := map[string]string{}
	for _, f := range slices.Concat(doc.Figures(), doc.Aside) {
		captions[f.ID] = f.Caption
	}
	p.diagrams(diagrams, captions)
	p.printf("</section>\n")
}

// about says what an output makes of what the page is about.
func (p *page) about(o render.Output) models.Text {
	if p.in.Collection != nil && !o.Together.Empty() {
		return o.Together
	}
	return o.Doc
}

// levels are the published levels.
func (p *page) levels() {
	recovery, economic := p.published(p.in.Result)
	p.printf("<dl>\n<dt>%s</dt><dd>%s</dd>\n<dt>%s</dt><dd>%s</dd>\n</dl>\n",
		p.say(words.RecoveryAxis), html.Quote(spaced(recovery)), p.say(words.EconomicAxis), html.Quote(spaced(economic)))
}

// published are the published levels of a result, with the marks of what must be known with them.
func (p *page) published(r *models.Result) (recovery, economic content.Line) {
	in, levels := phrasing.Language{Lang: p.lang}, &r.Levels.Published.Assessed
	return in.RecoveryLevel(levels), in.EconomicLevel(levels)
}

// cases lists the cases, each leading to its own page.
func (p *page) cases() {
	p.printf("<h2>%s</h2>\n<table>\n<thead><tr>", p.say(words.IndexCases))
	for _, head := range []models.Text{words.ColumnMark, words.ColumnCase, words.ColumnSite, words.RecoveryAxis, words.EconomicAxis} {
		p.printf("<th scope=\"col\">%s</th>", p.say(head))
	}
	p.printf("</tr></thead>\n<tbody>\n")
	for i, result := range p.in.Collection.Results {
		c := &p.in.Collection.Cases[i]
		recovery, economic := p.published(result)
		p.printf("<tr><td>%s</td><th scope=\"row\"><a href=\"%s\">%s</a></th><td>%s</td><td>%s</td><td>%s</td></tr>\n",
			html.Quote(c.Mark), href(models.FileName(string(c.ID))+"/"+FileName), p.say(c.Title), p.say(phrasing.NewVocabulary(result).Site(result.System.Site)), html.Quote(spaced(recovery)), html.Quote(spaced(economic)))
	}
	p.printf("</tbody>\n</table>\n")
}

// spaced is the text of a level with its marks set off.
func spaced(l content.Line) string {
	var out strings.Builder
	for _, s := range l {
		if s.Kind == content.Mark {
			out.WriteString(" [" + s.Text + "]")
			continue
		}
		out.WriteString(s.Text)
	}
	return out.String()
}

// link is a file with what its output makes.
type link struct {
	name string
	doc  models.Text
}

func (p *page) files(title models.Text, files []link) {
	if len(files) == 0 {
		return
	}
	p.printf("<h2>%s</h2>\n<ul class=\"files\">\n", p.say(title))
	for _, f := range files {
		p.printf("<li><a href=\"%s\">%s</a> <span>%s</span></li>\n", href(f.name), html.Quote(f.name), p.say(f.doc))
	}
	p.printf("</ul>\n")
}

// caption is that of a figure; a drawing that continues one has the figure's, with what tells it apart.
func (p *page) caption(id string, captions map[string]string) string {
	if caption, known := captions[id]; known {
		return caption
	}
	for at := strings.LastIndex(id, "-"); at > 0; at = strings.LastIndex(id[:at], "-") {
		if caption, known := captions[id[:at]]; known {
			return words.Fill(words.IndexFurther.In(p.lang), "figure", caption, "part", strings.Trim(id[at:], "-"))
		}
	}
	return id
}

// diagrams shows each diagram once, with links to all its files.
func (p *page) diagrams(files []link, captions map[string]string) {
	var order []string
	byStem := map[string][]link{}
	for _, f := range files {
		stem := strings.TrimSuffix(f.name, path.Ext(f.name))
		if byStem[stem] == nil {
			order = append(order, stem)
		}
		byStem[stem] = append(byStem[stem], f)
	}
	if len(order) == 0 {
		return
	}
	p.printf("<h2>%s</h2>\n<ul class=\"diagrams\">\n", p.say(words.IndexDiagrams))
	for _, stem := range order {
		id := strings.TrimSuffix(path.Base(stem), path.Ext(stem))
		title := p.caption(id, captions)
		p.printf("<li>")
		for _, f := range byStem[stem] {
			if path.Ext(f.name) == ".svg" {
				p.printf("<a href=\"%s\"><img src=\"%s\" alt=\"%s\" loading=\"lazy\"></a>", href(f.name), href(f.name), html.Quote(title))
			}
		}
		p.printf("<p>%s", html.Quote(title))
		for _, f := range byStem[stem] {
			p.printf(" <a href=\"%s\">%s</a>", href(f.name), html.Quote(strings.TrimPrefix(path.Ext(f.name), ".")))
		}
		p.printf("</p></li>\n")
	}
	p.printf("</ul>\n")
}

// common links the files that are of no language.
func (p *page) common() {
	var files []link
	for _, m := range p.made {
		for _, f := range m.Files {
			if fileLang(f.Name) == "" {
				files = append(files, link{name: f.Name, doc: p.about(m.Output)})
			}
		}
	}
	if len(files) == 0 {
		return
	}
	p.printf("<section>\n")
	p.files(words.IndexData, files)
	p.printf("</section>\n")
}

// fileLang is the language that a file's name ends with before its extension; empty for a file of none.
func fileLang(name string) models.Lang {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, lang := range models.Langs() {
		if path.Ext(stem) == "."+string(lang) {
			return lang
		}
	}
	return ""
}

// href is a link to a file beside the page.
func href(name string) string {
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return html.Quote("./" + strings.Join(parts, "/"))
}
