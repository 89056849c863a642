package identity_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

var (
	elsewhere = identity.Verdict{}
	other     = identity.Verdict{Match: identity.Other}
	certain   = identity.Verdict{Match: identity.Certain}
	ofProduct = identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfProduct}
	ofVersion = identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfVersion}
	ofVariant = identity.Verdict{Match: identity.Doubtful, Doubt: identity.OfVariant}
)

func TestMeans(t *testing.T) {
	full := models.Identity{Version: "1.2.3", PURL: "pkg:generic/example/tls@1.2.3?arch=arm#lib", CPE: `cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:arm:*`}
	bare := models.Identity{Version: "1.2.3"}
	for _, test := range []struct {
		words string
		of    models.Identity
		want  identity.Verdict
	}{
		// What is written must be so, what is left out is free.
		{"pkg:generic/example/tls@1.2.3", full, certain},
		{"pkg:generic/example/tls", full, certain},
		{"pkg:GENERIC/example/tls@1.2.3?arch=arm", full, certain},
		{"pkg:generic/example/tls@1.2.3?arch=mips", full, other},
		{"pkg:generic/example/tls@1.2.3?distro=a", full, ofVariant},
		{"pkg:generic/example/tls?arch=arm&distro=a", full, ofVariant},
		{"pkg:generic/example/tls?arch=mips&distro=a", full, other},
		{"pkg:generic/example/tls#lib", full, certain},
		{"pkg:generic/example/tls#bin", full, other},
		{"pkg:generic/example/tls@1.2.4", full, other},
		{"pkg:generic/example/tls@1.2.3", models.Identity{PURL: "pkg:generic/example/tls"}, ofVersion},
		{"pkg:generic/example/tls@1.2.3", models.Identity{PURL: "pkg:generic/example/tls", Version: "1.2.3"}, certain},
		{"pkg:generic/example/tls@1.2.3", models.Identity{PURL: "pkg:generic/example/tls@1.2.3", Version: "7"}, ofVersion},
		{"pkg:generic/example/tls@1.2", models.Identity{PURL: "pkg:generic/example/tls@1.2.0"}, ofVersion},
		{"pkg:deb/debian/tls@0:1.2-1", models.Identity{PURL: "pkg:deb/debian/tls@1.2-1"}, certain},
		{"pkg:golang/example/tls@1.2.3", models.Identity{PURL: "pkg:golang/example/tls@v1.2.3"}, certain},
		{"pkg:npm/tls@1.2.3", models.Identity{PURL: "pkg:npm/tls@latest"}, ofVersion},
		// Another type or supplier has something of that name.
		{"pkg:npm/example/tls@1.2.3", full, ofProduct},
		{"pkg:generic/tls", full, ofProduct},
		{"pkg:npm/example/tls@1.2.4", full, elsewhere},
		{"pkg:npm/example/ssl", full, elsewhere},
		{"pkg:generic/tls@1.2.3", bare, ofProduct},
		{"pkg:generic/tls@1.2.4", bare, elsewhere},
		{"pkg:generic/tls@1.2.3", models.Identity{}, ofProduct},
		// CPE names, in both forms.
		{`cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:*:*`, full, certain},
		{`cpe:2.3:a:Example:TLS\:lib:*:*:*:*:*:*:*:*`, full, certain},
		{`cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:arm:*`, full, certain},
		{`cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:x86:*`, full, other},
		{`cpe:2.3:a:example:tls\:lib:1.2.3:beta:*:*:*:*:*:*`, full, ofVariant},
		{`cpe:2.3:a:example:tls\:lib:1.*:*:*:*:*:*:*:*`, full, ofVersion},
		{`cpe:2.3:a:example:tls\:lib:1.2.4:*:*:*:*:*:*:*`, full, other},
		{`cpe:2.3:a:else:tls\:lib:1.2.3:*:*:*:*:*:*:*`, full, ofProduct},
		{`cpe:2.3:o:example:tls\:lib:1.2.4:*:*:*:*:*:*:*`, full, elsewhere},
		{"cpe:2.3:a:example:tls:1.2.3:*:*:*:*:*:*:*", full, elsewhere},
		{"cpe:/a:example:tls%3alib:1.2.3::~~~~arm~", full, certain},
		{"cpe:/a:example:tls%3alib:1.2.3::~~~~mips~", full, other},
		{"cpe:2.3:a:example:tls:1.2.3:*:*:*:*:*:*:*", bare, ofProduct},
		{"cpe:2.3:a", full, elsewhere},
		// Plain words.
		{"tls@1.2.3", full, certain},
		{"tls@1.2.3", bare, certain},
		{"tls", bare, certain},
		{"tls", full, ofProduct},
		{"TLS", bare, ofProduct},
		{"net/tls@1.2.3", bare, ofProduct},
		{"tls@1.2", full, other},
		{"pkg:", full, elsewhere},
		{"", full, elsewhere},
		{"pkg:generic/example/tls@1.2.3?not=a&not=qualifier", full, elsewhere},
	} {
		if got := identity.Read(test.words).Means(identity.Of("tls", &test.of)); got != test.want {
			t.Errorf("%q means %+v: %v, want %v", test.words, test.of, got, test.want)
		}
	}
}

