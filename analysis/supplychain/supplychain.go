package supplychain

import (
	"fmt"
	"reflect"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/inventory"
)

// Analysis tells how long products stay exposed to the vulnerabilities of parts.
var Analysis = analysis.Analysis{
	Name: "supply-chain",
	Doc: `Where parts with known vulnerabilities are contained; and how long each product stays exposed to a vulnerability of a part,
from its disclosure until the correction is in operation, with SBOMs and without: a schedule of who does what when, exact for the
times that the model states, and the waits that an SBOM removes.`,
	Run: run,
}

func run(p *analysis.Pass) error {
	contained, whole := inventory.Of(p.Case.System)
	if !whole {
		p.Limit("supply-chain", "parts", fmt.Sprintf("only %d of what the components contain was looked at", inventory.MaxEntries))
	}
	var out models.SupplyChain
	for _, c := range contained {
		if len(c.Vulnerabilities) > 0 {
			out.Parts = append(out.Parts, c)
		}
	}
	out.Exposures = exposures(p, newChains(p.Case.Ways.View))
	if len(out.Parts) > 0 || len(out.Exposures) > 0 {
		p.Result.Supply = &out
	}
	return nil
}

// mostExposures bounds the list of schedules, each of which fills a page.
const mostExposures = 100

// exposures schedules every vulnerable part in every product that contains it, where some party states times.
func exposures(p *analysis.Pass, c *chains) []models.Exposure {
	var out []models.Exposure
	spent := int64(0)
	left := 0
	for i := range c.system.Components {
		affecting, vulnerable := flaws(&c.system.Components[i])
		if !vulnerable || len(c.wholes(i)) == 0 {
			continue
		}
		chain := c.above(i)
		for _, product := range chain {
			if len(c.wholes(product)) > 0 {
				continue
			}
			members := c.below(product, chain)
			operators := c.operators[product]
			if operators == nil {
				operators = []*models.Stakeholder{nil}
			}
			for _, operator := range operators {
				if !c.timed(members, operator) {
					continue
				}
				if spent += int64(len(members) * len(members)); spent > p.Work() || len(out) == mostExposures {
					left++
					continue
				}
				e := c.exposure(members, operator)
				e.Vulnerabilities = affecting
				out = append(out, e)
			}
		}
	}
	if left > 0 {
		p.Limit("supply-chain", "exposures", fmt.Sprintf("%d more chains were left out", left))
	}
	return out
}

// flaws tells which vulnerabilities affect a component, and whether it is vulnerable by the model's word.
func flaws(c *models.Component) (affecting []string, vulnerable bool) {
	for _, v := range c.Vulnerabilities {
		if v.Status == models.Affected {
			affecting = append(affecting, v.ID)
		}
	}
	return affecting, len(affecting) > 0 || c.Properties[models.Patched] == models.Absent || c.Properties[models.FlawFree] == models.Absent
}

// timed reports whether some party of a chain states times.
func (c *chains) timed(members []int, operator *models.Stakeholder) bool {
	if operator != nil && operator.Response != nil {
		return true
	}
	for _, i := range members {
		if s := c.makers[i]; s != nil && s.Response != nil {
			return true
		}
	}
	return false
}

// exposure compares the schedules of a chain. Its first member is the part, its last the product.
func (c *chains) exposure(members []int, operator *models.Stakeholder) models.Exposure {
	without, with := c.plan(members, operator, nowhere(members)), c.plan(members, operator, everywhere(members))
	out := models.Exposure{
		Part: c.system.Components[members[0]].ID, Product: c.system.Components[members[len(members)-1]].ID,
		Without: without.timeline(), With: with.timeline(), Unstated: without.unstated,
	}
	if operator != nil {
		out.Operator = operator.ID
	}
	stated := c.plan(members, operator, c.stated(members)).timeline()
	if !reflect.DeepEqual(stated.Tasks, out.Without.Tasks) && !reflect.DeepEqual(stated.Tasks, out.With.Tasks) {
		out.Stated = &stated
	}
	for _, i := range members[1:] {
		out.Waits = append(out.Waits, wait(&out, without.notice[i], false))
	}
	if operator != nil {
		out.Waits = append(out.Waits, wait(&out, without.operator, true))
	}
	return out
}

// wait compares the task of noticing at the same place of both schedules, and of the investigation after it.
func wait(e *models.Exposure, notice int, operates bool) models.Wait {
	without, with := e.Without.Tasks, e.With.Tasks
	out := models.Wait{
		Component: without[notice].Component, Stakeholder: without[notice].Stakeholder, Operates: operates,
		Without: without[notice].End, With: with[notice].End,
	}
	for _, i := range []int{notice, notice + 1} {
		if without[i].Critical {
			out.Serial += without[i].End - without[i].Start
		}
		if with[i].Critical {
			out.Serial -= with[i].End - with[i].Start
		}
	}
	out.Serial = max(out.Serial, 0) // a task that only SBOMs make decide removes no wait
	return out
}
