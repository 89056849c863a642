package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/analysis/criteria"
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
	cut      int                          // rows with a shortened list
	begins   map[*int32][]models.EffectID // what is told of lists that rows share, by where they begin
}

// NewListing starts a table of so many rows.
func (p *Pass) NewListing(question string, rows int) *Listing {
	return &Listing{pass: p, question: question, most: max(listedInRow, listed/max(1, rows)), begins: map[*int32][]models.EffectID{}}
}

// Effects returns the ids of effects given by their places, as many as a row may list, and how many there are; 0 where
// all are listed.
func (l *Listing) Effects(places []int32) (ids []models.EffectID, all int) {
	if len(places) <= l.most {
		return l.ids(places), 0
	}
	l.cut++
	return l.ids(places[:l.most]), len(places)
}

func (l *Listing) ids(places []int32) []models.EffectID {
	if len(places) == 0 {
		return nil
	}
	out := make([]models.EffectID, len(places))
	for i, e := range places {
		out[i] = l.pass.Effects()[e].ID
	}
	return out
}

// EffectsOf returns what Effects does of the effects that follow from a start.
func (l *Listing) EffectsOf(f *Propagation) (ids []models.EffectID, all int) {
	return l.Joined(f.shared.all().effects, f.own.effects)
}

// Joined returns what Effects does of two lists of effects, both ascending, that have nothing in common. Of the first
// there are few different ones, which rows share.
func (l *Listing) Joined(shared, own []int32) (ids []models.EffectID, all int) {
	all = len(shared) + len(own)
	if len(own) == 0 && all > l.most {
		l.cut++
		begin := &shared[0]
		if l.begins[begin] == nil {
			l.begins[begin] = l.ids(shared[:l.most])
		}
		return l.begins[begin], all
	}
	first := make([]int32, 0, min(all, l.most))
	for len(first) < cap(first) {
		if len(own) == 0 || len(shared) > 0 && shared[0] < own[0] {
			first, shared = append(first, shared[0]), shared[1:]
		} else {
			first, own = append(first, own[0]), own[1:]
		}
	}
	if all <= l.most {
		return l.ids(first), 0
	}
	l.cut++
	return l.ids(first), all
}

// LevelsWith returns the levels of a tally of effects and of some more, of which the basis is no longer than a row may
// list.
func (l *Listing) LevelsWith(tally *criteria.Tally, more []int32) models.LevelPair {
	return l.counted(tally.Empty() && len(more) == 0, tally.With(more, l.most))
}

// LevelsWithout returns the levels of a tally of effects without some of them.
func (l *Listing) LevelsWithout(tally *criteria.Tally, some []int32) models.LevelPair {
	return l.counted(tally.Empty(), tally.Without(some, l.most))
}

// counted counts the lists that were shortened. Where no effect came about, and the case examines none at all, the levels
// are not determined.
func (l *Listing) counted(none bool, levels models.LevelPair) models.LevelPair {
	if lacks := l.pass.Lacks(); none && len(lacks) > 0 {
		return models.Undetermined(lacks...)
	}
	for _, all := range []int{levels.Recovery.BasisAll, levels.Economic.BasisAll} {
		if all > 0 {
			l.cut++
		}
	}
	return levels
}

// Report tells the result where lists were shortened.
func (l *Listing) Report() {
	if l.cut > 0 {
		l.pass.Limit(l.question, "", fmt.Sprintf("%d lists of effects show the first %d and how many there are", l.cut, l.most))
	}
}
