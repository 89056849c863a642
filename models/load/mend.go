package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// maxName is how many characters of a name, a version or a supplier are kept.
const maxName = 1000

// digest is a hash as a bill writes it, with its algorithm.
var digest = regexp.MustCompile(`^[a-z0-9-]+:[0-9a-f]+$`)

// mend takes out of an entry what is nothing that it is written for, and remarks on it. What the entry says otherwise
// stays.
func (l *Listing) mend(e *Listed) {
	if e.PURL != "" {
		if err := identity.CheckPURL(e.PURL); err != nil {
			l.Remark(e.At, "purl", models.Messagef("%s is no package URL: %v", quoted(e.PURL), models.MessageOf(err)), models.Messagef("it is passed over; the entry is listed without it"))
			e.PURL = ""
		}
	}
	for _, text := range []*string{&e.Name, &e.Version, &e.Supplier} {
		*text = strings.TrimSpace(*text)
		if utf8.RuneCountInString(*text) > maxName {
			l.Remark(e.At, "", models.Messagef("a name or version is longer than %d characters", maxName), models.Messagef("it is cut"))
			*text = string([]rune(*text)[:maxName]) + "…"
		}
	}
	if e.Name == "" {
		e.Name = unnamed(e)
		l.Remark(e.At, "name", models.Messagef("the entry has no name"), models.Messagef("it is listed as %s", quoted(e.Name)))
	}
	e.Hashes = slices.DeleteFunc(e.Hashes, func(hash string) bool {
		wrong := !digest.MatchString(hash)
		if wrong {
			l.Remark(e.At, "hashes", models.Messagef("%s is no hash", quoted(hash)), models.Messagef("it is passed over"))
		}
		return wrong
	})
}

// unnamed is what an entry without a name is called.
func unnamed(l *Listed) string {
	if l.PURL != "" {
		return l.PURL
	}
	for _, ref := range l.Refs {
		if ref != "" {
			return ref
		}
	}
	return "(unnamed)"
}

// mend looks at the words of all statements, and remarks on what is nothing that it is written for.
func (b *Bill) mend() {
	told := map[string]bool{}
	for i := range b.Statements {
		b.mendStatement(&b.Statements[i], told)
	}
}

func (b *Bill) remark(at models.Place, path string, what, done models.Message) {
	b.Remarks = Note(b.Remarks, models.Problem{At: at, Path: path, What: what, Remedy: done})
}

// mendStatement looks at what a statement says. told are the words that were remarked on.
func (b *Bill) mendStatement(s *Statement, told map[string]bool) {
	if s.ID = strings.TrimSpace(s.ID); s.ID == "" {
		s.ID = "(unnamed)"
		b.remark(s.At, "id", models.Messagef("the vulnerability has no id"), models.Messagef("it is called (unnamed)"))
	}
	for _, word := range slices.Concat(s.Of, s.In) {
		if !strings.HasPrefix(word, "pkg:") || told[word] {
			continue
		}
		if err := identity.CheckPURL(word); err != nil {
			told[word] = true
			b.remark(s.At, "purl", models.Messagef("%s is no package URL: %v", quoted(word), models.MessageOf(err)), models.Messagef("it means only what is called exactly so"))
		}
	}
}

// quoted shows words of a file on one line, long ones cut.
func quoted(words string) string {
	const most = 60
	if utf8.RuneCountInString(words) > most {
		words = string([]rune(words)[:most]) + "…"
	}
	return fmt.Sprintf("%q", words)
}

// Unversed remarks on a file whose format is of a version that is not known.
func Unversed(at models.Place, format, version string, known []string) models.Problems {
	if slices.Contains(known, version) {
		return nil
	}
	what := models.Messagef("version %s of %s is not known", quoted(version), format)
	if version == "" {
		what = models.Messagef("the file does not say of which version of %s it is", format)
	}
	return models.Problems{{At: at, What: what, Remedy: models.Messagef("it is read as far as it is understood")}}
}

// Unworded remarks on a word that says how a vulnerability stands and is none of those that are known.
func Unworded(at models.Place, path, word string, known []string, taken models.VulnerabilityStatus) models.Problem {
	what := models.Messagef("unknown word %s", quoted(word))
	if word == "" {
		what = models.Messagef("nothing says how the vulnerability stands")
	} else if near := models.Nearest(word, known); near != "" {
		what = models.Messagef("unknown word %s, perhaps %s", quoted(word), near)
	}
	return models.Problem{At: at, Path: path, What: what, Remedy: models.Messagef("it counts as %s", taken)}
}
