package identity

import (
	"slices"
	"strings"

	"github.com/package-url/packageurl-go"
)

// Mention is what somebody's words for a product say.
type Mention struct {
	words   string
	purl    *packageurl.PackageURL
	cpe     *cpe
	name    string // of plain words with a version behind them
	version string
	digest  string // of words that are algorithm:digest
}

// Read takes words for a product apart: a purl, a CPE, algorithm:digest, name@version, or a name.
func Read(words string) *Mention {
	m := &Mention{words: words, purl: parsePURL(words), digest: hash(words)}
	m.cpe = parseCPE(words)
	if at := strings.LastIndexByte(words, '@'); m.purl == nil && m.cpe == nil && at > 0 {
		m.name, m.version = words[:at], words[at+1:]
	}
	return m
}

// IsDigest tells whether the words are the digest of a file.
func (m *Mention) IsDigest() bool { return m.digest != "" }

// Keys are the words by which what is meant can be found among the keys of products.
func (m *Mention) Keys() []string {
	switch {
	case m.purl != nil:
		return once([]string{plain(m.purl.Name)})
	case m.cpe != nil:
		return once([]string{plain(m.cpe.at(cpeProduct))})
	case m.digest != "":
		return []string{m.digest}
	}
	return once([]string{plain(m.words), plain(lastOf(m.words)), plain(m.name), plain(lastOf(m.name))})
}

// Means tells whether the words mean a product.
func (m *Mention) Means(p *Product) Verdict {
	switch {
	case m.purl != nil && p.purl != nil:
		return m.meansPURL(p)
	case m.cpe != nil && p.cpe != nil:
		return m.meansCPE(p)
	case m.purl != nil:
		return namesake(m.purl.Version, p, m.purl.Name, m.purl.Namespace+"/"+m.purl.Name)
	case m.cpe != nil:
		return namesake(m.cpe.at(cpeVersion), p, m.cpe.at(cpeProduct))
	case m.digest != "" && slices.Contains(p.hashes, m.digest):
		return Verdict{Match: Certain}
	}
	return m.meansName(p)
}

// Denies tells whether the words name something else than a product by what is known of it in their own terms: the purl
// or CPE of another product, or another digest by the same algorithm. Known tells whether anything is.
func (m *Mention) Denies(p *Product) (denied, known bool) {
	switch {
	case m.purl != nil && p.purl != nil:
		return m.purl.Type != p.purl.Type || m.purl.Namespace != p.purl.Namespace || m.purl.Name != p.purl.Name, true
	case m.cpe != nil && p.cpe != nil:
		return !m.cpe.sameProduct(p.cpe), true
	case m.digest != "":
		algorithm := m.digest[:strings.IndexByte(m.digest, ':')+1]
		for _, hash := range p.hashes {
			known = known || strings.HasPrefix(hash, algorithm)
		}
		return known && !slices.Contains(p.hashes, m.digest), known
	}
	return false, false
}

// namesake is the verdict on a product that is known by other means than the words: by its name, it may be meant.
func namesake(version string, p *Product, names ...string) Verdict {
	for _, key := range p.Keys() {
		for _, name := range names {
			if key == plain(name) {
				return doubtfulNamesake(p.is(version))
			}
		}
	}
	return Verdict{}
}

// doubtfulNamesake is the verdict on something of the same name that may be another product: another version of it is
// none that could be meant.
func doubtfulNamesake(version Verdict) Verdict {
	if version.Match == Other {
		return Verdict{}
	}
	return doubtful(OfProduct)
}

// meansPURL compares two purls.
func (m *Mention) meansPURL(p *Product) Verdict {
	if m.purl.Type != p.purl.Type || m.purl.Namespace != p.purl.Namespace || m.purl.Name != p.purl.Name {
		if plain(m.purl.Name) != plain(p.purl.Name) {
			return Verdict{}
		}
		return doubtfulNamesake(p.is(m.purl.Version))
	}
	out := p.is(m.purl.Version)
	has := p.purl.Qualifiers.Map()
	for _, q := range m.purl.Qualifiers {
		out = out.And(variant(q.Value, has[q.Key]))
	}
	return out.And(variant(m.purl.Subpath, p.purl.Subpath))
}

// variant compares what words say of a variant with what the product says.
func variant(said, has string) Verdict {
	switch said {
	case "", has:
		return Verdict{Match: Certain}
	}
	if has == "" {
		return doubtful(OfVariant)
	}
	return Verdict{Match: Other}
}

// meansCPE compares two CPE names (NIST IR 7696): what the words leave any is free.
func (m *Mention) meansCPE(p *Product) Verdict {
	if !m.cpe.sameProduct(p.cpe) {
		if m.cpe.at(cpeProduct) != p.cpe.at(cpeProduct) {
			return Verdict{}
		}
		return doubtfulNamesake(p.is(m.cpe.at(cpeVersion)))
	}
	out := p.is(m.cpe.at(cpeVersion))
	if m.cpe.pattern(cpeVersion) {
		out = doubtful(OfVersion)
	}
	for attribute := cpeUpdate; attribute < cpeAttributes; attribute++ {
		if m.cpe.pattern(attribute) {
			out = out.And(doubtful(OfVariant))
			continue
		}
		out = out.And(variant(m.cpe.at(attribute), p.cpe.at(attribute)))
	}
	return out
}

// meansName compares plain words with the product's names. A name alone is certain only where the product has no purl.
func (m *Mention) meansName(p *Product) Verdict {
	switch {
	case m.words == "":
		return Verdict{}
	case m.words == p.name && p.purl == nil:
		return Verdict{Match: Certain}
	case m.words == p.name:
		return doubtful(OfProduct)
	case m.name == p.name && m.name != "":
		return p.is(m.version)
	case m.isKeyOf(p, m.words):
		return doubtful(OfProduct)
	case m.name != "" && m.isKeyOf(p, m.name):
		return doubtfulNamesake(p.is(m.version))
	}
	return Verdict{}
}

// isKeyOf tells whether a name, with or without its group, is one of the product's.
func (m *Mention) isKeyOf(p *Product, name string) bool {
	for _, key := range p.Keys() {
		if key == plain(name) || key == plain(lastOf(name)) {
			return true
		}
	}
	return false
}
