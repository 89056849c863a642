package topology

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Opening is what a flow opens in a gateway on its way: from a network that stands next to the gateway, on the side from
// which the session is opened, messages get through to where the session ends.
type Opening struct {
	Flow                 *models.Flow
	Gateway, Network, To models.ComponentID
}

// Openings lists what the flows that are not switched off open, in the order of the flows and of their ways as sessions
// are opened: whichever end a flow names first, the side of the one that opens it is the outside.
//
// What stands on the way and is neither a network nor a gateway, such as a relay or a jump host, ends a session and opens
// the next one, unless the receiver keeps one open to it: where it is registered there, none is opened towards it.
func (w *Ways) Openings() []Opening {
	registered := map[[2]models.ComponentID]bool{} // who, and where
	for i := range w.System.Flows {
		if f := &w.System.Flows[i]; f.Nature == models.RegistrationFlow && !f.Closed {
			registered[[2]models.ComponentID{f.From, f.To}] = true
		}
	}
	var out []Opening
	for i := range w.System.Flows {
		f := &w.System.Flows[i]
		if f.Closed {
			continue
		}
		for _, session := range w.sessions(f) {
			from, to := session[0].ID, session[len(session)-1].ID
			if from == f.Opener() || !registered[[2]models.ComponentID{to, from}] {
				out = w.openings(out, f, session)
			}
		}
	}
	return out
}

// sessions cuts the way of a flow, seen from the end that opens it, where sessions end.
func (w *Ways) sessions(f *models.Flow) [][]*models.Component {
	ids := f.Way()
	if f.Opener() != f.From {
		slices.Reverse(ids)
	}
	var way []*models.Component
	for _, id := range ids {
		if c := w.Component(id); c != nil {
			way = append(way, c)
		}
	}
	var out [][]*models.Component
	begin := 0
	for i := 1; i < len(way); i++ {
		if i == len(way)-1 || !w.isNetwork(way[i]) && !w.isGateway(way[i]) {
			out = append(out, way[begin:i+1])
			begin = i
		}
	}
	return out
}

// openings adds what one session opens: at each gateway on its way, from the networks right before it.
func (w *Ways) openings(out []Opening, f *models.Flow, session []*models.Component) []Opening {
	to := session[len(session)-1].ID
	for i := 1; i < len(session)-1; i++ {
		if w.isNetwork(session[i]) {
			continue
		}
		for before := i - 1; before > 0 && w.isNetwork(session[before]); before-- {
			out = append(out, Opening{f, session[i].ID, session[before].ID, to})
		}
	}
	return out
}
