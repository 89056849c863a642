package graphtest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
)

// A City is a large model with answers known at any size: homes with phones, routers, controllers and
// appliances, vendors whose cloud services the homes share, and a plant in Purdue levels.
type City struct {
	Homes      int
	Appliances int // in each home; 0: 6
	Vendors    int // 0: a thousandth of the homes, at least 4
	Units      int // of the plant; 0: 4 and a thousandth of the homes
	Cyclic     bool
	Measures   bool   // phish 3, router 2, segmentation 4, interlock 6 for each home; signing key 20 for each vendor
	Shuffle    uint64 // not 0: facts and rules get their numbers in the random order of this seed
}

func (c City) sizes() (n, a, v, u int) {
	n, a, v, u = c.Homes, c.Appliances, c.Vendors, c.Units
	if a == 0 {
		a = 6
	}
	if v == 0 {
		v = max(4, n/1000)
	}
	if u == 0 {
		u = 4 + n/1000
	}
	return n, a, v, u
}

// Counts returns how many facts, rules and premises the graph has.
func (c City) Counts() (facts, rules, premises int) {
	n, a, v, u := c.sizes()
	facts = 1 + 4*v + 6 + 4*u + n*(9+5*a) + 1
	rules = 4*v + 5 + 6*u + n*(11+8*a) + 1 + 1 // and the entry to the internet
	premises = 4*v + 5 + 8*u + n*(12+10*a) + v
	if c.Cyclic {
		rules += n * (a + 2)
		premises += n * (a + 2)
	}
	return facts, rules, premises
}

// PlantEffort is the exact least effort of harm at the plant, and PlantTree its tree cost.
const (
	PlantEffort = 76
	PlantTree   = 156
)

// HomeEffort returns the exact least effort of harm in a home, each step paid once, and the tree cost.
func (c City) HomeEffort(h int) (exact, tree float64) {
	_, _, v, _ := c.sizes()
	phone, router := float64(5+h%7), float64(8+h%5)
	lan := min(phone+1, router+1)
	admin := float64(40 + h%v%10)
	control := min(lan+7, phone+2, admin+2)
	root := min(lan+9, admin+10+30+admin+10+2)
	return lan + 12, min(control+1, root) + root + 3
}

// GridEffort returns the least effort of harm to the grid, which needs the keys of all vendors and shares no
// step.
func (c City) GridEffort() float64 {
	_, _, v, _ := c.sizes()
	sum := 0.0
	for i := range v {
		sum += float64(80 + i%10)
	}
	return sum
}

// HomeChance returns the chance of harm in a home of an acyclic city.
func (c City) HomeChance() float64 {
	_, a, _, _ := c.sizes()
	l := 1 - 0.8*(1-0.3*0.9)
	o := 0.05 * 0.3 * 0.1
	sum := 0.0
	for _, lan := range []bool{false, true} {
		for _, ota := range []bool{false, true} {
			p, q := 1-l, 1-o
			branch := 1.0
			if lan {
				p = l
				branch *= 1 - 0.3
			}
			if ota {
				q = o
				branch *= 1 - 0.8
			}
			sum += p * q * (1 - math.Pow(1-0.5*(1-branch), float64(a)))
		}
	}
	return sum
}

// Blast returns how many facts follow from a vendor's service alone when nobody is on the internet.
func (c City) Blast(vendor int) int {
	n, a, v, _ := c.sizes()
	homes := (n - vendor + v - 1) / v
	if c.Cyclic {
		return 4 + homes*(8+5*a)
	}
	return 4 + homes*(3+4*a)
}

// NoHarmCost returns the least cost of measures by which no home is harmed.
func (c City) NoHarmCost() float64 {
	n, _, v, _ := c.sizes()
	cost := 0.0
	for i := range v {
		homes := float64((n - i + v - 1) / v)
		cost += min(20+4*homes, 6*homes)
	}
	return cost
}

