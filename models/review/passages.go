package review

import "github.com/harmpath/harmpath/models"

// passageUnstated finds what is taken to pass traffic between networks of a site because the model does not say what it
// passes. That traffic gets out to wide-area networks is what such components are there for, and is not asked about.
func passageUnstated(r *report) {
	told := map[[3]models.ComponentID]bool{}
	for _, p := range r.ways.Passages() {
		from, to := r.ways.Component(p.From), r.ways.Component(p.To)
		if p.Stated || !p.Passed || told[[3]models.ComponentID{p.Gateway, p.To, p.From}] || r.catalog.IsA(to.Kind, models.WideNetworkKind) {
			continue
		}
		told[[3]models.ComponentID{p.Gateway, p.From, p.To}] = true
		gateway := r.ways.Component(p.Gateway)
		r.add(gateway.At, component(gateway), component(from), component(to))
	}
}

// separateButJoined finds networks that are stated to be separate, and what is attached to both.
func separateButJoined(r *report) {
	for _, s := range r.ways.Separations() {
		for _, member := range r.ways.Members(s.A) {
			if r.ways.IsOn(member, s.B) {
				r.add(r.ways.Component(member).At, r.component(s.A), r.component(s.B), r.component(member))
			}
		}
	}
}
