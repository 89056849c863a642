package attach

import (
	"cmp"
	"maps"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// decide writes down what is known of the vulnerabilities of each component and each package: of all that is said of
// one, the gravest that holds by any way. Neither the order of files nor that of statements matters.
func (a *attacher) decide() {
	for _, node := range slices.Sorted(maps.Keys(a.heard)) {
		byID := map[string][]heard{}
		for _, h := range a.heard[node] {
			byID[h.ID] = append(byID[h.ID], h)
		}
		for _, id := range slices.Sorted(maps.Keys(byID)) {
			a.settle(node, byID[id])
		}
	}
	a.settleDoubts()
}

// settle decides what one vulnerability is to one thing, and writes it to each place where the thing stands and
// something is said of it.
func (a *attacher) settle(node int, said []heard) {
	slices.SortStableFunc(said, func(h, k heard) int {
		return cmp.Or(int(k.match.Match)-int(h.match.Match), models.GravestFirst(h.Status, k.Status), h.At.Compare(k.At), cmp.Compare(h.Justification, k.Justification))
	})
	known, doubts := a.verdict(node, said)
	places := map[via]bool{}
	for _, h := range said {
		if !places[h.by] {
			places[h.by] = true
			list := a.knownOf(h.by)
			*list = append(*list, known)
		}
	}
	for _, d := range doubts {
		a.doubt(d, known.Status)
	}
}

// doubted is something said, with what is open about it.
type doubted struct {
	*heard
	kind models.DoubtKind
}

// verdict joins what is said of one vulnerability of one thing. What is certain counts by every way for which it is
// said; where a way is left of which nothing certain is said, it is not known whether the thing is affected. What is
// doubtful counts only where it makes matters worse.
func (a *attacher) verdict(node int, said []heard) (models.Vulnerability, []doubted) {
	var worst *heard
	var covered []int
	anywhere := false
	for i := range said {
		h := &said[i]
		certain := h.match.Match == identity.Certain
		if certain {
			anywhere = anywhere || h.anywhere
			covered = append(covered, h.products...)
		}
		if (certain || !clears(h.Status)) && (worst == nil || models.GravestFirst(h.Status, worst.Status) < 0) {
			worst = h
		}
	}
	open := !anywhere && !a.containment.EveryWay(node, covered)
	if worst != nil && !(open && clears(worst.Status)) {
		out := worst.Vulnerability
		if worst.match.Match == identity.Certain {
			return out, nil
		}
		return out, []doubted{{worst, doubtKinds[worst.match.Doubt]}}
	}
	out := said[0].Vulnerability
	out.Status, out.Justification = models.UnderInvestigation, ""
	var doubts []doubted
	for i := range said {
		kind := models.DoubtfulWay
		if said[i].match.Match != identity.Certain {
			kind = doubtKinds[said[i].match.Doubt]
		}
		doubts = append(doubts, doubted{&said[i], kind})
	}
	return out, doubts
}

// clears tells whether a status says that there is nothing to fear.
func clears(s models.VulnerabilityStatus) bool { return s == models.Fixed || s == models.NotAffected }

// doubtKinds says what is open where words match doubtfully.
var doubtKinds = map[identity.Doubt]models.DoubtKind{
	identity.OfProduct: models.DoubtfulProduct, identity.OfVersion: models.DoubtfulVersion, identity.OfVariant: models.DoubtfulVariant,
}

// doubt notes what a statement leaves open.
func (a *attacher) doubt(d doubted, taken models.VulnerabilityStatus) {
	c := &a.system.Components[d.by.component]
	name, version := c.Name.EN, ""
	if d.by.of != itself {
		name, version = c.Packages[d.by.of].Name, c.Packages[d.by.of].Version
	}
	if version != "" {
		name += " " + version
	}
	a.system.Doubts = append(a.system.Doubts, models.Doubt{
		Origin: d.Origin, Kind: d.kind, Vulnerability: d.ID, Status: d.Status, Words: d.words, Component: c.ID, Part: name, Taken: taken,
	})
}

// settleDoubts sorts the doubts, each once.
func (a *attacher) settleDoubts() {
	slices.SortStableFunc(a.system.Doubts, func(d, e models.Doubt) int {
		return cmp.Or(d.At.Compare(e.At), cmp.Compare(d.Component, e.Component), cmp.Compare(d.Part, e.Part), cmp.Compare(d.Kind, e.Kind), cmp.Compare(d.Words, e.Words))
	})
	a.system.Doubts = slices.CompactFunc(a.system.Doubts, func(d, e models.Doubt) bool {
		return d.At == e.At && d.Component == e.Component && d.Part == e.Part && d.Kind == e.Kind && d.Vulnerability == e.Vulnerability
	})
}
