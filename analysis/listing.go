package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// listed is how many effects the rows of one table of a result may list together, and listedInRow how many each row may
// list in any case. In a large case a row for each of thousands of components would list thousands of effects: no
// reader has use for that, and the file would grow with the square of the case.
const (
	listed      = 200_000
	listedInRow = 10
)

// Listing bounds what the rows of one table list. What a row leaves out is counted in it.
type Listing struct {
	pass     *Pass
	question string
	most     int
	cut      int // rows with a shortened list
}

// NewListing starts a table of so many rows.
func (p *Pass) NewListing(question string, rows int) *Listing {
	return &Listing{pass: p, question: question, most: max(listedInRow, listed/max(1, rows))}
}

// Effects returns the ids of effects given by their places, as many as a row may list, and how many there are; 0 where
// all are listed.
func (l *Listing) Effects(places []int32) (ids []models.EffectID, all int) {
	if len(places) > l.most {
		l.cut++
		all, places = len(places), places[:l.most]
	}
	for _, e := range places {
		ids = append(ids, l.pass.Effects()[e].ID)
	}
	return ids, all
}

// Levels returns levels of which the basis is no longer than a row may list.
func (l *Listing) Levels(levels models.LevelPair) models.LevelPair {
	if n := len(levels.Recovery.Basis); n > l.most {
		levels.Recovery.Basis, levels.Recovery.BasisAll = levels.Recovery.Basis[:l.most], n
		l.cut++
	}
	if n := len(levels.Economic.Basis); n > l.most {
		levels.Economic.Basis, levels.Economic.BasisAll = levels.Economic.Basis[:l.most], n
		l.cut++
	}
	return levels
}

// Report tells the result where lists were shortened.
func (l *Listing) Report() {
	if l.cut > 0 {
		l.pass.Limit(l.question, "", fmt.Sprintf("%d lists of effects show the first %d and how many there are", l.cut, l.most))
	}
}
