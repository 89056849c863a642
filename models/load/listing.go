package load

import (
	"github.com/harmpath/harmpath/models"
)

// Listing gathers what an SBOM lists while it is read, and makes a bill of it. The zero value is empty.
type Listing struct {
	entries  []Listed       // in the order of the file; with a Reason: left out
	subject  int            // the place of the subject among the entries, counted from 1; 0: there is none
	byRef    map[string]int // reference → place of the first entry that it is of
	pairs    [][2]int       // by place: what contains, and what it contains
	spare    map[int]string // place → why the entry is left out unless something in the product contains it
	distinct map[[3]string]bool
	remarks  models.Problems
}

// Remark adds a flaw, with what was done about it.
func (l *Listing) Remark(at models.Place, path string, what, done models.Message) {
	l.remarks = Note(l.remarks, models.Problem{At: at, Path: path, What: what, Remedy: done})
}

// Remarks adds flaws.
func (l *Listing) Remarks(found models.Problems) { l.remarks = Note(l.remarks, found...) }

// Count counts an entry by what tells it apart, as it stands in the file.
func (l *Listing) Count(name, version, purl string) {
	if l.distinct == nil {
		l.distinct = map[[3]string]bool{}
	}
	l.distinct[[3]string{name, version, purl}] = true
}

// Add lists an entry, which is left out where it has a Reason, and returns its place. noun is what the format calls the
// references by which its statements name an entry; a second entry of the same reference is listed, with a remark.
func (l *Listing) Add(e Listed, noun string) int {
	l.mend(&e)
	place := len(l.entries)
	if l.byRef == nil {
		l.byRef = map[string]int{}
	}
	for _, ref := range e.Refs {
		before, twice := l.byRef[ref]
		if !twice {
			l.byRef[ref] = place
			continue
		}
		l.Remark(e.At, noun, models.Messagef("%s is the %s of another entry, too", quoted(ref), noun),
			models.Messagef("what is said of it is taken to be about both, and what it contains to lie in the first, at %s", l.entries[before].At.String()))
	}
	l.entries = append(l.entries, e)
	return place
}

// Len is how many entries there are.
func (l *Listing) Len() int { return len(l.entries) }

// Subject makes an entry the one that the file is of.
func (l *Listing) Subject(place int) { l.subject = place + 1 }

// Place finds the entry that a reference means.
func (l *Listing) Place(ref string) (int, bool) {
	place, known := l.byRef[ref]
	return place, known
}

// Put says that an entry directly contains another.
func (l *Listing) Put(whole, part int) { l.pairs = append(l.pairs, [2]int{whole, part}) }

// Spare says why an entry may not be in the product: it is left out unless something that is in it contains it.
func (l *Listing) Spare(place int, reason string) {
	if l.spare == nil {
		l.spare = map[int]string{}
	}
	if l.spare[place] == "" {
		l.spare[place] = reason
	}
}

// settle leaves out what nothing in the product contains, among what may be left out.
func (l *Listing) settle() {
	delete(l.spare, l.subject-1)
	if len(l.spare) == 0 {
		return
	}
	below := make([][]int, len(l.entries))
	for _, pair := range l.pairs {
		below[pair[0]] = append(below[pair[0]], pair[1])
	}
	var kept []int
	for i := range l.entries {
		if l.spare[i] == "" && l.entries[i].Reason == "" {
			kept = append(kept, below[i]...)
		}
	}
	for next := 0; next < len(kept); next++ {
		if i := kept[next]; l.spare[i] != "" {
			delete(l.spare, i)
			kept = append(kept, below[i]...)
		}
	}
	for i := range l.entries {
		if reason := l.spare[i]; reason != "" {
			l.entries[i].Reason = reason
		}
	}
}

// Bill lists the entries and says what lies within what.
func (l *Listing) Bill(limits SupplementLimits) Bill {
	l.settle()
	out := Bill{Remarks: l.remarks, Count: Count{Distinct: len(l.distinct)}}
	places := make([]int, len(l.entries)) // place among the entries → place in the bill's list
	const subject, gone = -1, -2
	for i := range l.entries {
		switch {
		case i == l.subject-1:
			places[i] = subject
			out.Subject = l.entries[i]
		case l.entries[i].Reason != "":
			places[i] = gone
			out.LeftOut = append(out.LeftOut, l.entries[i])
		default:
			places[i] = len(out.Listed)
			out.Listed = append(out.Listed, l.entries[i])
		}
	}
	below := make([][]int, len(out.Listed))
	var top []int
	for _, pair := range l.pairs {
		whole, part := places[pair[0]], places[pair[1]]
		switch {
		case part < 0 || whole == gone:
		case whole == subject:
			top = append(top, part)
		default:
			below[whole] = append(below[whole], part)
		}
	}
	out.Remarks = append(out.Remarks, Nest(out.Listed, top, func(i int) []int { return below[i] }, limits)...)
	return out
}

// Within is why what is nested in an entry is left out; empty where the entry is not.
func (l *Listing) Within(place int) string {
	if e := &l.entries[place]; e.Reason != "" {
		return "lies in " + e.Name + ", which is left out"
	}
	return ""
}
