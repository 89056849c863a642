package attach

import (
	"net/url"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
	"github.com/harmpath/harmpath/models/load"
)

// itself is the place of a component among its packages.
const itself = -1

// teller hears what the files attached to one component say of it and of its packages.
type teller struct {
	*attacher
	at    int // of the component
	sbom  *file
	files []*file // the SBOM first

	subject load.Listed // what the SBOM is of, where that is the component

	refs     map[string][]int            // what the SBOM's own statements call them → places among the packages; behind those, what it leaves out
	ids      map[models.ComponentID]int  // component → the same
	keys     map[string][]int            // what they can be found by → the same
	products map[int][]*identity.Product // by place: all that it is known as
	around   []int                       // the components that contain this one, at any depth
}

// heard is what one statement says of one thing.
type heard struct {
	models.Vulnerability
	by       via
	words    string
	match    identity.Verdict
	anywhere bool  // it holds by every way
	products []int // else only within these
}

// via is where a thing stands: in which component's list, at which place.
type via struct{ component, of int }

// list adds what an SBOM lists to the component's packages. What the SBOM says of its subject stands where the model
// says nothing. Where it lists nothing but a subject that is called otherwise than the component, that lies in it.
func (t *teller) list(f *file) {
	t.sbom, t.files = f, append(t.files, f)
	c := &t.system.Components[t.at]
	subject, listed := f.bill.Subject, f.bill.Listed
	if len(listed)+len(f.bill.LeftOut) == 0 && subject.Name != "" && !called(c, &subject) {
		subject.In = []int{itself}
		subject, listed = load.Listed{}, []load.Listed{subject}
	}
	if i := &c.Identity; i.Version == "" && i.PURL == "" && i.CPE == "" {
		supplier := i.Supplier
		c.Identity = subject.Identity
		if supplier != "" {
			c.Supplier = supplier
		}
	}
	t.subject = subject
	first := len(c.Packages)
	t.refs = map[string][]int{}
	t.refer(itself, subject.Refs)
	c.Packages = slices.Grow(c.Packages, len(listed))
	for i := range listed {
		l := &listed[i]
		p := l.Package
		p.In = nil
		if !slices.Equal(l.In, []int{itself}) {
			for _, in := range l.In {
				if in >= 0 {
					in += first
				}
				p.In = append(p.In, in)
			}
		}
		t.refer(len(c.Packages), l.Refs)
		c.Packages = append(c.Packages, p)
	}
	for i := range f.bill.LeftOut {
		l := &f.bill.LeftOut[i]
		t.refer(len(c.Packages)+i, l.Refs)
		c.LeftOut = append(c.LeftOut, models.LeftOut{Origin: l.Origin, Name: l.Name, Identity: l.Identity, Reason: l.Reason})
	}
}

// called tells whether a component is called as an entry is.
func called(c *models.Component, entry *load.Listed) bool {
	return slices.ContainsFunc([]string{c.Name.EN, c.Name.JA, string(c.ID)}, func(name string) bool { return strings.EqualFold(name, entry.Name) }) ||
		c.PURL != "" && c.PURL == entry.PURL || c.CPE != "" && c.CPE == entry.CPE
}

func (t *teller) refer(of int, refs []string) {
	for _, ref := range refs {
		t.refs[ref] = append(t.refs[ref], of)
	}
}

// hear takes the statements of the files.
func (t *teller) hear() {
	t.index()
	for _, f := range t.files {
		old := f.superseded(t.synonyms)
		for i := range f.bill.Statements {
			if !t.statement(f, i, old[i]) {
				f.told = false // what is left of it was not heard, and that is told already
				return
			}
		}
	}
}

