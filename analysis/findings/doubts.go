package findings

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// mostDoubts bounds how many findings there are of one kind of doubt. A supplier's file may leave thousands open.
const mostDoubts = 200

// doubtfulStatement finds what attached files leave open on vulnerabilities, of one kind.
func doubtfulStatement(kind models.DoubtKind) func(*report) {
	return func(r *report) {
		many := 0
		for i := range r.Case.System.Doubts {
			d := &r.Case.System.Doubts[i]
			if d.Kind != kind {
				continue
			}
			if many++; many > mostDoubts {
				continue
			}
			r.add(d.At,
				subject{d.Vulnerability, models.Plain(fmt.Sprintf("%s: %s", d.Vulnerability, d.Status))},
				subject{string(d.Component), models.Plain(d.Part)},
				subject{d.Words, models.Plain(d.Words)},
				subject{string(d.Taken), models.Plain(string(d.Taken))},
			)
		}
		if many > mostDoubts {
			r.Limit("findings", string(kind), fmt.Sprintf("%d more statements on vulnerabilities are in doubt", many-mostDoubts))
		}
	}
}
