package identity_test

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

func TestMention(t *testing.T) {
	product := models.Identity{Version: "1.2.3", PURL: "pkg:generic/example/tls@1.2.3?arch=arm#lib", CPE: `cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:*:*`}
	names := identity.Names("tls", &product)
	for mention, means := range map[string]bool{
		"pkg:generic/example/tls@1.2.3":                  true,
		"pkg:generic/example/tls":                        true,
		"pkg:GENERIC/example/tls@1.2.3?arch=mips":        true,
		"pkg:generic/example/tls@1.2.4":                  false,
		"pkg:npm/example/tls@1.2.3":                      false,
		`cpe:2.3:a:example:tls\:lib:1.2.3:*:*:*:*:*:*:*`: true,
		`cpe:2.3:a:Example:TLS\:lib:*:*:*:*:*:*:*:*`:     true,
		`cpe:2.3:a:example:tls\:lib:1.2.4:*:*:*:*:*:*:*`: false,
		"cpe:2.3:a:example:tls:1.2.3:*:*:*:*:*:*:*":      false,
		"tls@1.2.3": true,
		"tls":       true,
		"tls@1.2":   false,
		"pkg:":      false,
		"cpe:2.3:a": false,
		"":          false,
		"pkg:generic/example/tls@1.2.3?not=a&not=qualifier": false,
	} {
		if got := slices.Contains(names, identity.Mention(mention)); got != means {
			t.Errorf("%q means it: %t, want %t (%q among %q)", mention, got, means, identity.Mention(mention), names)
		}
	}
}

func TestSame(t *testing.T) {
	id := func(purl, version string) *models.Identity { return &models.Identity{PURL: purl, Version: version} }
	for _, test := range []struct {
		a, b         *models.Identity
		nameA, nameB string
		same         bool
	}{
		{id("pkg:generic/a@1", ""), id("pkg:generic/a@1?x=y", ""), "a", "b", true},
		{id("pkg:generic/a@1", ""), id("pkg:generic/a@2", ""), "a", "a", false},
		{id("pkg:generic/a@1", "1"), id("", "1"), "a", "a", true},
		{id("", "1"), id("", "2"), "a", "a", false},
		{id("", ""), id("", ""), "a", "b", false},
	} {
		if got := identity.Same(test.nameA, test.a, test.nameB, test.b); got != test.same {
			t.Errorf("%s %+v and %s %+v are the same: %t", test.nameA, *test.a, test.nameB, *test.b, got)
		}
	}
}

func FuzzMention(f *testing.F) {
	f.Add("pkg:generic/a@1?b=c#d", "1")
	f.Add(`cpe:2.3:a:b\:c:d:*`, "")
	f.Add("cpe:/a:b:c:1%2e0", "x")
	f.Fuzz(func(t *testing.T, words, version string) {
		of := models.Identity{PURL: words, CPE: words, Version: version}
		names := identity.Names("n", &of)
		if mention := identity.Mention(words); mention != words && !slices.Contains(names, mention) {
			t.Errorf("what is called %q is not among the names of itself, %q", mention, names)
		}
	})
}