// statement takes one statement; one that a later one of its document takes the place of changes nothing. It returns
// false where there are too many.
func (t *teller) statement(f *file, i int, old bool) bool {
	s := &f.bill.Statements[i]
	things := t.resolve(f, s.Of)
	var products []meant
	if len(s.In) > 0 {
		products = t.resolve(f, s.In)
	}
	if !t.spend(s, len(things)*max(1, len(products))) {
		return false
	}
	packages := len(t.system.Components[t.at].Packages)
	for _, thing := range things {
		if thing.Match < identity.Doubtful || thing.of < itself {
			continue
		}
		if len(s.In) == 0 || thing.of >= packages {
			f.heard[i] = true
		}
		if old && len(s.In) == 0 || thing.of >= packages || t.ruled(thing.of, s.ID) {
			continue
		}
		verdict := thing.And(t.among(thing.of, s.Versions))
		if len(s.Besides) > 0 {
			verdict = verdict.And(t.among(thing.of, s.Besides).Not())
		}
		if verdict.Match < identity.Doubtful {
			continue
		}
		h := heard{Vulnerability: s.Vulnerability, by: via{t.at, thing.of}, words: strings.Join(s.Of, " "), match: verdict}
		h.ID, h.Aliases = t.synonyms.called(s.ID)
		switch {
		case len(s.In) > 0:
			f.heard[i] = t.inProducts(h, s, t.within(f, s, products), old) || f.heard[i]
		case thing.exact && thing.of != itself:
			h.products = []int{t.at} // a reference speaks of an entry of this SBOM, and of no other
			if h.match.Match == identity.Certain {
				h.words = t.system.Components[t.at].Name.EN
			}
			t.note(h)
		default:
			h.anywhere = true
			t.note(h)
		}
	}
	return true
}

// inProducts takes what a statement says of a thing within products, those that are certainly meant and those that may
// be. It tells whether the thing lies in any.
func (t *teller) inProducts(h heard, s *load.Statement, products []meant, old bool) bool {
	node := t.containment.Node(t.at, h.by.of)
	var certain []int
	maybe := heard{}
	for _, p := range products {
		around := t.node(p.of)
		if p.Match < identity.Doubtful || around < 0 || !t.containment.Within(node, around) {
			continue
		}
		if p.Match == identity.Certain {
			certain = append(certain, around)
			continue
		}
		if maybe.products == nil || p.Verdict.Doubt < maybe.match.Doubt {
			maybe.match = p.Verdict
		}
		maybe.products = append(maybe.products, around)
	}
	if old {
		return len(certain)+len(maybe.products) > 0
	}
	if len(certain) > 0 {
		h.products = certain
		if h.match.Match == identity.Certain {
			h.words = strings.Join(s.In, " ") // nothing else can be open
		}
		t.note(h)
		return true
	}
	if len(maybe.products) > 0 {
		h.match = h.match.And(maybe.match)
		h.products, h.words = maybe.products, strings.Join(s.In, " ")
		t.note(h)
		return true
	}
	return false
}

// within keeps, of the products that a statement may mean, those within all that it says to be around them. One that lies
// elsewhere, too, is doubtful: the statement is not about every way that leads through it.
func (t *teller) within(f *file, s *load.Statement, products []meant) []meant {
	for _, words := range s.Around {
		var outer []int
		for _, p := range t.resolve(f, words) {
			if node := t.node(p.of); p.Match >= identity.Doubtful && node >= 0 {
				outer = append(outer, node)
			}
		}
		var kept []meant
		for _, p := range products {
			node := t.node(p.of)
			if node < 0 || !slices.ContainsFunc(outer, func(around int) bool { return t.containment.Within(node, around) }) {
				continue
			}
			if !t.containment.EveryWay(node, outer) {
				p.Verdict = p.And(identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfProduct})
			}
			kept = append(kept, p)
		}
		products = kept
	}
	return products
}

// note keeps what is said of a thing at its place in the containment.
func (t *teller) note(h heard) {
	node := t.containment.Node(t.at, h.by.of)
	t.heard[node] = append(t.heard[node], h)
}

// ruled tells whether the model itself says what a vulnerability is to a thing, which no file overrules.
func (t *teller) ruled(of int, id string) bool {
	name, _ := t.synonyms.called(id)
	return slices.ContainsFunc(*t.knownOf(via{t.at, of}), func(v models.Vulnerability) bool {
		own, _ := t.synonyms.called(v.ID)
		return own == name
	})
}