// Names of the facts that questions are asked about.
const (
	Internet = "internet"
	Grid     = "grid"
	Plant    = "plant.harm"
	AnyHome  = "any.home.harm"
)

// HomeHarm names the harm in a home.
func HomeHarm(h int) string { return fmt.Sprintf("home%d.harm", h) }

// VendorOnline names the foothold in a vendor's service.
func VendorOnline(v int) string { return fmt.Sprintf("vendor%d.online", v) }

// Build makes the graph. With Measures there is one fact more, AnyHome.
func (c City) Build() *graph.AttackGraph {
	b := &cityBuilder{City: c}
	b.declare()
	b.rule("internet", Internet, 0, 1)
	_, _, v, u := c.sizes()
	keys := make([]string, v)
	for i := range v {
		keys[i] = b.vendor(i)
	}
	b.rule("grid", Grid, 0, 1, keys...)
	b.plant(u)
	for h := range c.Homes {
		b.home(h, h%v)
	}
	return b.build()
}

type cityBuilder struct {
	City
	facts []string
	rules []cityRule
	costs []graph.Measure
}

type cityRule struct {
	id, then       string
	ifs            []string
	effort, chance float64
	blocked        []string
}

func (b *cityBuilder) rule(id, then string, effort, chance float64, ifs ...string) *cityRule {
	b.rules = append(b.rules, cityRule{id, then, ifs, effort, chance, nil})
	return &b.rules[len(b.rules)-1]
}

// step is a rule named for what it concludes and how.
func (b *cityBuilder) step(from, to string, effort, chance float64) *cityRule {
	return b.rule(from+">"+to, to, effort, chance, from)
}

func (b *cityBuilder) fact(format string, args ...any) string {
	name := fmt.Sprintf(format, args...)
	b.facts = append(b.facts, name)
	return name
}

func (b *cityBuilder) measure(r *cityRule, id string, cost float64) {
	if !b.Measures {
		return
	}
	r.blocked = append(r.blocked, id)
	if len(b.costs) == 0 || b.costs[len(b.costs)-1].ID != id {
		b.costs = append(b.costs, graph.Measure{ID: id, Cost: cost})
	}
}

func (b *cityBuilder) declare() { b.fact(Internet) }

func (b *cityBuilder) vendor(v int) string {
	online, admin := b.fact("vendor%d.online", v), b.fact("vendor%d.admin", v)
	ota, key := b.fact("vendor%d.ota", v), b.fact("vendor%d.key", v)
	b.step(Internet, online, 0, 1)
	b.step(online, admin, float64(40+v%10), 0.05)
	b.step(admin, ota, 10, 0.3)
	b.measure(b.step(ota, key, 30, 0.1), fmt.Sprintf("hsm%d", v), 20)
	return key
}

func (b *cityBuilder) plant(units int) {
	last := Internet
	for _, name := range []string{"it.usr", "it.dom", "dmz", "eng", "hmi"} {
		next := b.fact("plant.%s", name)
		b.step(last, next, 10, 0.3)
		last = next
	}
	harm := b.fact(Plant)
	for u := range units {
		net, logic := b.fact("unit%d.net", u), b.fact("unit%d.logic", u)
		off, k := b.fact("unit%d.sis.off", u), b.fact("unit%d.K", u)
		b.step("plant.hmi", net, 1, 1)
		b.step(net, logic, 10, 0.5)
		b.step("plant.eng", logic, 5, 0.7)
		b.rule(off, off, 20, 0.2, net, "plant.eng")
		b.rule(k, k, 0, 1, logic, off)
		b.step(k, harm, 0, 1)
	}
}