// A purl means another certainly where all that it writes is so there, and certainly not where something is otherwise.
func TestWritten(t *testing.T) {
	word := rapid.SampledFrom([]string{"", "a", "b"})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(who string) (purl string, parts []string) {
			name := rapid.SampledFrom([]string{"a", "b"}).Draw(t, who+" name")
			parts = []string{word.Draw(t, "version"), word.Draw(t, "arch"), word.Draw(t, "distro"), word.Draw(t, "subpath")}
			purl = "pkg:generic/x/" + name
			for i, before := range []string{"@", "?arch=", "&distro=", "#"} {
				if parts[i] == "" {
					continue
				}
				if i == 2 && parts[1] == "" {
					before = "?distro="
				}
				purl += before + parts[i]
			}
			return purl, append(parts, name)
		}
		said, written := draw("said")
		is, has := draw("is")
		want := identity.Certain
		for i := range written {
			switch {
			case written[i] == "" || written[i] == has[i]:
			case has[i] != "" && i == 4:
				want = identity.Elsewhere
			case has[i] != "":
				want = min(want, identity.Other)
			default:
				want = min(want, identity.Doubtful)
			}
		}
		if got := identity.Read(said).Means(identity.Of("n", &models.Identity{PURL: is})); got.Match != want {
			t.Fatalf("%s means %s: %v, want %v", said, is, got, want)
		}
	})
}

// Several words for one thing: one that means another version takes the certainty of the rest.
func TestTogether(t *testing.T) {
	for _, test := range []struct {
		verdicts []identity.Verdict
		want     identity.Verdict
	}{
		{nil, elsewhere},
		{[]identity.Verdict{elsewhere, ofProduct, certain}, certain},
		{[]identity.Verdict{certain, other}, ofVersion},
		{[]identity.Verdict{other, elsewhere}, other},
		{[]identity.Verdict{ofVariant, ofProduct}, ofProduct},
	} {
		if got := identity.Together(test.verdicts); got != test.want {
			t.Errorf("%v together: %v, want %v", test.verdicts, got, test.want)
		}
	}
}

func TestAmong(t *testing.T) {
	for _, test := range []struct {
		purl     string
		versions string
		want     identity.Verdict
	}{
		{"pkg:generic/a@2.0", "", certain},
		{"pkg:generic/a@2.0", "2.0", certain},
		{"pkg:generic/a@2.0", "1.0 2.0", certain},
		{"pkg:generic/a@2.0", "1.0", other},
		{"pkg:generic/a@2.0", "vers:generic/<1.5", other},
		{"pkg:generic/a@2.0", "vers:generic/>=1.5", certain},
		{"pkg:generic/a@2.0", "vers:generic/*", certain},
		{"pkg:generic/a", "vers:generic/<1.5", ofVersion},
		{"pkg:generic/a@2.0-beta", "vers:generic/<1.5", other},
		{"pkg:generic/a@2.0-beta", "vers:generic/<2.0", ofVersion},
		{"pkg:generic/a@2.0", "vers:elsewhere/<1.5", ofVersion},
		{"pkg:generic/a@2.0", "vers:generic/<", ofVersion},
		{"pkg:generic/a@2.0", "vers:generic", ofVersion},
		{"pkg:generic/a@2.0", "<1.5", ofVersion}, // no range of vers:, but nobody calls a version so
		{"pkg:generic/a@2.0", ">=1.0,<3", ofVersion},
		{"pkg:generic/a@2.0", "[1,3)", ofVersion},
		{"pkg:generic/a@2.0", "^2.0", ofVersion},
		{"pkg:generic/a@2.0", "~1", ofVersion},
		{"pkg:generic/a@2.0", "2.x", ofVersion},
		{"pkg:generic/a@2.0", "*", ofVersion},
		{"pkg:generic/a@2.0", "all", ofVersion},
		{"pkg:generic/a@main", "main", certain},
		{"pkg:generic/a@2.0", "vers:generic/!=2.0", other},
		{"pkg:generic/a@2.0", "vers:generic/!=2.1", certain},
		{"pkg:generic/a@2.0", "vers:generic/1.0|>=1.5|<2.0|2.0", certain},
		{"pkg:generic/a@1.7", "vers:generic/>=1.5|<1.6|>=1.7|<1.8", certain},
		{"pkg:generic/a@1.5", "vers:generic/<1.0|>1.7", other},
		{"pkg:generic/a@1.6", "vers:generic/>=1.5|!=1.6|<1.8", other},
		{"pkg:generic/a@1.6", "vers:generic/>=1.5|>=1.6", ofVersion}, // two lower bounds
		{"pkg:npm/a@1.0.0-rc.1", "vers:npm/<1.0.0", certain},
		{"pkg:npm/a@1.10.0", "vers:npm/>=1.9.0", certain},
		{"pkg:npm/a@1.10.0", "vers:semver/>=1.9.0", certain},
		{"pkg:deb/debian/a@1.0~rc1-1", "vers:deb/<1.0-1", certain},
		{"pkg:deb/debian/a@1:1.0-1", "vers:deb/<2.0-1", other},
		{"pkg:deb/debian/a@1:1.0-1", "vers:semver/<2.0.0", ofVersion},
		{"pkg:rpm/fedora/a@1.0-2.fc38", "vers:rpm/<1.0-10.fc38", certain},
		{"pkg:maven/a/a@1.0-alpha-1", "vers:maven/<1.0", certain},
		{"pkg:pypi/a@1.0.post1", "vers:pypi/>1.0", certain},
		{"pkg:gem/a@1.0.a", "vers:gem/<1.0", certain},
		{"pkg:apk/alpine/a@1.0-r2", "vers:alpine/<1.0-r10", certain},
		{"pkg:generic/a@99999999999999999999999999", "vers:generic/<1", ofVersion},
		{"pkg:generic/a@2%2B1", "vers:generic/2%2B1", ofVersion},
		{"pkg:generic/a@2%2B1", "2+1", certain},
	} {
		p := identity.Of("a", &models.Identity{PURL: test.purl})
		if got := p.Among(strings.Fields(test.versions)); got != test.want {
			t.Errorf("%s among %q: %v, want %v", test.purl, test.versions, got, test.want)
		}
	}
}