// spend counts the matches that a statement takes. It returns false where they are too many, which is reported once.
func (t *teller) spend(s *load.Statement, matches int) bool {
	if t.matches > t.limits.Matches {
		return false
	}
	if t.matches += matches; t.matches <= t.limits.Matches {
		return true
	}
	t.problems = append(t.problems, models.Problem{
		At: s.At, What: models.Messagef("the statements on vulnerabilities are about more than %d things", t.limits.Matches), Remedy: models.Messagef("attach smaller files"),
	})
	return false
}

// index gathers what the component, its packages and what was left out may be called.
func (t *teller) index() {
	t.ids, t.keys, t.products = map[models.ComponentID]int{}, map[string][]int{}, map[int][]*identity.Product{}
	c := &t.system.Components[t.at]
	t.ids[c.ID] = itself
	t.add(itself, c.Name.EN, &c.Identity)
	if c.Name.JA != c.Name.EN {
		t.add(itself, c.Name.JA, &c.Identity)
	}
	if t.sbom != nil {
		t.add(itself, t.subject.Name, &t.subject.Identity)
	}
	for i := range c.Packages {
		p := &c.Packages[i]
		t.add(i, p.Name, &p.Identity)
		if p.Component != "" {
			t.ids[p.Component] = i
		}
	}
	for i := range c.LeftOut {
		t.add(len(c.Packages)+i, c.LeftOut[i].Name, &c.LeftOut[i].Identity)
	}
	t.around = nil
	for k, id := range t.view.Around(c.ID) {
		i, _ := t.view.Place(id)
		t.around = append(t.around, i)
		t.add(outside(k), t.system.Components[i].Name.EN, &t.system.Components[i].Identity)
		t.ids[id] = outside(k)
	}
}

// outside is the place of what contains the component, the k-th of it.
func outside(k int) int { return itself - 1 - k }

func (t *teller) add(of int, name string, known *models.Identity) {
	product := identity.Of(name, known)
	t.products[of] = append(t.products[of], product)
	for _, key := range product.Keys() {
		if list := t.keys[key]; len(list) == 0 || list[len(list)-1] != of {
			t.keys[key] = append(list, of)
		}
	}
}

// node is the place in the containment of what lies at a place of the component; less than 0: of what was left out.
func (t *teller) node(of int) int {
	switch {
	case of < itself:
		return t.around[itself-1-of]
	case of >= len(t.system.Components[t.at].Packages):
		return -1
	}
	return t.containment.Node(t.at, of)
}

// meant is a place that words mean, and how surely.
type meant struct {
	of int
	identity.Verdict
	exact bool // by the SBOM's own reference
}

// resolve lists what words mean that all stand for one thing, ascending. What one of them denies is doubtful, whatever the
// others say. Where something is certainly meant, things that merely share its name are not.
func (t *teller) resolve(f *file, words []string) []meant {
	found := map[int][]identity.Verdict{}
	exact := map[int]bool{}
	var spelt []string
	for _, word := range words {
		t.word(f, word, found, exact)
		spelt = append(spelt, word)
		if entry := f.entry(word); entry != nil && f != t.sbom {
			spelt = append(append(spelt, entry.PURL, entry.CPE), entry.Hashes...)
		}
	}
	var out []meant
	certain := false
	for of, verdicts := range found {
		m := meant{of, identity.Together(verdicts), exact[of]}
		if m.Match == identity.Certain && !m.exact && t.denied(of, spelt) {
			m.Verdict = identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfProduct}
		}
		certain = certain || m.Match == identity.Certain
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b meant) int { return a.of - b.of })
	return slices.DeleteFunc(out, func(m meant) bool {
		return certain && m.Match == identity.Doubtful && m.Doubt == identity.OfProduct
	})
}

// denied tells whether one of some words names something else than what lies at a place by what is known of that in the
// word's own terms. Of several digests one that is right is enough: they are those of several files.
func (t *teller) denied(of int, words []string) bool {
	digests, right := false, false
	for _, word := range words {
		mention := identity.Read(word)
		other, same := false, false
		for _, p := range t.products[of] {
			denied, known := mention.Denies(p)
			other, same = other || denied, same || known && !denied
		}
		switch {
		case mention.IsDigest():
			digests, right = digests || other && !same, right || same
		case other && !same:
			return true
		}
	}
	return digests && !right
}

