package identity

import (
	"net/url"
	"slices"
	"strings"
)

// Among tells whether the product's version is among versions and ranges of versions (vers:). Without any it is.
func (p *Product) Among(versions []string) Verdict {
	if len(versions) == 0 {
		return Verdict{Match: Certain}
	}
	known := p.versions()
	out := Verdict{Match: Other}
	for _, v := range versions {
		var one Verdict
		switch {
		case len(known) == 0:
			one = doubtful(OfVersion)
		case strings.HasPrefix(v, "vers:"):
			one = agree(known, func(has string) Verdict { return p.inRange(has, v) })
		case several(v):
			one = agree(known, func(has string) Verdict { return p.oneOfSeveral(has, v) })
		default:
			one = agree(known, func(has string) Verdict { return p.equal(has, v) })
		}
		if one.Match > out.Match {
			out = one
		}
	}
	return out
}

// several tells whether words mean more than one version, in some way other than vers: ("< 2", "1.x", "[1,2)", "all
// versions"), or so far as can be told may do so: no scheme writes a version like that.
func several(words string) bool {
	return strings.ContainsAny(words, "<>=!*|^,[]() \t") || strings.HasPrefix(words, "~") ||
		strings.HasSuffix(strings.ToLower(words), ".x") || strings.Trim(strings.ToLower(words), "abcdefghijklmnopqrstuvwxyz") == "" && words != ""
}

// oneOfSeveral is the verdict on words that may mean several versions: whether they mean this one is known only where
// they are its very name.
func (p *Product) oneOfSeveral(has, words string) Verdict {
	if has == words {
		return Verdict{Match: Certain}
	}
	return doubtful(OfVersion)
}

// constraint is one part of a range.
type constraint struct{ comparator, version string }

// comparators of ranges, the longer before those that they begin with.
var comparators = []string{"!=", "<=", ">=", "<", ">", "="}

// inRange tells whether a version is in a range as vers: writes it (package-url/vers-spec).
func (p *Product) inRange(has, written string) Verdict {
	in, decided := p.contains(has, written)
	switch {
	case !decided:
		return doubtful(OfVersion)
	case in:
		return Verdict{Match: Certain}
	}
	return Verdict{Match: Other}
}

// contains tells whether a range contains a version; the second result, whether that can be told.
func (p *Product) contains(has, written string) (in, decided bool) {
	scheme, list, whole := strings.Cut(strings.TrimPrefix(written, "vers:"), "/")
	scheme = strings.ToLower(scheme)
	if list = strings.TrimSpace(list); list == "*" && whole {
		return true, true
	}
	constraints, sound := constraintsOf(list)
	if !whole || !sound {
		return false, false
	}
	compare := func(a, b string) (int, bool) { return order(scheme, p.packageType(), a, b) }
	at := make([]int, len(constraints)) // how the version lies to each
	for i, c := range constraints {
		if at[i], decided = compare(has, c.version); !decided {
			return false, false
		}
	}
	for i, c := range constraints {
		if at[i] == 0 && (c.comparator == "=" || c.comparator == "!=") {
			return c.comparator == "=", true
		}
	}
	bounds := slices.DeleteFunc(slices.Clone(constraints), func(c constraint) bool { return c.comparator == "=" || c.comparator == "!=" })
	if len(bounds) == 0 {
		return !slices.ContainsFunc(constraints, func(c constraint) bool { return c.comparator == "=" }), true
	}
	slices.SortStableFunc(bounds, func(a, b constraint) int {
		n, known := compare(a.version, b.version)
		decided = decided && known && n != 0
		return n
	})
	for i := range bounds[1:] {
		decided = decided && upper(bounds[i]) != upper(bounds[i+1])
	}
	return decided && between(has, bounds, compare), decided
}

// between tells whether a version lies in one of the intervals that sorted bounds make, of which every other one is an
// upper one. What is left of a first upper bound and right of a last lower one is in.
func between(has string, bounds []constraint, compare comparison) bool {
	meets := func(c constraint) bool {
		n, _ := compare(has, c.version)
		return n == 0 && strings.HasSuffix(c.comparator, "=") || n < 0 && upper(c) || n > 0 && !upper(c)
	}
	if upper(bounds[0]) {
		if meets(bounds[0]) {
			return true
		}
		bounds = bounds[1:]
	}
	for pair := range slices.Chunk(bounds, 2) {
		if meets(pair[0]) && (len(pair) == 1 || meets(pair[1])) {
			return true
		}
	}
	return false
}

func upper(c constraint) bool { return c.comparator[0] == '<' }

// constraintsOf reads the constraints of a range.
func constraintsOf(list string) ([]constraint, bool) {
	var out []constraint
	for _, word := range strings.Split(list, "|") {
		word = strings.ReplaceAll(word, " ", "")
		c := constraint{comparator: "="}
		for _, comparator := range comparators {
			if rest, is := strings.CutPrefix(word, comparator); is {
				c.comparator, word = comparator, rest
				break
			}
		}
		version, err := url.PathUnescape(word)
		if err != nil || version == "" || version == "*" {
			return nil, false
		}
		c.version = version
		out = append(out, c)
	}
	return out, true
}
