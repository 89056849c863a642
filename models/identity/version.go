package identity

import (
	"strings"

	gem "github.com/aquasecurity/go-gem-version"
	pep440 "github.com/aquasecurity/go-pep440-version"
	"github.com/aquasecurity/go-version/pkg/semver"
	apk "github.com/knqyf263/go-apk-version"
	deb "github.com/knqyf263/go-deb-version"
	rpm "github.com/knqyf263/go-rpm-version"
	maven "github.com/masahiro331/go-mvn-version"
)

// comparison orders two versions: negative where the first is the earlier one. The second result tells whether they can
// be compared.
type comparison func(a, b string) (int, bool)

// schemeOf is the scheme of the versions of a purl type, or a scheme of vers: itself. Several types share one.
func schemeOf(name string) string {
	switch name {
	case "npm", "cargo", "golang", "hex", "pub", "swift":
		return "semver"
	case "alpine":
		return "apk"
	case "intdot", "":
		return "generic"
	}
	return name
}

// comparisonOf is how versions of a scheme are compared; nil: nothing here knows.
func comparisonOf(scheme string) comparison {
	switch scheme {
	case "semver":
		return bySemver
	case "deb":
		return compared(deb.NewVersion, func(a, b deb.Version) int { return a.Compare(b) })
	case "rpm":
		return compared(func(s string) (rpm.Version, error) { return rpm.NewVersion(s), nil }, rpm.Version.Compare)
	case "apk":
		return compared(apk.NewVersion, apk.Version.Compare)
	case "maven":
		return compared(maven.NewVersion, maven.Version.Compare)
	case "pypi":
		return compared(pep440.Parse, pep440.Version.Compare)
	case "gem":
		return compared(gem.NewVersion, gem.Version.Compare)
	case "generic":
		return byNumbers
	}
	return nil
}

// compared makes a comparison of what a library offers.
func compared[V any](parse func(string) (V, error), compare func(a, b V) int) comparison {
	return func(a, b string) (int, bool) {
		if !readable(a) || !readable(b) {
			return 0, false
		}
		v, err := parse(a)
		if err != nil {
			return 0, false
		}
		w, err := parse(b)
		if err != nil {
			return 0, false
		}
		return compare(v, w), true
	}
}

// bySemver compares semantic versions, with or without a v before them.
func bySemver(a, b string) (int, bool) {
	return compared(semver.Parse, semver.Version.Compare)(strings.TrimPrefix(a, "v"), strings.TrimPrefix(b, "v"))
}

// byNumbers compares numbers between dots, as far as they decide: 1.5 comes before 1.10-beta, but whether it comes
// before 1.5-beta is not known.
func byNumbers(a, b string) (int, bool) {
	if !readable(a) || !readable(b) {
		return 0, false
	}
	v, w := strings.Split(strings.TrimPrefix(a, "v"), "."), strings.Split(strings.TrimPrefix(b, "v"), ".")
	for i := range max(len(v), len(w)) {
		x, y := "0", "0"
		if i < len(v) {
			x = v[i]
		}
		if i < len(w) {
			y = w[i]
		}
		if !number(x) || !number(y) {
			return 0, false
		}
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		switch {
		case len(x) != len(y):
			return len(x) - len(y), true
		case x != y:
			return strings.Compare(x, y), true
		}
	}
	return 0, true
}

func number(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// The longest version, and the longest number in one, that the libraries are given: they keep numbers in 64 bits and
// descend once for each group.
const (
	longestVersion = 200
	longestNumber  = 18
)

// readable tells whether a version is plain enough for the libraries.
func readable(s string) bool {
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if digits++; digits > longestNumber {
				return false
			}
		case c <= ' ' || c > '~':
			return false
		default:
			digits = 0
		}
	}
	return s != "" && len(s) <= longestVersion
}

// order compares two versions by a scheme. Where it is not the one of the package's type, or cannot tell, the numbers
// decide or nothing does.
func order(scheme, packageType, a, b string) (int, bool) {
	scheme, own := schemeOf(scheme), schemeOf(packageType)
	compare := comparisonOf(scheme)
	if compare == nil {
		return 0, false
	}
	if own == scheme || own == "generic" || comparisonOf(own) == nil {
		if n, decided := compare(a, b); decided {
			return n, true
		}
	}
	return byNumbers(a, b)
}

// is compares the product's version with the one that words state; "": they state none.
func (p *Product) is(stated string) Verdict {
	if stated == "" {
		return Verdict{Match: Certain}
	}
	versions := p.versions()
	if len(versions) == 0 {
		return doubtful(OfVersion)
	}
	return agree(versions, func(has string) Verdict { return p.equal(has, stated) })
}

// versions are all that is said of the product's version.
func (p *Product) versions() []string {
	out := []string{p.version}
	if p.purl != nil {
		out = append(out, p.purl.Version)
	}
	if p.cpe != nil && p.version == "" && (p.purl == nil || p.purl.Version == "") && p.cpe.at(cpeVersion) != "-" {
		out = append(out, p.cpe.at(cpeVersion))
	}
	return once(out)
}

// agree is what holds for all of a product's versions: where they differ in it, it is doubtful.
func agree(versions []string, verdict func(string) Verdict) Verdict {
	out := verdict(versions[0])
	for _, v := range versions[1:] {
		if verdict(v) != out {
			return doubtful(OfVersion)
		}
	}
	return out
}

// equal compares two versions of the product.
func (p *Product) equal(has, stated string) Verdict {
	if has == stated {
		return Verdict{Match: Certain}
	}
	scheme := schemeOf(p.packageType())
	compare := comparisonOf(scheme)
	exact := compare != nil && scheme != "generic"
	if !exact {
		compare = byNumbers
	}
	switch order, decided := compare(has, stated); {
	case decided && order != 0:
		return Verdict{Match: Other}
	case decided && exact:
		return Verdict{Match: Certain}
	case decided || exact || strings.EqualFold(has, stated):
		return doubtful(OfVersion)
	}
	return Verdict{Match: Other} // two words of which nobody says that they are one
}

// packageType is the type of the product's purl; "": it has none.
func (p *Product) packageType() string {
	if p.purl == nil {
		return ""
	}
	return p.purl.Type
}
