package docx

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/ooxml"
)

// borrow takes the look of a template: its styles, typefaces, theme and numbering, the page of its last section and that
// section's header and footer with what they show. Its text, its macros and everything else stay behind; styles that
// it lacks are added.
func borrow(template *render.File) (*look, error) {
	l, err := readTemplate(template.Body)
	if err != nil {
		return nil, &render.TemplateError{Name: template.Name, Reason: err}
	}
	return l, nil
}

func readTemplate(body []byte) (*look, error) {
	parts, err := ooxml.Open(body)
	if err != nil {
		return nil, err
	}
	main := parts.Related("", ooxml.DocumentRelation)
	document, _ := parts.Part(main)
	if document.Type != documentType && document.Type != templateType {
		return nil, models.Messagef("it is no Word document without macros (.docx)")
	}
	l := &look{parts: parts, names: map[string]string{}, numbered: map[string]bool{}, page: a4}
	if err := l.takePage(document); err != nil {
		return nil, err
	}
	facing := bothSides(parts, main)
	l.leaveBehind(main)
	numbers, err := l.addNumbering()
	if err != nil {
		return nil, err
	}
	if err := l.addStyles(numbers); err != nil {
		return nil, err
	}
	own := settings
	if facing {
		own = strings.Replace(own, "<w:characterSpacingControl", "<w:evenAndOddHeaders/>\n<w:characterSpacingControl", 1)
	}
	l.add(settingsRelation, settingsPart, settingsType, own)
	return l, l.parts.SelfContained()
}

// lastSection is what is read of w:sectPr.
type lastSection struct {
	Headers []headerReference `xml:"headerReference"`
	Footers []headerReference `xml:"footerReference"`
	Size    struct {
		Width  string `xml:"w,attr"`
		Height string `xml:"h,attr"`
	} `xml:"pgSz"`
	Margins struct {
		Top    string `xml:"top,attr"`
		Right  string `xml:"right,attr"`
		Bottom string `xml:"bottom,attr"`
		Left   string `xml:"left,attr"`
		Header string `xml:"header,attr"`
		Footer string `xml:"footer,attr"`
	} `xml:"pgMar"`
	FirstDiffers *struct {
		Off string `xml:"val,attr"`
	} `xml:"titlePg"`
}

type headerReference struct {
	Kind string `xml:"type,attr"`
	ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
}

// takePage reads the page of the template's last section.
func (l *look) takePage(document ooxml.Part) error {
	var read struct {
		Body struct {
			Section lastSection `xml:"sectPr"`
		} `xml:"body"`
	}
	if err := xml.Unmarshal(document.Body, &read); err != nil {
		return models.Messagef("its text cannot be read: %s", models.MessageOf(err))
	}
	s := &read.Body.Section
	take := func(into *int, value string, least, most int) {
		if n, err := strconv.Atoi(value); err == nil && n >= least && n <= most {
			*into = n
		}
	}
	const inch = 1440
	take(&l.page.Width, s.Size.Width, 3*inch, 22*inch)
	take(&l.page.Height, s.Size.Height, 3*inch, 22*inch)
	if l.page.Width > l.page.Height {
		l.page.Width, l.page.Height = l.page.Height, l.page.Width // wide pages are turned ones
	}
	take(&l.page.Top, s.Margins.Top, 0, l.page.Height/3)
	take(&l.page.Bottom, s.Margins.Bottom, 0, l.page.Height/3)
	take(&l.page.Left, s.Margins.Left, 0, l.page.Width/3)
	take(&l.page.Right, s.Margins.Right, 0, l.page.Width/3)
	take(&l.page.Header, s.Margins.Header, 0, l.page.Height/3)
	take(&l.page.Footer, s.Margins.Footer, 0, l.page.Height/3)
	l.ownHeader, l.ownFooter = len(s.Headers) > 0, len(s.Footers) > 0
	for _, r := range s.Headers {
		l.references = append(l.references, reference{"w:headerReference", r.Kind, r.ID})
	}
	for _, r := range s.Footers {
		l.references = append(l.references, reference{"w:footerReference", r.Kind, r.ID})
	}
	l.firstDiffers = s.FirstDiffers != nil && s.FirstDiffers.Off != "0" && s.FirstDiffers.Off != "false"
	return nil
}

// bothSides tells whether left and right pages of the template have headers of their own.
func bothSides(parts *ooxml.Package, main string) bool {
	part, _ := parts.Part(parts.Related(main, settingsRelation))
	return regexp.MustCompile(`<w:evenAndOddHeaders(\s*/>|\s+w:val="(1|true|on)")`).Match(part.Body)
}

// leaveBehind keeps only what dresses a document, and moves it to where harmpath's document stands.
func (l *look) leaveBehind(main string) {
	kept := []string{ooxml.StylesRelation, ooxml.ThemeRelation, fontsRelation, numberingRelation}
	shown := map[string]bool{}
	for _, r := range l.references {
		shown[r.id] = true
	}
	dresses := func(r ooxml.Relation) bool { return !r.Out && (slices.Contains(kept, r.Type) || shown[r.ID]) }
	l.parts.Unrelate("", func(ooxml.Relation) bool { return true })
	l.parts.Unrelate(main, func(r ooxml.Relation) bool { return !dresses(r) })
	l.parts.Move(main, documentPart)
	l.parts.Put(ooxml.Part{Name: documentPart, Type: documentType})
	l.parts.Relate("", ooxml.DocumentRelation, documentPart)
	l.parts.Prune()
	there := map[string]bool{}
	for _, r := range l.parts.Relations(documentPart) {
		there[r.ID] = true
	}
	l.references = slices.DeleteFunc(l.references, func(r reference) bool { return !there[r.id] })
}

