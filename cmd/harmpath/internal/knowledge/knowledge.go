// Package knowledge lists what help can explain and list can list: topics, entries of the catalog, analyses, formats, outputs and the terms of documents.
package knowledge

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render/outputs"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/harmpath/harmpath/render/words"
)

// sort is one sort of things that harmpath knows, as list and help show them: entries of the catalog, analyses,
// outputs, input formats, terms, topics.
type sort struct {
	Name  string // as in harmpath list NAME
	Title models.Text
	About func(c *models.Catalog) []subject // its members, in order
}

// subject is one thing that list and help show.
type subject struct {
	ID    string
	Name  models.Text // what people call it, or what it is in a line
	Means models.Text
	Help  func(lang models.Lang) string // all that it says of itself
	Set   bool                          // its help is set in columns and not to be wrapped
}

// Sorts lists what can be listed: the sections of the catalog, then what the program itself is made of.
func Sorts() []sort {
	var out []sort
	for _, s := range catalog.Sections() {
		out = append(out, sort{s.Name, s.Doc, func(c *models.Catalog) []subject { return entries(c, s.Name) }})
	}
	return append(out,
		sort{"analyses", models.Text{JA: "分析", EN: "questions that harmpath answers"}, func(*models.Catalog) []subject { return analyses() }},
		sort{"inputs", models.Text{JA: "入力形式", EN: "formats that harmpath reads"}, func(*models.Catalog) []subject { return inputFormats() }},
		sort{"outputs", models.Text{JA: "出力", EN: "what harmpath makes"}, func(*models.Catalog) []subject { return madeOutputs() }},
		sort{"terms", models.Text{JA: "用語", EN: "words of documents and what they mean"}, func(*models.Catalog) []subject { return terms() }},
		sort{"topics", models.Text{JA: "ヘルプの話題", EN: "topics of help"}, func(*models.Catalog) []subject { return Topics() }},
	)
}

func entries(c *models.Catalog, section string) []subject {
	var out []subject
	for _, item := range catalog.List(c, section) {
		out = append(out, subject{item.ID, item.Name, item.Means, func(lang models.Lang) string { return catalog.Help(c, item, lang) }, false})
	}
	return out
}

func analyses() []subject {
	var out []subject
	for _, a := range suite.All() {
		out = append(out, documented(a.Name, models.Foreign(strings.Join(strings.Fields(a.Doc), " ")), ""))
	}
	return out
}

func inputFormats() []subject {
	var out []subject
	for _, f := range formats.All() {
		out = append(out, documented(f.Name, f.Title, f.Doc))
	}
	for _, s := range formats.Supplements() {
		out = append(out, documented(s.Name, s.Title, s.Doc))
	}
	return out
}

func madeOutputs() []subject {
	var out []subject
	for _, o := range outputs.All() {
		out = append(out, subject{o.Name, o.Doc, models.Text{}, func(lang models.Lang) string {
			return o.Name + "\n\n   " + o.Doc.In(lang)
		}, false})
	}
	return out
}

func terms() []subject {
	var out []subject
	for _, t := range words.Terms() {
		out = append(out, subject{t.ID(), t.Word, t.Meaning, func(lang models.Lang) string {
			return t.Word.In(lang) + "\n\n   " + t.Meaning.In(lang)
		}, false})
	}
	return out
}

// documented is a subject that says in a line what it is, and more below.
func documented(id string, line models.Message, more string) subject {
	return subject{id, line.Text(), models.Text{}, func(lang models.Lang) string {
		return strings.TrimSpace(id + "\n\n   " + line.In(lang) + "\n\n" + terminal.Paragraphs(more))
	}, false}
}

// SortNamed finds a sort.
func SortNamed(name string) (sort, bool) {
	all := Sorts()
	at := slices.IndexFunc(all, func(s sort) bool { return s.Name == name })
	if at < 0 {
		return sort{}, false
	}
	return all[at], true
}

// SortNames lists the names of the sorts.
func SortNames() []string {
	var out []string
	for _, s := range Sorts() {
		out = append(out, s.Name)
	}
	return out
}

// Known finds all subjects that somebody who writes word may mean: those with that id, or for SORT/ID the one.
func Known(c *models.Catalog, word string) []subject {
	name, id, qualified := strings.Cut(word, "/")
	if !qualified {
		name, id = "", word
	}
	var out []subject
	for _, s := range Sorts() {
		if qualified && s.Name != name {
			continue
		}
		for _, one := range s.About(c) {
			if one.ID == id {
				out = append(out, one)
			}
		}
	}
	return out
}
