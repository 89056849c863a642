package check

import (
	"github.com/harmpath/harmpath/models"
)

// safeguards checks that safeguards guard something and have what their independence wants.
func (c *checker) safeguards() {
	for i := range c.system.Safeguards {
		s := &c.system.Safeguards[i]
		e := element{at: s.At, list: "safeguards", index: i}
		if len(s.Guards) == 0 {
			c.report(e, "guards", models.Messagef("the safeguard guards nothing"), models.Messagef("name the effects or causes that it prevents"))
		}
		refs(c, e, "guards", s.Guards, c.known.guards, nil)
		c.carriedOut(e, s)
		c.senses(e, s)
		refs(c, e, "stops", s.Stops, c.known.of(models.ComponentSort), nil)
		if s.Fitted != nil {
			c.classes(e.in("fitted"), s.Fitted.Component, s.Fitted.Classes)
		}
		ref(c, e, "measure", s.Measure, c.known.of(models.MeasureSort))
		c.chance(e, "failure_probability", s.FailureRate)
	}
}

// carriedOut checks what carries a safeguard out: a host wherever electronics do, a flow where it acts from afar.
func (c *checker) carriedOut(e element, s *models.Safeguard) {
	if s.Independence == "" {
		return // the reader has told
	}
	if s.Independence.Electronic() && s.Host == "" {
		c.report(e, "", models.Messagef("the safeguard is %s and has no host", s.Independence), models.Messagef("add host: … with the component that carries it out"))
	}
	ref(c, e, "host", s.Host, c.known.of(models.ComponentSort))
	ref(c, e, "dataflow", s.Flow, c.known.of(models.FlowSort))
	switch {
	case s.Flow == "" && s.Independence == models.Remote:
		c.report(e, "", models.Messagef("the safeguard is remote and has no dataflow"), models.Messagef("add dataflow: … with the flow over which it acts"))
	case s.Flow != "" && s.Independence != models.Remote:
		c.report(e, "dataflow", models.Messagef("the safeguard is %s and acts over no flow", s.Independence), models.Messagef("remove it, or write independence: remote"))
	}
}

// senses checks what tells a safeguard of the danger and what it acts through: of what is mechanical or hardwired that is its
// own; a person looks at components, too.
func (c *checker) senses(e element, s *models.Safeguard) {
	sensed, moved := c.known.of(models.FlowSort), c.known.of(models.ComponentSort)
	switch {
	case s.Independence == models.Person:
		sensed = c.known.seen
	case !s.Independence.Electronic():
		c.own(e, "senses", s.Independence, len(s.Senses) == 0 || s.Senses[0] == models.Own)
		c.own(e, "acts_through", s.Independence, len(s.ActsThrough) == 0 || s.ActsThrough[0] == models.Own)
	}
	refsOr(c, e, "senses", models.Own, s.Senses, sensed, nil)
	refsOr(c, e, "acts_through", models.Own, s.ActsThrough, moved, nil)
}

func (c *checker) own(e element, field string, independence models.Independence, is bool) {
	if !is {
		c.report(e, field, models.Messagef("the safeguard is %s, which nothing reaches from afar, and needs something else", independence), models.Messagef("write [own], or another independence"))
	}
}