// ownNumbers are the numberings of harmpath's styles: those of lists, and of lists in cells.
var ownNumbers = []string{"1", "2"}

// addNumbering adds harmpath's numberings to those of the template and returns their new numbers.
func (l *look) addNumbering() (map[string]string, error) {
	same := map[string]string{"1": "1", "2": "2"}
	name := l.parts.Related(documentPart, numberingRelation)
	part, there := l.parts.Part(name)
	if !there {
		l.add(numberingRelation, numberingPart, numberingType, numbering)
		return same, nil
	}
	body := string(part.Body)
	if !strings.Contains(body, "</w:numbering>") {
		if !strings.Contains(body, "<w:numbering") {
			return nil, models.Messagef("its numbering cannot be read")
		}
		l.parts.Put(ooxml.Part{Name: name, Type: numberingType, Body: []byte(numbering)}) // it is empty
		return same, nil
	}
	free := 1 + highest(body, `w:abstractNumId="(\d+)"`, `<w:num [^>]*w:numId="(\d+)"`)
	renumbered, abstracts, nums := map[string]string{}, "", ""
	for i, own := range ownNumbers {
		id := strconv.Itoa(free + i)
		renumbered[own] = id
		abstracts += strings.Replace(inclusive(numbering, `<w:abstractNum w:abstractNumId="`+own+`"`, "</w:abstractNum>"),
			`w:abstractNumId="`+own+`"`, `w:abstractNumId="`+id+`"`, 1)
		nums += `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + id + `"/></w:num>`
	}
	at := len(body)
	for _, after := range []string{"<w:num ", "<w:numIdMacAtCleanup", "</w:numbering>"} {
		if i := strings.Index(body, after); i >= 0 {
			at = min(at, i)
		}
	}
	body = body[:at] + abstracts + body[at:]
	end := strings.LastIndex(body, "</w:numbering>")
	if i := strings.LastIndex(body, "<w:numIdMacAtCleanup"); i >= 0 {
		end = i
	}
	l.parts.Put(ooxml.Part{Name: name, Type: part.Type, Body: []byte(body[:end] + nums + body[end:])})
	return renumbered, nil
}

// inclusive is what stands in text from one mark to another, with both.
func inclusive(text, first, last string) string {
	return first + between(text, first, last) + last
}

// highest is the highest number that a text holds at the places that patterns find.
func highest(text string, patterns ...string) int {
	most := 0
	for _, pattern := range patterns {
		for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			if n, err := strconv.Atoi(found[1]); err == nil && n < 1<<30 {
				most = max(most, n)
			}
		}
	}
	return most
}

// templateStyles is what is read of the styles of a template.
type templateStyles struct {
	Styles []struct {
		ID   string `xml:"styleId,attr"`
		Name struct {
			Value string `xml:"val,attr"`
		} `xml:"name"`
		Numbered *struct{} `xml:"pPr>numPr"`
	} `xml:"style"`
}

// addStyles finds the template's styles by their names, which are the same in every language of Word, and adds those of
// harmpath's that it lacks.
func (l *look) addStyles(numbers map[string]string) error {
	name := l.parts.Related(documentPart, ooxml.StylesRelation)
	part, _ := l.parts.Part(name)
	var read templateStyles
	if err := xml.Unmarshal(part.Body, &read); err != nil || !strings.Contains(string(part.Body), "</w:styles>") {
		return models.Messagef("its styles cannot be read")
	}
	known, taken := map[string]string{}, map[string]bool{}
	for _, s := range read.Styles {
		known[strings.ToLower(s.Name.Value)] = s.ID
		taken[s.ID] = true
		l.numbered[s.ID] = s.Numbered != nil
	}
	var lacking []ownStyle
	for _, s := range ownStyles() {
		if id, there := known[strings.ToLower(s.name)]; there {
			l.names[s.id] = id
			continue
		}
		lacking = append(lacking, s)
		if l.names[s.id] = s.id; taken[s.id] {
			l.names[s.id] = "Harmpath" + s.id
		}
	}
	added := ""
	for _, s := range lacking {
		added += l.adapted(s.markup, numbers)
	}
	body := strings.Replace(string(part.Body), "</w:styles>", added+"</w:styles>", 1)
	l.parts.Put(ooxml.Part{Name: name, Type: part.Type, Body: []byte(body)})
	return nil
}

var (
	styleReferences  = regexp.MustCompile(`(w:styleId="|<w:(?:basedOn|next) w:val=")([^"]+)"`)
	numberReferences = regexp.MustCompile(`<w:numId w:val="([^"]+)"`)
)

// adapted is a style of harmpath's with the template's names and numberings, and no longer a default.
func (l *look) adapted(markup string, numbers map[string]string) string {
	markup = styleReferences.ReplaceAllStringFunc(markup, func(found string) string {
		parts := styleReferences.FindStringSubmatch(found)
		return parts[1] + l.style(parts[2]) + `"`
	})
	markup = numberReferences.ReplaceAllStringFunc(markup, func(found string) string {
		return `<w:numId w:val="` + numbers[numberReferences.FindStringSubmatch(found)[1]] + `"`
	})
	return strings.Replace(markup, ` w:default="1"`, "", 1)
}
