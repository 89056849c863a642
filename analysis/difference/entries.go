package difference

import "github.com/harmpath/harmpath/models"

// compareEntries compares the entry points, which are those of the assessed reading. One that appears is moved where its
// first compromise was possible before and another one went from which the same profile brought the same about.
func (c *comparison) compareEntries() {
	key := func(e *models.EntryPoint) models.EntryPoint { return *e }
	before, after := indexed(c.old.Entries, key), indexed(c.new.Entries, key)
	went := map[aim]bool{}
	for e := range before {
		went[aim{e.Effect, e.Profile}] = went[aim{e.Effect, e.Profile}] || after[e] == nil
	}
	for _, e := range joined(c.old.Entries, c.new.Entries, key) {
		turn, turned := turnOf(before[e] != nil, after[e] != nil)
		if !turned {
			continue
		}
		change := models.EntryChange{
			Entry: e, Turn: turn, Worse: turn == models.Gained, At: c.placeOf(models.ElementType(e.Type), e.Subject), Reason: c.entryReason(e, turn),
		}
		if turn == models.Gained && went[aim{e.Effect, e.Profile}] && c.old.holds(e.Fact, models.Assessed) {
			change.Turn, change.Worse = models.Moved, false
		}
		c.out.Entries = append(c.out.Entries, change)
	}
}

// aim is what a profile can bring about.
type aim struct {
	effect  models.EffectID
	profile models.ProfileID
}

// entryReason says why an entry point turned: its first compromise did, or what it leads to.
func (c *comparison) entryReason(e models.EntryPoint, turn models.Turn) models.Reason {
	with, without := c.new, c.old
	if turn == models.Lost {
		with, without = c.old, c.new
	}
	for _, f := range []models.Fact{e.Fact, occurred(e.Effect)} {
		if with.holds(f, models.Assessed) && !without.holds(f, models.Assessed) {
			return c.reason(f, models.Assessed, turn)
		}
	}
	return c.everything()
}