// A range contains what the intervals contain that it is made of, in whatever order they are written.
func TestRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cuts := rapid.SliceOfNDistinct(rapid.IntRange(0, 20), 0, 6, rapid.ID).Draw(t, "cuts")
		lower := rapid.Bool().Draw(t, "lower")
		has := rapid.IntRange(0, 20).Draw(t, "has")
		sorted := append([]int{}, cuts...)
		for i := range sorted {
			for j := range i {
				if sorted[j] > sorted[i] {
					sorted[i], sorted[j] = sorted[j], sorted[i]
				}
			}
		}
		var words []string
		in := len(sorted) > 0 && !lower && has < sorted[0]
		for i, cut := range sorted {
			comparator := "<"
			if lower {
				comparator = ">="
				in = in || has >= cut && (i == len(sorted)-1 || has < sorted[i+1])
			}
			words = append(words, comparator+"1."+number(cut))
			lower = !lower
		}
		if len(words) == 0 {
			return
		}
		words = rapid.Permutation(words).Draw(t, "order")
		for _, scheme := range []string{"generic", "deb", "rpm", "pypi", "maven", "gem", "elsewhere"} {
			p := identity.Of("a", &models.Identity{Version: "1." + number(has)})
			want := other
			if in {
				want = certain
			}
			if scheme == "elsewhere" {
				want = ofVersion
			}
			if got := p.Among([]string{"vers:" + scheme + "/" + strings.Join(words, "|")}); got != want {
				t.Fatalf("1.%d in %s %v: %v, want %v", has, scheme, words, got, want)
			}
		}
	})
}

func number(n int) string {
	return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}[map[bool]int{true: 1}[n < 10]:])
}

// Whatever is written, a product is found by what it says of itself, and nothing makes reading panic.
func FuzzMeans(f *testing.F) {
	f.Add("pkg:generic/a@1?b=c#d", "1", "vers:generic/<2")
	f.Add(`cpe:2.3:a:b\:c:d:*`, "", "vers:maven/1.0-a|>2")
	f.Add("cpe:/a:b:c:1%2e0", "x", "vers:rpm/*")
	f.Fuzz(func(t *testing.T, words, version, versions string) {
		of := models.Identity{PURL: words, CPE: words, Version: version}
		p, m := identity.Of(words, &of), identity.Read(words)
		p.Among([]string{versions, version})
		if got := m.Means(p); words != "" && got.Match < identity.Other {
			t.Errorf("%q is not found by its own words: %v", words, got)
		}
		for _, scheme := range []string{"npm", "deb", "rpm", "maven", "pypi", "gem", "apk", "generic"} {
			q := identity.Of("n", &models.Identity{Version: version})
			if got := q.Among([]string{"vers:" + scheme + "/" + versions}); got.Match == identity.Elsewhere {
				t.Errorf("%q in %q of %s: %v", version, versions, scheme, got)
			}
		}
	})
}
