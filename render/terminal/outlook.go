package terminal

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
	"github.com/harmpath/harmpath/render/words"
)

// between says the levels of a reading, each with what it can be by all that is not stated, where that is no point.
func (s *Summary) between(reading models.ReadingID, pair *models.LevelPair) (recovery, economic string) {
	recovery, economic = s.recovery(pair.Recovery.Level), s.economic(pair.Economic)
	span := s.Result.Levels.Interval(reading)
	if span == nil {
		return recovery, economic
	}
	if span.Best.Recovery != span.Worst.Recovery {
		recovery += s.within(s.short(span.Best.Recovery.String(), words.Recovery(span.Best.Recovery)), s.short(span.Worst.Recovery.String(), words.Recovery(span.Worst.Recovery)))
	}
	if span.Best.Economic != span.Worst.Economic {
		economic += s.within(s.short(span.Best.Economic.String(), words.Economic(span.Best.Economic)), s.short(span.Worst.Economic.String(), words.Economic(span.Worst.Economic)))
	}
	return recovery, economic
}

func (s *Summary) within(best, worst string) string {
	return words.Fill(s.say(words.ShortBetween), "best", best, "worst", worst)
}

// margins says how far a consequence is from being kept from coming about: of all who bring it about, from the least margin
// to the greatest.
func (s *Summary) margins(id models.EffectID) string {
	if o := s.view.Outlook(id); o != nil {
		return s.marginSpan(o)
	}
	return s.say(words.None)
}

func (s *Summary) marginSpan(o *outlook.Outlook) string {
	var about []models.Margin
	for i := range o.Margins {
		if m := o.Margins[i]; m.Standing.ComesAbout() && s.malicious(m.Profile) && m.Asked() {
			about = append(about, m)
		}
	}
	if len(about) == 0 {
		return s.say(words.None)
	}
	// One that nothing raises is the least of all.
	least := slices.MinFunc(about, func(a, b models.Margin) int { return compareRaise(b, a) })
	most := slices.MinFunc(about, compareRaise)
	span := s.view.Margin(&least).String()
	if compareRaise(least, most) != 0 {
		span = words.Fill(s.say(words.MarginSpan), "least", span, "most", s.view.Margin(&most).String())
	}
	return span
}

// compareRaise compares by how many properties have to be raised; none is enough comes last.
func compareRaise(a, b models.Margin) int {
	if (a.Raise == 0) != (b.Raise == 0) {
		return b.Raise - a.Raise
	}
	return a.Raise - b.Raise
}

// ability says what the attackers have to be able to, and whether it is settled that one of them brings it about.
func (s *Summary) ability(id models.EffectID) string {
	o := s.view.Outlook(id)
	if o == nil || o.Ability() == models.CapabilityUnstated {
		return ""
	}
	standing := models.StandsOpen
	for i := range o.Margins {
		if m := &o.Margins[i]; m.Standing == models.Settled && s.malicious(m.Profile) {
			standing = models.Settled
		}
	}
	return words.Fill(s.say(words.ShortAbility), "capability", s.say(words.Capability(o.Ability())), "standing", s.say(words.Standing(standing)))
}

// shownFirst is how many properties and sets a line of the summary names.
const shownFirst = 3

// doFirst prints what is worth doing first against what can come about.
func (s *Summary) doFirst() error {
	var rows [][]string
	for i := range s.Result.Consequences {
		c := &s.Result.Consequences[i]
		o := s.view.Outlook(c.Effect)
		if o == nil || !c.Reachable.Assessed.Reachable {
			continue
		}
		var facts []models.Fact
		for _, shared := range o.DoFirst() {
			facts = append(facts, shared.Fact)
		}
		if len(facts) > 0 {
			rows = append(rows, []string{s.say(c.Name), s.view.DoFirst(facts, shownFirst).String()})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayToward), s.say(sayDoFirst)}, rows)
}

// What the summary shows of questions: so many, with so many elements and answers each.
const (
	shownQuestions = 5
	shownElements  = 3
	shownAnswers   = 1
)

// askFirst prints the questions that matter first.
func (s *Summary) askFirst() error {
	var rows [][]string
	for i := range s.Result.Questions[:min(len(s.Result.Questions), shownQuestions)] {
		q := &s.Result.Questions[i]
		var decides []string
		for _, line := range s.view.Decided(q, shownAnswers) {
			decides = append(decides, line.String())
		}
		rows = append(rows, []string{s.view.Asked(q, shownElements).String(), s.join(decides)})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayAskFirst), s.say(sayDecides)}, rows)
}

