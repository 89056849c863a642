package strict

import (
	"strconv"
	"strings"
)

// step is one step of a path in the data: a key, or the index of an element.
type step struct {
	key   string // "" for an element
	index int
}

// pathString writes a path as problems show it: dataflows[2].to, properties["a key"].
func pathString(path []step) string {
	var b strings.Builder
	for _, s := range path {
		switch {
		case s.key == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case !plainKey(s.key):
			b.WriteString("[" + quote(s.key) + "]")
		case b.Len() > 0:
			b.WriteString("." + s.key)
		default:
			b.WriteString(s.key)
		}
	}
	return b.String()
}

// plainKey tells whether a key needs no quotes in a path.
func plainKey(key string) bool {
	for _, r := range key {
		if r <= ' ' || strings.ContainsRune(`.[]"`+"\u007f\u0085\u2028\u2029", r) {
			return false
		}
	}
	return len(key) <= maxShown
}

// parsePath reads a path written by pathString. What is no path gives the steps before the fault.
func parsePath(path string) []step {
	var out []step
	for path != "" {
		if path[0] != '[' {
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			out = append(out, step{key: path[:end]})
			path = strings.TrimPrefix(path[end:], ".")
			continue
		}
		if quoted, err := strconv.QuotedPrefix(path[1:]); err == nil {
			key, _ := strconv.Unquote(quoted)
			out = append(out, step{key: key})
			path = path[1+len(quoted):]
		} else {
			digits, _, _ := strings.Cut(path[1:], "]")
			index, err := strconv.Atoi(digits)
			if err != nil {
				return out
			}
			out = append(out, step{index: index})
			path = path[1+len(digits):]
		}
		path = strings.TrimPrefix(strings.TrimPrefix(path, "]"), ".")
	}
	return out
}
