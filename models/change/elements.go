package change

import (
	"reflect"

	"github.com/harmpath/harmpath/models"
)

// attacker is what changes call the elements of the first list of profiles.
const attacker = "attacker"

// find returns the element of a type with the id, or nil.
func find[E any](s *models.System, wanted string) *E {
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			if list.Of != reflect.TypeFor[E]() {
				continue
			}
			for i := range list.Len(s) {
				if x := list.At(s, i); x.ID == wanted {
					return x.Value.(*E)
				}
			}
		}
	}
	return nil
}

// ids lists the ids of the elements of what changes call a type.
func ids(s *models.System, of string) []string {
	entry := models.Sort(of).Entry()
	if of == attacker {
		entry = models.ProfileSort.Entry()
		entry.Lists = entry.Lists[:1]
	}
	var out []string
	for _, x := range entry.Items(s) {
		out = append(out, x.ID)
	}
	return out
}