// fleet prints the consequences that can come about in all units at once, where there is one for each unit.
func (s *Summary) fleet() error {
	all := outlook.Fleet(s.Result, models.Assessed)
	var rows [][]string
	for i := range s.Result.Consequences {
		c := &s.Result.Consequences[i]
		o := all[c.Effect]
		if o == nil || !o.Standing.ComesAbout() {
			continue
		}
		rows = append(rows, []string{s.say(c.Name), s.fleetEffort(c.Effect), s.marginSpan(o), s.fleetThrough(o)})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayFleet), s.say(sayEffort), s.say(sayMargin), s.say(sayBy)}, rows)
}

// fleetEffort is the least effort with which somebody brings a consequence about in all units.
func (s *Summary) fleetEffort(id models.EffectID) string {
	var least *models.Figure
	for i := range s.Result.Fleet {
		f := &s.Result.Fleet[i]
		if f.Effect == id && f.Reading == models.Assessed && f.Effort != nil && (least == nil || f.Effort.Least() < least.Least()) {
			least = f.Effort
		}
	}
	if least == nil {
		return "–"
	}
	said, _ := s.figure(*least)
	return said
}

// fleetThrough names who brings it about.
func (s *Summary) fleetThrough(o *outlook.Outlook) string {
	var by []string
	for i := range o.Margins {
		if o.Margins[i].Standing.ComesAbout() {
			by = append(by, s.profile(o.Margins[i].Profile))
		}
	}
	return s.join(by)
}

// kept prints the consequences that do not come about in the assessed reading, each with what that rests on.
func (s *Summary) kept() error {
	var rows [][]string
	for i := range s.Result.Consequences {
		c := &s.Result.Consequences[i]
		if c.Reachable.Assessed.Reachable || !s.led(c) {
			continue
		}
		depth, on := s.say(words.None), s.stoppedBy(c)
		if o := s.view.Outlook(c.Effect); o != nil {
			if least := o.Least(); least != nil {
				depth = s.view.Margin(least).String()
			}
			if sets := o.RestsOn(); len(sets) > 0 {
				on = []string{s.view.Rests(sets[:min(len(sets), shownFirst)]).String()}
				if more := len(sets) - shownFirst; more > 0 {
					on = append(on, words.Fill(s.say(words.AndMore), "n", strconv.Itoa(more)))
				}
			} else if least := o.Least(); least != nil && len(on) == 0 {
				on = append(on, fmt.Sprintf(s.say(sayTogether), least.Depth))
			}
			if able := o.Ability(); able != models.CapabilityUnstated {
				on = append(on, words.Fill(s.say(words.MoreAble), "capability", s.say(words.Capability(able))))
			}
		}
		rows = append(rows, []string{s.say(c.Name), s.recovery(c.Levels.Recovery.Level), s.economic(c.Levels.Economic), depth, s.join(on)})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayDoesNot), s.say(sayHarm), s.say(sayMoney), s.say(sayMargin), s.say(sayStopped)}, rows)
}

// stoppedBy names the safeguards and classes each of which stops a consequence.
func (s *Summary) stoppedBy(c *models.Consequence) []string {
	var by []string
	for _, id := range c.StoppedBy {
		by = append(by, s.safeguard(id))
	}
	for _, x := range c.Excluded {
		by = append(by, s.class(x.Class))
	}
	return by
}

// led tells whether the model has a way to a consequence, as far as anybody asked.
func (s *Summary) led(c *models.Consequence) bool {
	if s.view.Outlook(c.Effect) == nil {
		return c.Reachable.Inherent.Reachable
	}
	return s.view.Led(c.Effect)
}

// unexamined prints the consequences to which nothing in the model leads: that is no clean bill.
func (s *Summary) unexamined() error {
	var rows [][]string
	for i := range s.Result.Consequences {
		if c := &s.Result.Consequences[i]; !c.Reachable.Assessed.Reachable && !s.led(c) {
			rows = append(rows, []string{s.say(c.Name)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.Screen.paint(s.say(sayNotExamined), yellow)}, rows)
}
