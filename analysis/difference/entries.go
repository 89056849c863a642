package difference

import "github.com/harmpath/harmpath/models"

// compareEntries compares the entry points, which are those of the assessed reading.
func (c *comparison) compareEntries() {
	key := func(e *models.EntryPoint) models.EntryPoint { return *e }
	before, after := indexed(c.old.Entries, key), indexed(c.new.Entries, key)
	for _, e := range joined(c.old.Entries, c.new.Entries, key) {
		if turn, turned := turnOf(before[e] != nil, after[e] != nil); turned {
			c.out.Entries = append(c.out.Entries, models.EntryChange{
				Entry: e, Turn: turn, At: c.placeOf(models.Sort(e.Type), e.Subject), Reason: c.entryReason(e, turn),
			})
		}
	}
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