func (b *cityBuilder) home(h, v int) {
	f := func(name string) string { return fmt.Sprintf("home%d.%s", h, name) }
	for _, name := range []string{"phone.usr", "phone.root", "token", "router.adm", "lan", "ctl.net", "ctl.usr", "ctl.root", "harm"} {
		b.fact("home%d.%s", h, name)
	}
	online, admin := fmt.Sprintf("vendor%d.online", v), fmt.Sprintf("vendor%d.admin", v)
	b.measure(b.step(Internet, f("phone.usr"), float64(5+h%7), 0.3), f("phish"), 3)
	b.step(f("phone.usr"), f("phone.root"), 6, 0.5)
	b.step(f("phone.usr"), f("token"), 1, 0.8)
	b.measure(b.step(Internet, f("router.adm"), float64(8+h%5), 0.2), f("router"), 2)
	b.step(f("router.adm"), f("lan"), 1, 1)
	b.step(f("phone.usr"), f("lan"), 1, 0.9)
	b.step(f("lan"), f("ctl.net"), 0, 1)
	b.step(f("ctl.net"), f("ctl.usr"), 7, 0.4)
	b.step(f("ctl.usr"), f("ctl.root"), 4, 0.5)
	b.rule(f("token+online"), f("ctl.usr"), 1, 0.9, f("token"), online)
	b.step(admin, f("ctl.usr"), 2, 0.9)
	_, a, _, _ := b.sizes()
	for i := range a {
		b.appliance(h, v, i)
	}
	if b.Cyclic {
		b.step(f("ctl.root"), f("lan"), 1, 1)
		b.step(f("lan"), f("phone.usr"), 12, 0.2)
	}
	if b.Measures {
		b.step(f("harm"), AnyHome, 0, 1)
	}
}

func (b *cityBuilder) appliance(h, v, i int) {
	f := func(name string) string { return fmt.Sprintf("home%d.%s", h, name) }
	x := func(name string) string { return fmt.Sprintf("home%d.app%d.%s", h, i, name) }
	for _, name := range []string{"net", "root", "cmd", "safety.off", "K"} {
		b.fact("home%d.app%d.%s", h, i, name)
	}
	b.measure(b.step(f("lan"), x("net"), 0, 1), f("segmentation"), 4)
	b.step(x("net"), x("root"), float64(9+i), 0.3)
	b.step(f("ctl.usr"), x("cmd"), 1, 1)
	b.rule(x("ota"), x("root"), 2, 0.8, fmt.Sprintf("vendor%d.ota", v), fmt.Sprintf("vendor%d.key", v))
	b.step(x("root"), x("cmd"), 0, 1)
	b.measure(b.step(x("root"), x("safety.off"), 3, 0.5), f("interlock"), 6)
	b.rule(x("K"), x("K"), 0, 1, x("cmd"), x("safety.off"))
	b.step(x("K"), f("harm"), 0, 1)
	if b.Cyclic {
		b.step(x("root"), f("lan"), 1, 0.9)
	}
}

func (b *cityBuilder) build() *graph.AttackGraph {
	b.fact(Grid)
	if b.Measures {
		b.fact(AnyHome)
	}
	if b.Shuffle != 0 {
		r := rand.New(rand.NewPCG(b.Shuffle, 0))
		r.Shuffle(len(b.facts), func(i, j int) { b.facts[i], b.facts[j] = b.facts[j], b.facts[i] })
		r.Shuffle(len(b.rules), func(i, j int) { b.rules[i], b.rules[j] = b.rules[j], b.rules[i] })
	}
	g := graph.NewBuilder()
	for _, f := range b.facts {
		g.Fact(f)
	}
	known := map[string]bool{}
	for _, m := range b.costs {
		if !known[m.ID] {
			known[m.ID] = true
			g.Measure(m)
		}
	}
	for _, r := range b.rules {
		rule := graph.Rule{ID: r.id, Then: g.Fact(r.then), Effort: r.effort, Probability: r.chance}
		for _, f := range r.ifs {
			rule.If = append(rule.If, g.Fact(f))
		}
		for _, m := range r.blocked {
			rule.BlockedBy = append(rule.BlockedBy, g.MeasureNamed(m))
		}
		g.Rule(rule)
	}
	return mustBuild(g)
}
