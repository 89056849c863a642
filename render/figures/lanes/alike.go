package lanes

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// says is what tells a visit from others: its place, and what is done there.
func (x *visit) says() string {
	out := string(x.place)
	for _, s := range x.steps {
		out += " " + string(s.Rule)
	}
	return out
}

// says is what tells a lane from others.
func (l *lane) says() string {
	var out []string
	for i := range l.visits {
		out = append(out, l.visits[i].says())
	}
	return strings.Join(out, "; ")
}

// shared puts those into one lane who take the same way with the same effort, and says of each other lane from where on it is
// the way of the first.
func shared(all []lane) []lane {
	var out []lane
	for _, l := range all {
		twin := slices.IndexFunc(out, func(x lane) bool {
			return x.malicious == l.malicious && least(x.attack.Effort) == least(l.attack.Effort) && x.says() == l.says()
		})
		if twin >= 0 {
			out[twin].others = append(out[twin].others, l.attack.Profile)
			continue
		}
		out = append(out, l)
	}
	for i := 1; i < len(out); i++ {
		if out[i].malicious == out[0].malicious {
			out[i].join(&out[0])
		}
	}
	return out
}

// worthJoining is how many visits the end of a lane must spare to be told as that of the first.
const worthJoining = 2

// join ends a lane where it goes on like another one: at the visits that both have and from which only such follow.
func (l *lane) join(first *lane) {
	numbers := map[string]int{}
	for i := range first.visits {
		numbers[first.visits[i].says()] = i + 1
	}
	common := make([]bool, len(l.visits))
	for i := len(l.visits) - 1; i >= 0; i-- {
		common[i] = numbers[l.visits[i].says()] > 0
		for j := i + 1; j < len(l.visits); j++ {
			if slices.Contains(l.visits[j].from, i) && !common[j] {
				common[i] = false
			}
		}
	}
	var kept []visit
	same, moved := map[int]int{}, make([]int, len(l.visits))
	for i, x := range l.visits {
		moved[i] = -1
		inner := common[i] && len(x.from) > 0 && !slices.ContainsFunc(x.from, func(from int) bool { return !common[from] })
		switch {
		case x.last && !common[i]:
			return // it gets there by itself, too
		case inner:
			continue
		case common[i]:
			same[len(kept)] = numbers[x.says()]
		}
		moved[i] = len(kept)
		kept = append(kept, x)
	}
	if len(l.visits)-len(kept) < worthJoining {
		return
	}
	for i := range kept {
		var from []int
		for _, f := range kept[i].from {
			if moved[f] >= 0 {
				from = append(from, moved[f])
			}
		}
		kept[i].from = from
		if same[i] > 0 {
			kept[i].last = false
		}
	}
	l.visits, l.same = kept, same
}

// profiles are all of a lane.
func (l *lane) profiles() []models.ProfileID {
	return append([]models.ProfileID{l.attack.Profile}, l.others...)
}
