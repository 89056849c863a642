package identity

import (
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
}

// Of takes apart what is known of a product. A purl or CPE that is none is passed over.
func Of(name string, of *models.Identity) *Product {
	p := &Product{name: name, version: of.Version, purl: parsePURL(of.PURL)}
	p.cpe = parseCPE(of.CPE)
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
	return once(keys)
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
