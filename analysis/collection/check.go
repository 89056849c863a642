package collection

import (
	"github.com/harmpath/harmpath/models"
)

// Member is a case on its way into a collection.
type Member struct {
	System *models.System
	At     models.Place // where the user's file says what the case is
}

// Check tells, as models.Problems, which cases cannot stand in one collection: an id that is no name of a folder, and an
// id or a No. that another case has.
func Check(members []Member) error {
	var problems models.Problems
	ids, numbers := map[models.CaseID]models.Place{}, map[int]models.Place{}
	for _, m := range members {
		s := m.System
		report := func(path string, what, remedy models.Message) {
			problems = append(problems, models.Problem{At: m.At, Path: path, What: what, Remedy: remedy})
		}
		first, twice := ids[s.ID]
		switch {
		case !models.ValidID(string(s.ID)):
			report("id", models.Messagef("%q is no id, and the folder of the case is named for it", s.ID), models.Messagef("write a lower-case letter, then lower-case letters, digits, hyphens and underscores"))
		case twice:
			report("id", models.Messagef("the case at %s has the id `%s`, too", first, s.ID), models.Messagef("give each case of a collection an id of its own"))
		default:
			ids[s.ID] = m.At
		}
		first, taken := numbers[s.No]
		switch {
		case s.No < 0:
			report("number", models.Messagef("%d is no number of a case", s.No), models.Messagef("write 1 or more, or leave it out"))
		case s.No == 0 || twice:
		case taken:
			report("number", models.Messagef("the case at %s has the No. %d, too", first, s.No), models.Messagef("give each case of a collection a No. of its own, or none"))
		default:
			numbers[s.No] = m.At
		}
	}
	return problems.Err()
}