// word finds what one word means.
func (t *teller) word(f *file, word string, found map[int][]identity.Verdict, exact map[int]bool) {
	sure := func(places []int, v identity.Verdict) {
		for _, of := range places {
			found[of] = append(found[of], v)
			exact[of] = exact[of] || v.Match == identity.Certain && f == t.sbom
		}
	}
	certain := identity.Verdict{Match: identity.Certain}
	unsure := identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfProduct}
	if link, is := readLink(word); is {
		t.link(f, link, found, exact)
		return
	}
	places, known := t.refs[word]
	entry := f.entry(word)
	switch {
	case known && f == t.sbom:
		sure(places, certain)
		return
	case known && f.format.Addressed:
		sure(places, certain)
	case entry != nil && f != t.sbom:
		t.entry(entry, found)
		return
	case known:
		sure(places, unsure)
	}
	if of, is := t.ids[models.ComponentID(word)]; is {
		sure([]int{of}, certain)
	}
	t.mention(word, found)
}

// mention finds what a purl, a CPE or a name means.
func (t *teller) mention(word string, found map[int][]identity.Verdict) {
	m := identity.Read(word)
	tried := map[int]bool{}
	for _, key := range m.Keys() {
		for _, of := range t.keys[key] {
			if tried[of] {
				continue
			}
			tried[of] = true
			var best identity.Verdict
			for _, p := range t.products[of] {
				if v := m.Means(p); v.Match > best.Match {
					best = v
				}
			}
			if best.Match > identity.Elsewhere {
				found[of] = append(found[of], best)
			}
		}
	}
}

// entry finds what an entry of another file is here.
func (t *teller) entry(l *load.Listed, found map[int][]identity.Verdict) {
	for _, word := range []string{l.PURL, l.CPE} {
		if word != "" {
			t.mention(word, found)
		}
	}
	switch {
	case l.PURL != "" || l.CPE != "":
	case l.Version != "":
		t.mention(l.Name+"@"+l.Version, found)
	default:
		t.mention(l.Name, found)
	}
}

// link finds what a BOM-Link means: an entry of this SBOM where it has the SBOM's serial number, an entry of the file
// itself where it has that file's. In another version of the SBOM, or where the SBOM has no serial number, the same
// reference may be something else.
func (t *teller) link(f *file, l link, found map[int][]identity.Verdict, exact map[int]bool) {
	var own, here link
	own, _ = readLink(f.bill.Link)
	if t.sbom != nil {
		here, _ = readLink(t.sbom.bill.Link)
	}
	verdict := identity.Verdict{Match: identity.Certain}
	switch {
	case here.serial == l.serial && here.version == l.version:
	case here.serial == l.serial || t.sbom != nil && here.serial == "" && own.serial != l.serial:
		verdict = identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfProduct}
	case own.serial == l.serial:
		if entry := f.entry(l.ref); entry != nil {
			t.entry(entry, found)
		}
		return
	default:
		return
	}
	places := t.refs[l.ref]
	if l.ref == "" {
		places = []int{itself}
	}
	for _, of := range places {
		found[of] = append(found[of], verdict)
		exact[of] = exact[of] || verdict.Match == identity.Certain
	}
}

// link is a BOM-Link taken apart: urn:cdx:serial/version#ref.
type link struct{ serial, version, ref string }

func readLink(words string) (link, bool) {
	rest, is := strings.CutPrefix(words, "urn:cdx:")
	if !is {
		return link{}, false
	}
	head, ref, _ := strings.Cut(rest, "#")
	if decoded, err := url.PathUnescape(ref); err == nil {
		ref = decoded
	}
	serial, version, _ := strings.Cut(head, "/")
	return link{strings.ToLower(serial), version, ref}, true
}

// among tells whether the version of what lies at a place is among those that a statement names.
func (t *teller) among(of int, versions []string) identity.Verdict {
	if len(versions) == 0 {
		return identity.Verdict{Match: identity.Certain}
	}
	var verdicts []identity.Verdict
	for _, p := range t.products[of] {
		verdicts = append(verdicts, p.Among(versions))
	}
	return identity.Together(verdicts)
}
