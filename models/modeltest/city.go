package modeltest

import (
	"fmt"
	"math/rand/v2"

	"github.com/harmpath/harmpath/models"
)

// City is a model of any size. The zero value of a field is its default.
//
// Home h belongs to maker h mod Makers. All protective properties are known and true but for these weaknesses:
//
//   - makers 0, 3, 6, …: the user of the maker's first home installs foreign programs
//   - makers 1, 4, 7, …: the service's administration asks for no credentials
//   - homes 0, 5, 10, …: so does the router's administration, and whether the air conditioner has flaws is unknown
//   - homes 0, 2, 4, …: the heater takes the controller's commands without authentication
//   - homes 0, 4, 8, …: the camera sends its footage in the clear
//
// Who uses the heater of a home can poison whoever is there, unless its flue is sealed (homes 1, 4, 7, …), where a
// hardwired cutoff prevents that. In a plant malware comes from the office over the jump host and the engineering
// station to the controller; an explosion also wants the safety controller defeated, which takes programs in the
// plants 0, 2, 4, … alone.
type City struct {
	Homes    int
	Makers   int    // default: a thousandth of the homes, at least 4
	Plants   int    // default: a thousandth of the homes, at least 1
	Measures bool   // candidates for keeping everybody from being poisoned; see addMeasures
	Seed     uint64 // not 0: elements stand in the random order of this seed
}

// How many elements each part of a city has.
const (
	homeComponents, homeFlows   = 10, 12
	makerComponents             = 2
	plantComponents, plantFlows = 14, 5
)

// WithComponents returns the city with about n components.
func WithComponents(n int) City { return City{Homes: max(1, n/homeComponents)} }

func (c City) makers() int {
	if c.Makers > 0 {
		return c.Makers
	}
	return max(4, c.Homes/1000)
}

func (c City) plants() int {
	if c.Plants > 0 {
		return c.Plants
	}
	return max(1, c.Homes/1000)
}

// The profiles of a city.
const (
	Remote    models.ProfileID = "remote"    // on the internet
	Neighbour models.ProfileID = "neighbour" // on the network of home 0
	Slip      models.ProfileID = "slip"      // the user of home 0 operates the phone wrongly
)

const internet models.ComponentID = "internet"

// System makes the model.
func (c City) System() *models.System {
	s := &models.System{
		Harmpath: "1", ID: "city", Title: models.Plain("City"), Site: "consumer",
		Zones: []models.Zone{
			{ID: "world", Name: models.Plain("World")}, {ID: "home", Name: models.Plain("Homes")}, {ID: "maker", Name: models.Plain("Makers")},
			{ID: "office", Name: models.Plain("Offices")}, {ID: "dmz", Name: models.Plain("Between offices and plants")}, {ID: "plant", Name: models.Plain("Plants")},
		},
		Components: []models.Component{{ID: internet, Name: models.Plain("Internet"), Kind: "wide_network", Zone: "world", DrawnOnly: true}},
		Conditions: []models.Condition{{ID: "resident", Name: models.Plain("Somebody is at home")}},
		Stakeholders: []models.Stakeholder{
			{ID: "makers", Name: models.Plain("Makers"), Lead: true},
			{ID: "residents", Name: models.Plain("Residents")},
		},
		Attackers: []models.Profile{
			{ID: Remote, Name: models.Plain("Remote"), Kind: models.RemoteAttacker, Starts: []models.Fact{{State: "reached", Subject: string(internet)}}},
			{ID: Neighbour, Name: models.Plain("Neighbour"), Kind: models.LocalAttacker, Starts: []models.Fact{{State: "reached", Subject: "net-0"}}},
		},
		Initiators: []models.Profile{
			{ID: Slip, Name: models.Plain("Slip"), Kind: models.Misoperation, Starts: []models.Fact{{State: "misoperated", Subject: "phone-0"}}},
		},
	}
	for v := range c.makers() {
		c.addMaker(s, v)
	}
	for h := range c.Homes {
		c.addHome(s, h)
	}
	for p := range c.plants() {
		addPlant(s, p)
	}
	if c.Measures {
		c.addMeasures(s)
	}
	if c.Seed != 0 {
		shuffle(s, rand.New(rand.NewPCG(c.Seed, 0)))
	}
	return s
}

// shuffle puts elements in a random order, which changes no answer.
func shuffle(s *models.System, r *rand.Rand) {
	r.Shuffle(len(s.Components), func(i, j int) { s.Components[i], s.Components[j] = s.Components[j], s.Components[i] })
	r.Shuffle(len(s.Flows), func(i, j int) { s.Flows[i], s.Flows[j] = s.Flows[j], s.Flows[i] })
	r.Shuffle(len(s.Data), func(i, j int) { s.Data[i], s.Data[j] = s.Data[j], s.Data[i] })
	r.Shuffle(len(s.Effects), func(i, j int) { s.Effects[i], s.Effects[j] = s.Effects[j], s.Effects[i] })
	r.Shuffle(len(s.Safeguards), func(i, j int) { s.Safeguards[i], s.Safeguards[j] = s.Safeguards[j], s.Safeguards[i] })
	r.Shuffle(len(s.Measures), func(i, j int) { s.Measures[i], s.Measures[j] = s.Measures[j], s.Measures[i] })
}

// Names of parts.
func named(word string, i int) models.ComponentID {
	return models.ComponentID(fmt.Sprint(word, "-", i))
}

// part adds the elements of one home, maker or plant.
type part struct {
	system *models.System
	no     int
	zone   models.ZoneID
}

func (p part) id(word string) models.ComponentID { return named(word, p.no) }

func (p part) component(word string, kind models.KindID, on []models.ComponentID, known models.Properties) *models.Component {
	p.system.Components = append(p.system.Components, models.Component{
		ID: p.id(word), Name: models.Plain(fmt.Sprint(word, " ", p.no)), Kind: kind, Zone: p.zone, On: on, Properties: known,
	})
	return &p.system.Components[len(p.system.Components)-1]
}

// network adds a local network.
func (p part) network(word string) models.ComponentID {
	p.component(word, "local_network", nil, nil).DrawnOnly = true
	return p.id(word)
}

// flow adds a protected flow.
func (p part) flow(word string, nature models.Nature, from, to models.ComponentID, via ...models.ComponentID) *models.Flow {
	p.system.Flows = append(p.system.Flows, models.Flow{
		ID: models.FlowID(p.id(word)), Nature: nature, From: from, To: to, Via: via,
		Properties: models.Properties{"authenticated": models.Given, "integrity_protected": models.Given, "encrypted": models.Given, "source_bound": models.Given},
	})
	return &p.system.Flows[len(p.system.Flows)-1]
}

// sound are properties known to be true.
func sound(properties ...models.PropertyID) models.Properties {
	out := models.Properties{}
	for _, p := range properties {
		out[p] = models.Given
	}
	return out
}

// device are the properties of a device on which nothing is lacking.
func device() models.Properties {
	return sound("flaw_free", "verified_code", "ports_closed", "signed_updates")
}

// server are the properties of a server on which nothing is lacking.
func server() models.Properties {
	return sound("flaw_free", "admin_authenticated", "verified_code", "signed_updates", "flood_protected")
}
