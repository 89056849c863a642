package load

import (
	"cmp"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is one format of files that say more of a component: what is built into it (a software bill of materials,
// SBOM), which known vulnerabilities affect it or that (VEX), or both.
type Supplement struct {
	Addressed  bool                                                                            // its statements are written for the components that it is attached to: one that is about nothing in them is a problem
	Name       string                                                                          // one word
	Title      models.Message                                                                  // what it is, in a line
	Doc        string                                                                          // its documentation, Markdown
	Extensions []string                                                                        // how names of its files end, in small letters; a format is recognized by what is in a file all the same
	Match      func(d *Document) bool                                                          // tells whether a file is of this format
	Decode     func(file string, text []byte, limits SupplementLimits) (Bill, models.Problems) // reads the text of a file that lies at file; problems are what keeps it from being read at all
}

// SupplementExtensions lists how names of files of some formats end, each once.
func SupplementExtensions(formats []Supplement) []string {
	return distinct(formats, func(f Supplement) []string { return f.Extensions })
}

// SupplementLimits bounds what reading a supplement may cost. A zero field takes the default.
type SupplementLimits struct {
	strict.Limits     // a file's size by default 64 MiB
	Packages      int // packages that one SBOM lists; default 100,000
	Statements    int // statements on vulnerabilities in one file; default 100,000
	Within        int // packages within each other; default 100
}

// WithDefaults fills the zero fields.
func (l SupplementLimits) WithDefaults() SupplementLimits {
	l.JSONSize = cmp.Or(l.JSONSize, 64<<20)
	l.Scalar = cmp.Or(l.Scalar, l.JSONSize) // licence texts and pictures stand in SBOMs whole
	l.JSONNodes = cmp.Or(l.JSONNodes, 5_000_000)
	l.Depth = cmp.Or(l.Depth, 1000) // components within each other take two steps each
	l.Limits = l.Limits.WithDefaults()
	l.Packages = cmp.Or(l.Packages, 100_000)
	l.Statements = cmp.Or(l.Statements, 100_000)
	l.Within = cmp.Or(l.Within, 100)
	return l
}

// Bill is what a supplement says.
type Bill struct {
	Link       string          // its BOM-Link, urn:cdx:SERIAL/VERSION, where it has a serial number
	Subject    Listed          // what the SBOM is of, as far as it says
	Listed     []Listed        // what it lists, in the order of the file, the subject left out
	LeftOut    []Listed        // what it lists and says itself not to be in the product, each with its reason
	Statements []Statement     // on vulnerabilities, in the order of the file
	Remarks    models.Problems // flaws of single entries: what is wrong, and as remedy what was done about it; the rest is read
	Count      Count           // how much stands in the file
}

// Count is how much stands in a file, whatever is made of it: what is listed twice counts once.
type Count struct {
	Distinct        int // entries that differ in name, version or purl, the subject and what is left out among them
	Vulnerabilities int // vulnerabilities that the file speaks of, those among them that it says nothing of
	Statements      int // things that it says of vulnerabilities: one a vulnerability, a thing and a status
}

// Listed is one thing that an SBOM lists.
type Listed struct {
	models.Package
	Refs   []string // what the file's own statements call it
	In     []int    // all that directly contains it, by place in Listed; -1 is the subject, or the file itself
	Reason string   // of what is left out: why it is not in the product, e.g. "scope excluded"
}

// Statement says of one vulnerability whether it affects one thing.
type Statement struct {
	models.Vulnerability
	Of       []string   // what it is about, by any of these words
	In       []string   // where it says so, the product that contains that, by any of these words
	Around   [][]string // where it says so, what is around the product of In: each of these, by any of its words
	Versions []string   // where it says so, only these versions of that: each a version or a range as vers: writes it
	Besides  []string   // where it says so, every version of that but these, written as Versions

	// Made is when it was made, in formats in which a later statement of the same document takes the place of an earlier
	// one on the very same things; elsewhere, and where the document does not say when, it is zero.
	Made time.Time
}
