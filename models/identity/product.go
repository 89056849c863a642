package identity

import (
	"regexp"
	"strings"

	"github.com/package-url/packageurl-go"

	"github.com/harmpath/harmpath/models"
)

// Product is what is known of one product, taken apart for comparing.
type Product struct {
	name    string
	version string
	purl    *packageurl.PackageURL
	cpe     *cpe
	hashes  []string // algorithm:digest, in small letters
}

// Of takes apart what is known of a product. A purl or CPE that is none is passed over.
func Of(name string, of *models.Identity) *Product {
	p := &Product{name: name, version: of.Version, purl: parsePURL(of.PURL)}
	p.cpe = parseCPE(of.CPE)
	for _, words := range of.Hashes {
		p.hashes = append(p.hashes, hash(words))
	}
	return p
}

// Keys are words by which the product can be found: whatever means it has one of them among its own keys.
func (p *Product) Keys() []string {
	keys := []string{plain(p.name), plain(lastOf(p.name))}
	if p.purl != nil {
		keys = append(keys, plain(p.purl.Name))
	}
	if p.cpe != nil {
		keys = append(keys, plain(p.cpe.at(cpeProduct)))
	}
	return once(append(keys, p.hashes...))
}

// digest is what words that are algorithm:digest look like, e.g. sha-256:9f86…
var digest = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*[0-9]):([0-9A-Fa-f]{8,})$`)

// hash is the digest that words are, written in one way whatever the format writes; nothing where they are none.
func hash(words string) string {
	if !digest.MatchString(words) {
		return ""
	}
	out := plain(words)
	if rest, is := strings.CutPrefix(out, "sha"); is && !strings.HasPrefix(rest, "-") {
		return "sha-" + rest
	}
	return out
}

// CheckPURL says what is wrong with a package URL.
func CheckPURL(purl string) error {
	_, err := packageurl.FromString(purl)
	return err
}

func parsePURL(words string) *packageurl.PackageURL {
	if !strings.HasPrefix(words, "pkg:") {
		return nil
	}
	p, err := packageurl.FromString(words)
	if err != nil {
		return nil
	}
	return &p
}

// plain writes a name as keys do, without what makes no difference to a reader.
func plain(name string) string { return strings.ToLower(name) }

// lastOf is a name without the group before it.
func lastOf(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// once drops what is empty and what stands there already.
func once(words []string) []string {
	var out []string
	for _, word := range words {
		known := word == ""
		for _, before := range out {
			known = known || before == word
		}
		if !known {
			out = append(out, word)
		}
	}
	return out
}
