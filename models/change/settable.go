package change

import (
	"encoding"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// setter sets one field of the element id. It tells whether that element is there, and why the value does not do.
type setter func(s *models.System, id, value string) (known bool, err error)

// settable lists what can be set of which sort of elements, beside the properties of the catalog.
var settable = map[string]map[string]setter{
	"component": {
		"device_class": on(func(c *models.Component, v string) error {
			if c.DeviceClass = models.DeviceClassID(v); v == Unstated {
				c.DeviceClass = ""
			}
			return nil
		}),
		"decides_on":      on(func(c *models.Component, v string) error { return setIDs(&c.DecidesOn, v) }),
		"vulnerabilities": on(setVulnerabilities),
		"passes":          on(setPasses),
		"networks":        on(func(c *models.Component, v string) error { return setIDs(&c.On, v) }),
		"stores":          on(func(c *models.Component, v string) error { return setIDs(&c.Stores, v) }),
		"separate":        on(func(c *models.Component, v string) error { return setIDs(&c.Separate, v) }),
		"installations":   on(func(c *models.Component, v string) error { return setCount(&c.Installations, v) }),
		"users":           on(func(c *models.Component, v string) error { return setEnum(&c.Users, v) }),
	},
	"trust_zone": {
		"installations": on(func(z *models.Zone, v string) error { return setCount(&z.Installations, v) }),
	},
	"dataflow": {
		"closed":      on(func(f *models.Flow, v string) error { return setBool(&f.Closed, v) }),
		"carries":     on(setCarries),
		"credentials": on(func(f *models.Flow, v string) error { return setIDs(&f.Credentials, v) }),
		"via":         on(func(f *models.Flow, v string) error { return setIDs(&f.Via, v) }),
	},
	attacker: {
		"capability": onAttacker(func(p *models.Profile, v string) error { return p.Capability.UnmarshalText([]byte(v)) }),
		"starts":     onAttacker(func(p *models.Profile, v string) error { return setFacts(&p.Starts, v) }),
		"knows":      onAttacker(func(p *models.Profile, v string) error { return setIDs(&p.Knows, v) }),
		"presence":   removing(func(s *models.System) *[]models.Profile { return &s.Attackers }),
	},
	"data": {
		"sensitivity": on(func(d *models.Data, v string) error {
			d.Sensitivity = models.SensitivityID(v)
			return nil
		}),
		"settings":      on(func(d *models.Data, v string) error { return setBool(&d.Settings, v) }),
		"shared":        on(func(d *models.Data, v string) error { return setBool(&d.Shared, v) }),
		"lies_in":       on(func(d *models.Data, v string) error { return setIDs(&d.Fields, v) }),
		"disclosure":    onAttributes(func(a *models.DataAttributes, v string) error { return setIDs(&a.Disclosure, v) }),
		"right_holders": onAttributes(func(a *models.DataAttributes, v string) error { return setIDs(&a.RightHolders, v) }),
	},
	"condition": {
		"excluded": on(func(c *models.Condition, v string) error { return setBool(&c.Excluded, v) }),
	},
	"dependency": {
		"presence":   removing(func(s *models.System) *[]models.Dependency { return &s.Dependencies }),
		"precaution": on(func(d *models.Dependency, v string) error { return setBool(&d.Precaution, v) }),
	},
	"event": {
		"announces":  on(func(e *models.Event, v string) error { return setIDs(&e.Announces, v) }),
		"purposes":   on(func(e *models.Event, v string) error { return setIDs(&e.Purposes, v) }),
		"anonymises": on(func(e *models.Event, v string) error { return setText(&e.Anonymises, v) }),
	},
	"effect": {
		"of":            on(func(e *models.Effect, v string) error { return setEnum(&e.Of, v) }),
		"injury":        onHarm(func(h *models.Harm, v string) error { return setEnum(&h.Injury, v) }),
		"use":           onHarm(func(h *models.Harm, v string) error { return setEnum(&h.Use, v) }),
		"scope":         onImpact(func(i *models.EconomicImpact, v string) error { return setEnum(&i.Scope, v) }),
		"duration":      onImpact(func(i *models.EconomicImpact, v string) error { return setText(&i.Duration, v) }),
		"substitutable": onImpact(func(i *models.EconomicImpact, v string) error { return setText(&i.Substitutable, v) }),
		"large_recall":  onImpact(func(i *models.EconomicImpact, v string) error { return setText(&i.LargeRecall, v) }),
	},
	"safeguard": {
		"independence": on(func(g *models.Safeguard, v string) error { return setEnum(&g.Independence, v) }),
		"host": on(func(g *models.Safeguard, v string) error {
			g.Host = models.ComponentID(v)
			return nil
		}),
		"dataflow": on(func(g *models.Safeguard, v string) error {
			g.Flow = models.FlowID(v)
			return nil
		}),
		"senses":       on(func(g *models.Safeguard, v string) error { return setIDs(&g.Senses, v) }),
		"acts_through": on(func(g *models.Safeguard, v string) error { return setIDs(&g.ActsThrough, v) }),
		"on_loss":      on(func(g *models.Safeguard, v string) error { return setEnum(&g.OnLoss, v) }),
		"presence":     removing(func(s *models.System) *[]models.Safeguard { return &s.Safeguards }),
	},
	"measure": {
		"status": on(func(m *models.Measure, v string) error { return setEnum(&m.Status, v) }),
	},
	"stakeholder": {
		"hands_on_sbom": on(func(s *models.Stakeholder, v string) error {
			// The response may be shared with the case that is changed.
			response := models.Response{}
			if s.Response != nil {
				response = *s.Response
			}
			s.Response = &response
			return setBool(&response.HandsOnSBOM, v)
		}),
	},
	"policy": {
		"foreseeable_misuse": onPolicies(func(p *models.Policies, v string) error { return setEnum(&p.ForeseeableMisuse, v) }),
		"large_recall":       onPolicies(func(p *models.Policies, v string) error { return setEnum(&p.LargeRecall, v) }),
		"long_duration":      onPolicies(func(p *models.Policies, v string) error { return setText(&p.LongDuration, v) }),
		"join_attackers":     onPolicies(func(p *models.Policies, v string) error { return setBool(&p.JoinAttackers, v) }),
	},
}

// on makes a setter of a field of the elements of a type.
func on[E any](set func(*E, string) error) setter {
	return func(s *models.System, wanted, value string) (bool, error) {
		e := find[E](s, wanted)
		if e == nil {
			return false, nil
		}
		return true, set(e, value)
	}
}

// onAttacker is the same of a profile that is malicious.
func onAttacker(set func(*models.Profile, string) error) setter {
	return func(s *models.System, wanted, value string) (bool, error) {
		for i := range s.Attackers {
			if string(s.Attackers[i].ID) == wanted {
				return true, set(&s.Attackers[i], value)
			}
		}
		return false, nil
	}
}

func onAttributes(set func(*models.DataAttributes, string) error) setter {
	return on(func(d *models.Data, v string) error {
		if d.Attributes == nil {
			d.Attributes = &models.DataAttributes{}
		}
		return set(d.Attributes, v)
	})
}

// setVulnerabilities gives all known vulnerabilities of a component one status, which then decides anew whether it is
// free of flaws.
func setVulnerabilities(c *models.Component, value string) error {
	if len(c.Vulnerabilities) == 0 {
		return models.Messagef("no vulnerability of %s is known", c.ID)
	}
	c.Vulnerabilities = slices.Clone(c.Vulnerabilities)
	for i := range c.Vulnerabilities {
		if err := setEnum(&c.Vulnerabilities[i].Status, value); err != nil {
			return err
		}
	}
	delete(c.Properties, models.Patched)
	delete(c.Properties, models.FlawFree)
	delete(c.Properties, models.CrashFree)
	c.DecideFlaws()
	return nil
}

// Nothing is the value by which a component passes nothing between its networks.
const Nothing = "nothing"

// setPasses sets what a component passes between its networks. Whether it is attached to them is checked with the changed
// case.
func setPasses(c *models.Component, value string) error {
	switch value {
	case Unstated:
		c.Passes = nil
		return nil
	case Nothing:
		c.Passes = []models.Passage{}
		return nil
	}
	c.Passes = nil
	for word := range strings.SplitSeq(value, ",") {
		from, to, _ := strings.Cut(word, ":")
		if !models.ValidID(from) || !models.ValidID(to) {
			return models.Messagef("%q is no passage; write from:to, several separated by commas, or %s, or %s to say nothing of it", word, Nothing, Unstated)
		}
		c.Passes = append(c.Passes, models.Passage{From: models.ComponentID(from), To: models.ComponentID(to)})
	}
	return nil
}

func onHarm(set func(*models.Harm, string) error) setter {
	return on(func(e *models.Effect, v string) error {
		if e.Harm == nil {
			e.Harm = &models.Harm{}
		}
		return set(e.Harm, v)
	})
}

func onImpact(set func(*models.EconomicImpact, string) error) setter {
	return on(func(e *models.Effect, v string) error {
		if e.Economic == nil {
			e.Economic = &models.EconomicImpact{}
		}
		return set(e.Economic, v)
	})
}

func onPolicies(set func(*models.Policies, string) error) setter {
	return func(s *models.System, _, value string) (bool, error) { return true, set(&s.Policies, value) }
}

// removing makes the setter of the field presence of the elements of a list: its one value takes the element out.
func removing[E any](list func(*models.System) *[]E) setter {
	return func(s *models.System, wanted, value string) (bool, error) {
		elements, gone := list(s), find[E](s, wanted)
		for i := range *elements {
			if &(*elements)[i] != gone {
				continue
			}
			if value != Removed {
				return true, models.Messagef("%q is not %s", value, Removed)
			}
			*elements = slices.Delete(*elements, i, i+1)
			return true, nil
		}
		return false, nil
	}
}

func setBool(to *bool, value string) (err error) {
	if *to, err = strconv.ParseBool(value); err != nil {
		return models.Messagef("%q is not true or false", value)
	}
	return nil
}

// setCarries sets what a flow carries: that it carries nothing is another thing than that nobody says what.
func setCarries(f *models.Flow, value string) error {
	if value == Nothing {
		f.Carries = []models.DataID{}
		return nil
	}
	return setIDs(&f.Carries, value)
}

func setCount(to *int, value string) (err error) {
	if *to, err = strconv.Atoi(value); err != nil {
		return models.Messagef("%q is not a whole number", value)
	}
	return nil
}

// None is the value that empties a list of ids.
const None = "none"

// setIDs sets a list of ids, separated by commas. Whether something has them is checked with the changed case.
func setIDs[ID ~string](to *[]ID, value string) error {
	*to = nil
	if value == None {
		return nil
	}
	for word := range strings.SplitSeq(value, ",") {
		if !models.ValidID(word) {
			return models.Messagef("%q is no id; write ids separated by commas, or %s", word, None)
		}
		*to = append(*to, ID(word))
	}
	return nil
}

// setFacts sets a list of facts, separated by commas. Whether something has them is checked with the changed case.
func setFacts(to *[]models.Fact, value string) error {
	*to = nil
	if value == None {
		return nil
	}
	for word := range strings.SplitSeq(value, ",") {
		f, err := models.ParseFact(word)
		if err != nil {
			return err
		}
		*to = append(*to, f)
	}
	return nil
}

func setText(to encoding.TextUnmarshaler, value string) error { return to.UnmarshalText([]byte(value)) }

// setEnum sets a word that lists its values.
func setEnum[T interface {
	~string
	Values() []string
}](to *T, value string) error {
	known := (*to).Values()
	if !slices.Contains(known, value) {
		return models.Messagef("%q is none of %s", value, models.List(known))
	}
	*to = T(value)
	return nil
}
