package criteria

import "github.com/harmpath/harmpath/models"

// A Tally is many grades that one asks for together with a few more, or without a few of them, again and again: what
// is found then is what Highest finds, at a cost that does not grow with the tally.
type Tally struct {
	grades             []Grade
	recovery, economic ladder
	min                [levels]int // how many grades give each lower end of the economic level
	otherRecovery      [levels]int
	otherEconomic      [levels]int

	alone     models.LevelPair // its own levels, with so much of their basis
	aloneMost int              // 0: not found yet
}

// levels is how many levels an axis has.
const levels = 3

// ladder is one axis: how many grades give each level, and which of them have a basis.
type ladder struct {
	grades [levels]int
	places [levels][]int32 // of those with a basis, ascending
	bases  [levels]int     // how many bases they have together
	stated [levels]int     // how many grades rest on a criterion
}

// NewTally tallies grades, given by their places in all of them, ascending.
func NewTally(grades []Grade, places []int32) *Tally {
	p := &Tally{grades: grades}
	for _, i := range places {
		g := &grades[i]
		p.recovery.add(int(g.Levels.Recovery.Level), i, len(g.Levels.Recovery.Basis), g.Levels.Recovery.DefaultLowest)
		p.economic.add(int(g.Levels.Economic.Max), i, len(g.Levels.Economic.Basis), g.Levels.Economic.DefaultLowest)
		p.min[g.Levels.Economic.Min]++
		p.otherRecovery[g.otherRecovery]++
		p.otherEconomic[g.otherEconomic]++
	}
	return p
}

// Empty reports whether nothing is in the tally.
func (p *Tally) Empty() bool { return p.recovery.grades == [levels]int{} }

func (l *ladder) add(level int, place int32, bases int, lowestByDefault bool) {
	l.grades[level]++
	if bases > 0 {
		l.places[level] = append(l.places[level], place)
	}
	l.bases[level] += bases
	if !lowestByDefault {
		l.stated[level]++
	}
}

// With returns the levels of the tally and of further grades, ascending places that it does not hold. Of a basis longer
// than most, which is above 0, the first most are told, and how many there are.
func (p *Tally) With(more []int32, most int) models.LevelPair {
	if len(more) > 0 {
		return p.together(NewTally(p.grades, more), 1, most)
	}
	if p.aloneMost != most {
		p.alone, p.aloneMost = p.together(&Tally{}, 1, most), most
	}
	return p.alone
}

// Without returns the levels of the tally without some of its grades, given by their places, ascending.
func (p *Tally) Without(some []int32, most int) models.LevelPair {
	if len(some) == 0 {
		return p.With(nil, most)
	}
	return p.together(NewTally(p.grades, some), -1, most)
}

// together adds the grades of another tally (times 1), or takes them away (times -1).
func (p *Tally) together(other *Tally, times, most int) models.LevelPair {
	recovery := highest(&p.recovery.grades, &other.recovery.grades, times)
	economic := highest(&p.economic.grades, &other.economic.grades, times)
	var out models.LevelPair
	out.Recovery.Level = models.Recovery(recovery)
	out.Recovery.DefaultLowest = p.recovery.stated[recovery]+times*other.recovery.stated[recovery] == 0
	out.Recovery.PolicyDecides = highest(&p.otherRecovery, &other.otherRecovery, times) != recovery
	out.Recovery.Basis, out.Recovery.BasisAll = firstBases(&p.recovery, &other.recovery, recovery, times, most,
		func(place int32) []models.RecoveryBasis { return p.grades[place].Levels.Recovery.Basis })
	out.Economic.Max = models.Economic(economic)
	out.Economic.Min = models.Economic(highest(&p.min, &other.min, times))
	out.Economic.DefaultLowest = p.economic.stated[economic]+times*other.economic.stated[economic] == 0
	out.Economic.PolicyDecides = highest(&p.otherEconomic, &other.otherEconomic, times) != economic
	out.Economic.Basis, out.Economic.BasisAll = firstBases(&p.economic, &other.economic, economic, times, most,
		func(place int32) []models.EconomicBasis { return p.grades[place].Levels.Economic.Basis })
	return out
}

// firstBases returns the first most bases of what gives a level, and how many there are where that is more.
func firstBases[B any](own, other *ladder, level, times, most int, of func(place int32) []B) (first []B, all int) {
	for place := range own.merged(other, level, times) {
		basis := of(place)
		first = append(first, basis[:min(len(basis), most-len(first))]...)
		if len(first) == most {
			break
		}
	}
	if n := own.bases[level] + times*other.bases[level]; n > most {
		all = n
	}
	return first, all
}

// highest returns the highest level of which there is one; the lowest where there is none.
func highest(a, b *[levels]int, times int) int {
	for level := levels - 1; level > 0; level-- {
		if a[level]+times*b[level] > 0 {
			return level
		}
	}
	return 0
}

// merged goes over the grades of one level that have a basis, in order: those of both ladders, or those of the first alone that the second
// does not have.
func (l *ladder) merged(other *ladder, level, times int) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		rest := other.places[level]
		for _, i := range l.places[level] {
			for len(rest) > 0 && rest[0] < i {
				if times > 0 && !yield(rest[0]) {
					return
				}
				rest = rest[1:]
			}
			if taken := times < 0 && len(rest) > 0 && rest[0] == i; !taken && !yield(i) {
				return
			}
		}
		if times < 0 {
			return
		}
		for _, i := range rest {
			if !yield(i) {
				return
			}
		}
	}
}
