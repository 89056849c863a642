package terminal

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// FindingsPrinter prints findings, a line each: the place, how grave it is, and what is found.
type FindingsPrinter struct {
	W      io.Writer
	Screen Screen
	Lang   models.Lang
	Folder string // of the model, before the places
	Kinds  []models.FindingKind
}

func (p *FindingsPrinter) Print(indent string, findings []models.Finding) error {
	for i := range findings {
		f := &findings[i]
		place := ""
		if at := Placed(p.Folder, f.At).String(); at != "" {
			place = VisibleLine(at) + ": "
		}
		sentence := content.Clean(SentenceOf(p.Kinds, f).In(p.Lang))
		if _, err := fmt.Fprintf(p.W, "%s%s%s: %s\n", indent, place, p.severity(f.Severity), sentence); err != nil {
			return err
		}
	}
	return nil
}

func (p *FindingsPrinter) severity(severity models.Severity) string {
	word := words.Severity(severity).In(p.Lang)
	switch severity {
	case models.Grave:
		return p.Screen.paint(word, red)
	case models.Warning:
		return p.Screen.paint(word, yellow)
	}
	return word
}

// SentenceOf is the sentence of a finding, with its subjects named; its kind where the kinds lack it.
func SentenceOf(kinds []models.FindingKind, f *models.Finding) models.Text {
	if kind := kindOf(kinds, f); kind != nil {
		return filledIn(kind.Means, f)
	}
	return models.Plain(f.Kind)
}

// RemedyOf says what to do about a finding.
func RemedyOf(kinds []models.FindingKind, f *models.Finding) models.Text {
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

// Placed puts a folder before a place's file, as users type paths.
func Placed(folder string, at models.Place) models.Place {
	if at.File != "" {
		at.File = filepath.ToSlash(filepath.Join(folder, at.File))
	}
	return at
}
