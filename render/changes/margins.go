package changes

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// movedKey tells apart what is said of margins: profiles of whom the same is to say share a line.
type movedKey struct {
	effect    models.EffectID
	reading   models.ReadingID
	old, new  string
	worse     bool
	malicious bool
}

// margins says what moved for whom, the profiles of each move together.
func (r *reporter) margins() []Line {
	by := map[movedKey][]string{}
	var order []movedKey
	first := map[movedKey]*models.MarginChange{}
	for i := range r.d.Margins {
		m := &r.d.Margins[i]
		old, now := r.moved(m)
		key := movedKey{m.Effect, m.Reading, old, now, m.Worse, m.Malicious}
		if first[key] == nil {
			first[key] = m
			order = append(order, key)
		}
		by[key] = append(by[key], string(m.Profile))
	}
	var out []told
	for _, key := range order {
		m := first[key]
		var names []string
		for _, id := range by[key] {
			names = append(names, r.called(models.ProfileSort, id))
		}
		out = append(out, told{
			Line: Line{
				Turn: models.Changed, Worse: m.Worse, At: m.At, Rule: "margin-moved",
				ID: string(m.Effect) + "/" + strings.Join(by[key], "+") + "/" + key.old + "/" + key.new, Why: r.why(m.Reason),
			},
			reading: m.Reading,
			text: func(reading string) string {
				return r.fill(words.MarginMoved, "effect", r.say(m.Name), "profiles", r.list(names), "old", key.old, "new", key.new, "reading", reading)
			},
		})
	}
	return r.once(out)
}

// moved says both sides of a move: the margins, and of standing and capability what differs.
func (r *reporter) moved(m *models.MarginChange) (old, now string) {
	standing, capability := m.Old.Standing != m.New.Standing, m.Old.Capability != m.New.Capability
	side := func(p models.MarginPoint) string {
		said := []string{r.margin(p, m.Malicious)}
		if said[0] == "" || standing {
			said = append(said, r.say(words.Standing(p.Standing)))
		}
		if capability && p.Capability != models.CapabilityUnstated {
			said = append(said, r.fill(words.AbilityEnough, "capability", r.say(words.Capability(p.Capability))))
		}
		if said[0] == "" {
			said = said[1:]
		}
		return r.list(said)
	}
	return side(m.Old), side(m.New)
}

// margin writes a margin as a signed number; empty where it has none.
func (r *reporter) margin(p models.MarginPoint, malicious bool) string {
	number, sentence := p.Depth, words.MarginDepth
	if p.Standing.ComesAbout() {
		number, sentence = p.Raise, words.MarginRaise
	}
	switch {
	case number > 0 && p.Bound:
		return r.fill(words.MarginAtLeast, "margin", r.fill(sentence, "n", strconv.Itoa(number)))
	case number > 0:
		return r.fill(sentence, "n", strconv.Itoa(number))
	case p.Standing.ComesAbout() && malicious && !p.Bound:
		return r.say(words.MarginNever)
	}
	return ""
}
