package findings

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// doubtfulStatement finds what attached files leave open on vulnerabilities, of one kind.
func doubtfulStatement(kind models.DoubtKind) func(*report) {
	return func(r *report) {
		for i := range r.Case.System.Doubts {
			d := &r.Case.System.Doubts[i]
			if d.Kind != kind {
				continue
			}
			plain := func(words string) subject { return subject{name: models.Plain(words)} }
			r.add(d.At, plain(fmt.Sprintf("%s: %s", d.Vulnerability, d.Status)), subject{string(d.Component), models.Plain(d.Part)}, plain(d.Words), plain(string(d.Taken)))
		}
	}
}
