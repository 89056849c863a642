package check

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// profileAt is the element of the i-th of all profiles.
func (c *checker) profileAt(i int, at models.Place) element {
	if attackers := len(c.system.Attackers); i >= attackers {
		return element{at: at, list: "initiators", index: i - attackers}
	}
	return element{at: at, list: "attackers", index: i}
}

// profiles checks attackers and initiators.
func (c *checker) profiles() {
	profiles := allProfiles(c.system)
	for i := range profiles {
		p := &profiles[i]
		e := c.profileAt(i, p.At)
		if malicious := e.list == "attackers"; malicious != p.Kind.Malicious() && p.Kind != "" {
			c.report(e, "kind", fmt.Sprintf("%s is no kind of %s", p.Kind, e.list), models.Meant("", profileKinds(malicious)))
		}
		if len(p.Starts)+len(p.Knows) == 0 {
			c.report(e, "", "the profile starts from nothing", "add starts: with what it reaches first, e.g. [reached(internet)]")
		}
		for j, f := range p.Starts {
			c.fact(e, fmt.Sprintf("starts[%d]", j), f, models.ComponentSubject, models.FlowSubject, models.DataSubject, models.SafeguardSubject, models.StakeholderSubject)
		}
		for _, j := range repetitions(p.Starts) {
			c.report(e, fmt.Sprintf("starts[%d]", j), fmt.Sprintf("%s is named twice", p.Starts[j]), "remove one")
		}
		refs(c, e, "knows", p.Knows, c.known.data, nil)
	}
}

// profileKinds lists the kinds of attackers, or those of initiators.
func profileKinds(malicious bool) []string {
	var out []string
	for _, k := range models.ProfileKind("").Values() {
		if models.ProfileKind(k).Malicious() == malicious {
			out = append(out, k)
		}
	}
	return out
}
