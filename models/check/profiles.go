package check

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// profiles checks attackers and initiators.
func (c *checker) profiles() {
	for _, list := range models.ProfileSort.Entry().Lists {
		for i := range list.Len(c.system) {
			c.profile(list.Key, i, list.At(c.system, i).Value.(*models.Profile))
		}
	}
}

// profile checks one profile of a list.
func (c *checker) profile(list string, i int, p *models.Profile) {
	e := element{at: p.At, list: list, index: i}
	if malicious := list == "attackers"; malicious != p.Kind.Malicious() && p.Kind != "" {
		c.report(e, "kind", models.Messagef("%s is no kind of %s", p.Kind, e.list), models.Meant("", profileKinds(malicious)))
	}
	if len(p.Starts)+len(p.Knows) == 0 {
		c.report(e, "", models.Messagef("the profile starts from nothing"), models.Messagef("add starts: with what it reaches first, e.g. [reached(internet)]"))
	}
	bare := make([]models.Fact, len(p.Starts)) // an attacker that begins with all units begins with one, too
	for j, f := range p.Starts {
		bare[j] = models.Fact{State: f.State, Subject: f.Subject}
		c.fact(e, fmt.Sprintf("starts[%d]", j), f, models.ComponentSort, models.FlowSort, models.DataSort, models.SafeguardSort, models.StakeholderSort)
	}
	for _, j := range repetitions(bare) {
		c.report(e, fmt.Sprintf("starts[%d]", j), models.Messagef("%s is named twice", bare[j]), models.Messagef("remove one"))
	}
	refs(c, e, "knows", p.Knows, c.known.of(models.DataSort), nil)
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
