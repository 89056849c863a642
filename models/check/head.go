package check

import (
	"fmt"
	"time"

	"github.com/harmpath/harmpath/models"
)

// head checks what the case says of itself.
func (c *checker) head() {
	s := c.system
	e := element{at: s.At}
	c.id(e, string(s.ID))
	c.count(e, "number", s.No, 0)
	ref(c, e, "site", s.Site, c.known.sites)
	if _, err := time.Parse(time.DateOnly, s.Date); s.Date != "" && err != nil {
		c.report(e, "date", models.Messagef("%s is no date", quote(s.Date)), models.Messagef("write it as 2021-11-29"))
	}
	refs(c, e, "schemes", s.Schemes, c.known.schemes, nil)
	c.policies(e.in("policies"), &s.Policies)
}

// policies checks the readings that the case chooses.
func (c *checker) policies(e element, p *models.Policies) {
	if _, isTime := p.LongDuration.Hours(); p.LongDuration != "" && !isTime {
		c.report(e, "long_duration", models.Messagef("%s is no time", quote(string(p.LongDuration))), models.Messagef("write a number of hours, days or weeks such as 12h, 3d or 2w"))
	}
	refs(c, e, "important_information", p.Important, c.known.sensitivities, func(i int) {
		if s := c.catalog.Sensitivity(p.Important[i]); !s.Personal {
			c.report(e, fmt.Sprintf("important_information[%d]", i), models.Messagef("%s is no personal information", s.ID), models.Messagef("name classes of personal information"))
		}
	})
}

// rest checks what stands at the end of a case: assumptions, sources and the orders of the document.
func (c *checker) rest() {
	for i := range c.system.Assumptions {
		a := &c.system.Assumptions[i]
		ref(c, element{at: a.At, list: "assumptions", index: i}, "owner", a.Owner, c.known.of(models.StakeholderSort))
	}
	for i := range c.system.Sources {
		s := &c.system.Sources[i]
		e := element{at: s.At, list: "sources", index: i}
		for _, twice := range repetitions(s.Sections) {
			c.report(e, fmt.Sprintf("sections[%d]", twice), models.Messagef("%s is named twice", s.Sections[twice]), models.Messagef("remove one"))
		}
	}
	refs(c, element{at: c.system.At}.in("presentation"), "threats", c.system.Layout.Threats, c.known.of(models.ComponentSort), nil)
}
