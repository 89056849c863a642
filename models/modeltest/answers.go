package modeltest

import (
	"math"

	"github.com/harmpath/harmpath/models"
)

// Counts are how many elements a city has.
type Counts struct {
	Components, Flows, Data, Effects int // Effects with the derived ones
}

// Counts returns how many elements the city has.
func (c City) Counts() Counts {
	return Counts{
		Components: 1 + makerComponents*c.makers() + homeComponents*c.Homes + plantComponents*c.plants(),
		Flows:      homeFlows*c.Homes + plantFlows*c.plants(),
		Data:       c.makers() + c.Homes,
		Effects:    c.makers() + 2*c.Homes + 2*c.plants(),
	}
}

// weak tells whether somebody on the internet can use a maker's service.
func (c City) weak(v int) bool { return c.useEffort(v) < math.Inf(1) }

// useEffort is the least effort, in person-days, by which somebody on the internet uses a maker's service: through a
// lured user's phone (5 and 0.5), or by its administration (2).
func (c City) useEffort(v int) float64 {
	switch {
	case lured(v) && v < c.Homes:
		return 5.5
	case openAdmin(v):
		return 2
	}
	return math.Inf(1)
}

// routerEffort is what it takes to become the administrator of a router whose administration asks for no credentials.
const routerEffort = 2

// PoisoningEffort is the least effort by which an attacker poisons somebody in a home in the assessed reading; +Inf
// where none does: by a command through the maker's service, or by a forged one on the home's network (2 and 0.5). A
// neighbour has to take over a router first, but in home 0.
func (c City) PoisoningEffort(by models.ProfileID, h int) float64 {
	const sent, forged = 0.5 + 0.5, 2 + 0.5
	switch {
	case sealed(h):
		return math.Inf(1)
	case by == Neighbour && h == 0:
		return forged
	}
	effort := c.useEffort(h%c.makers()) + sent
	if openRouter(h) && openHeater(h) {
		effort = min(effort, routerEffort+forged)
	}
	return effort + c.detour(by)
}

// detour is what a neighbour pays to come to the internet: the administration of the router of home 0.
func (c City) detour(by models.ProfileID) float64 {
	if by == Neighbour {
		return routerEffort
	}
	return 0
}

// ExposureEffort is the least effort by which an attacker comes to know a home's footage; +Inf where none does: it is
// overheard where the router's administration asks for no credentials and the camera sends in the clear.
func (c City) ExposureEffort(by models.ProfileID, h int) float64 {
	const overhear, onNetwork = 0.5, 1
	switch {
	case !openRouter(h) || !openCamera(h):
		return math.Inf(1)
	case by == Neighbour && h == 0:
		return onNetwork + overhear
	}
	return routerEffort + overhear + c.detour(by)
}

// AccountsEffort is the least effort by which an attacker comes to know a maker's accounts; +Inf where none does.
func (c City) AccountsEffort(by models.ProfileID, v int) float64 {
	return c.useEffort(v) + 0.5 + c.detour(by)
}

// StandstillEffort is the least effort by which an attacker brings a plant to a standstill: through the lured office
// computer (5) to the business server's administration (2), as a precaution.
func (c City) StandstillEffort(by models.ProfileID) float64 { return 5 + 2 + c.detour(by) }

// ExplosionEffort is the least effort by which an attacker lets a plant explode, each step paid once, and its tree
// cost; +Inf where none does. The way to the engineering station (5, 0.5, 0.5) serves the controller (0.5) and its
// valve (0.5) as well as the safety controller (0.5) and its trip (5).
func (c City) ExplosionEffort(by models.ProfileID, p int) (exact, tree float64) {
	if !explodes(p) {
		return math.Inf(1), math.Inf(1)
	}
	station := 5 + 0.5 + 0.5 + c.detour(by)
	once := 0.5 + 0.5 + 0.5 + 5
	return station + once, 2*station + once
}

// Slips tells whether the user of home 0 poisons somebody in a home by a wrong operation: through the service of
// maker 0, in the homes whose flue is not sealed.
func (c City) Slips(h int) bool { return h%c.makers() == 0 && !sealed(h) }

// Efforts returns the least effort of every effect that an attacker brings about in the assessed reading.
func (c City) Efforts(by models.ProfileID) map[models.EffectID]float64 {
	out := map[models.EffectID]float64{}
	put := func(e models.EffectID, effort float64) {
		if !math.IsInf(effort, 1) {
			out[e] = effort
		}
	}
	for h := range c.Homes {
		put(Poisoning(h), c.PoisoningEffort(by, h))
		put(Exposure(h), c.ExposureEffort(by, h))
	}
	for v := range c.makers() {
		put(Accounts(v), c.AccountsEffort(by, v))
	}
	for p := range c.plants() {
		put(Standstill(p), c.StandstillEffort(by))
		explosion, _ := c.ExplosionEffort(by, p)
		put(Explosion(p), explosion)
	}
	return out
}
