package usecase

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Build makes the document of a result in one language.
func Build(result *models.Result, lang models.Lang) content.Document {
	v := phrasing.New(result, lang)
	return content.Document{
		Lang:     lang,
		Heading:  v.Text(words.DocumentKind),
		Title:    v.Text(v.Title()),
		Front:    front(v),
		Sections: build(v, sections()),
		Aside:    attacks.Aside(v),
	}
}

// section is one section of the document: a function over the view of a result. It gives none, without an id, where it is
// for cases alone that state something.
type section func(*phrasing.View) content.Section

// sections lists the sections in the order of the document. One more is a line here.
func sections() []section {
	return []section{
		overview, stakeholders, configuration, dataflow, lifecycle,
		evaluation,
		threats, viewpoints, measures, decisions, decision,
		attacks.Paths, attacks.Entries, assets, supplyChain, assumptions, findings, compliance, limits, sources,
	}
}

// build makes the sections of a list, numbered; those for which the case states nothing are left out.
func build(v *phrasing.View, list []section) []content.Section {
	var out []content.Section
	for _, write := range list {
		if s := write(v); s.ID != "" {
			out = append(out, s)
		}
	}
	number(v, out)
	attacks.Number(v, out...)
	return out
}

// number gives the sections their numbers; those of the annex have letters.
func number(v *phrasing.View, sections []content.Section) {
	steps := 0
	for i := range sections {
		s := &sections[i]
		no := strconv.Itoa(i + 1)
		s.Number = no
		if s.Step == words.Annex {
			no = attacks.Letter(i - steps)
			s.Number = v.Fill(words.AnnexNumber, phrasing.Roles{"letter": content.Raw(no)}).String()
		} else {
			steps++
		}
		for j := range s.Sections {
			s.Sections[j].Number = no + "." + strconv.Itoa(j+1)
		}
	}
}
