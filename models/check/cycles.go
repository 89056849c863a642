package check

import "strings"

// maxCycles is how many cycles of one sort are told.
const maxCycles = 100

// wayRound writes a cycle; a long one without its middle.
func wayRound[ID ~string](cycle []ID) string {
	const most = 12
	names := make([]string, len(cycle))
	for i, id := range cycle {
		names[i] = string(id)
	}
	if len(names) > most {
		return strings.Join(names[:most/2], " → ") + " → … → " + strings.Join(names[len(names)-most/2:], " → ")
	}
	return strings.Join(names, " → ")
}
