package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// findingsPrinter prints findings, a line each: the place, how grave it is, and what is found.
type findingsPrinter struct {
	w      io.Writer
	screen screen
	lang   models.Lang
	folder string // of the model, before the places
	kinds  []models.FindingKind
}

func (p *findingsPrinter) print(indent string, findings []models.Finding) error {
	for i := range findings {
		f := &findings[i]
		place := ""
		if at := placed(p.folder, f.At).String(); at != "" {
			place = visibleLine(at) + ": "
		}
		sentence := content.Clean(sentenceOf(p.kinds, f).In(p.lang))
		if _, err := fmt.Fprintf(p.w, "%s%s%s: %s\n", indent, place, p.severity(f.Severity), sentence); err != nil {
			return err
		}
	}
	return nil
}

func (p *findingsPrinter) severity(severity models.Severity) string {
	word := words.Severity(severity).In(p.lang)
	switch severity {
	case models.Grave:
		return p.screen.paint(word, red)
	case models.Warning:
		return p.screen.paint(word, yellow)
	}
	return word
}

// sentenceOf is the sentence of a finding, with its subjects named; its kind where the kinds lack it.
func sentenceOf(kinds []models.FindingKind, f *models.Finding) models.Text {
	if kind := kindOf(kinds, f); kind != nil {
		return filledIn(kind.Means, f)
	}
	return models.Plain(f.Kind)
}

// remedyOf says what to do about a finding.
func remedyOf(kinds []models.FindingKind, f *models.Finding) models.Text {
	if kind := kindOf(kinds, f); kind != nil {
		return filledIn(kind.Remedy, f)
	}
	return models.Text{}
}

func kindOf(kinds []models.FindingKind, f *models.Finding) *models.FindingKind {
	if i := slices.IndexFunc(kinds, func(k models.FindingKind) bool { return k.ID == f.Kind }); i >= 0 {
		return &kinds[i]
	}
	return nil
}

// filledIn puts the names of a finding's subjects into a text.
func filledIn(text models.Text, f *models.Finding) models.Text {
	in := func(lang models.Lang) string {
		var pairs []string
		for i, name := range f.Names {
			pairs = append(pairs, strconv.Itoa(i+1), name.In(lang))
		}
		return words.Fill(text.In(lang), pairs...)
	}
	return models.Text{JA: in(models.Japanese), EN: in(models.English)}
}
