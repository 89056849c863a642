package identity

import (
	"strings"

	"github.com/package-url/packageurl-go"

	"github.com/harmpath/harmpath/models"
)

// CheckPURL says what is wrong with a package URL.
func CheckPURL(purl string) error {
	_, err := packageurl.FromString(purl)
	return err
}

// Names returns what a product may be called by, each once: its purl and its CPE, each with and without the version,
// its name and version, and its name.
func Names(name string, of *models.Identity) []string {
	var out []string
	add := func(name string) {
		if name == "" {
			return
		}
		for _, known := range out {
			if known == name {
				return
			}
		}
		out = append(out, name)
	}
	if withVersion, without, is := purl(of.PURL, of.Version); is {
		add(withVersion)
		add(without)
	}
	if withVersion, without, is := cpe(of.CPE, of.Version); is {
		add(withVersion)
		add(without)
	}
	if of.Version != "" {
		add(name + "@" + of.Version)
	}
	add(name)
	return out
}

// Mention returns the one name that somebody's words for a product are. What is neither a purl nor a CPE is itself.
func Mention(words string) string {
	if withVersion, without, is := purl(words, ""); is {
		if withVersion != "" {
			return withVersion
		}
		return without
	}
	if withVersion, without, is := cpe(words, ""); is {
		if withVersion != "" {
			return withVersion
		}
		return without
	}
	return words
}

// Same tells whether two products are the same: by their purls where both have one, else by name and version.
func Same(name string, a *models.Identity, otherName string, b *models.Identity) bool {
	if a.PURL != "" && b.PURL != "" {
		return Mention(a.PURL) == Mention(b.PURL)
	}
	return name == otherName && a.Version == b.Version
}

// purl returns a package URL's name with its version, where it or the product has one, and without.
func purl(words, version string) (withVersion, without string, is bool) {
	if !strings.HasPrefix(words, "pkg:") {
		return "", "", false
	}
	p, err := packageurl.FromString(words)
	if err != nil {
		return "", "", false
	}
	if p.Version != "" {
		version = p.Version
	}
	p.Qualifiers, p.Subpath, p.Version = nil, "", ""
	without = p.ToString()
	if version != "" {
		p.Version = version
		withVersion = p.ToString()
	}
	return withVersion, without, true
}

// cpe returns the name that a CPE is, with its version, where it or the product has one, and without.
func cpe(words, version string) (withVersion, without string, is bool) {
	rest, formatted := strings.CutPrefix(words, "cpe:2.3:")
	if !formatted {
		if rest, is = strings.CutPrefix(words, "cpe:/"); !is {
			return "", "", false
		}
	}
	fields := splitUnescaped(strings.ToLower(rest))
	if len(fields) < 3 {
		return "", "", false
	}
	without = "cpe:" + strings.Join(fields[:3], ":")
	if len(fields) > 3 && fields[3] != "*" && fields[3] != "" && fields[3] != "-" {
		version = fields[3]
	}
	if version != "" {
		withVersion = without + ":" + strings.ToLower(version)
	}
	return withVersion, without, true
}

// splitUnescaped splits at colons that no backslash escapes, and takes the backslashes away.
func splitUnescaped(s string) []string {
	var out []string
	var field strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			field.WriteByte(s[i])
		case s[i] == ':':
			out = append(out, field.String())
			field.Reset()
		default:
			field.WriteByte(s[i])
		}
	}
	return append(out, field.String())
}
