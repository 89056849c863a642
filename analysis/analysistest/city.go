package analysistest

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// City returns a system of many homes, for measuring how analyses grow: each home has a phone, a router, a network, a
// home controller and a water heater with a scald, and one cloud serves a thousand homes. Who is on the internet, and
// who is on the network of the first home, are its attackers. It has 5 components a home, one a cloud and the internet.
func City(homes int) *models.System {
	s := &models.System{
		Harmpath: "1", ID: "city", Title: models.Plain("City"), Site: "consumer",
		Zones:      []models.Zone{{ID: "zone", Name: models.Plain("Zone")}},
		Components: []models.Component{{ID: "internet", Name: models.Plain("Internet"), Kind: "wide_network", Zone: "zone", DrawnOnly: true}},
		Data:       []models.Data{{ID: "account", Name: models.Plain("Account"), Sensitivity: "general_personal"}},
		Conditions: []models.Condition{{ID: "bather", Name: models.Plain("Somebody in the bath")}},
		Attackers: []models.Profile{
			{ID: "remote", Name: models.Plain("Remote"), Kind: models.RemoteAttacker, Starts: []models.Fact{{State: "reached", Subject: "internet"}}},
			{ID: "neighbour", Name: models.Plain("Neighbour"), Kind: models.LocalAttacker, Starts: []models.Fact{{State: "reached", Subject: "network0"}}},
		},
		Initiators: []models.Profile{
			{ID: "slip", Name: models.Plain("Slip"), Kind: models.Misoperation, Starts: []models.Fact{{State: "misoperated", Subject: "phone0"}}},
		},
	}
	for i := range homes {
		if i%1000 == 0 {
			s.Components = append(s.Components, models.Component{
				ID: models.ComponentID(fmt.Sprint("cloud", i/1000)), Name: models.Plain("Cloud"), Kind: "cloud_service", Zone: "zone",
				On: []models.ComponentID{"internet"}, Stores: []models.DataID{"account"},
				Properties: models.Properties{"no_inbound": models.False, "flaw_free": models.True, "admin_authenticated": models.True, "verified_code": models.True},
			})
		}
		addHome(s, i)
	}
	return s
}

func addHome(s *models.System, i int) {
	id := func(word string) models.ComponentID { return models.ComponentID(fmt.Sprint(word, i)) }
	cloud := models.ComponentID(fmt.Sprint("cloud", i/1000))
	component := func(word string, kind models.KindID, on []models.ComponentID, known models.Properties) {
		s.Components = append(s.Components, models.Component{ID: id(word), Name: models.Plain(word), Kind: kind, Zone: "zone", On: on, Properties: known})
	}
	home := []models.ComponentID{id("network")}
	component("phone", "smartphone", []models.ComponentID{"internet"}, models.Properties{"no_inbound": models.True, "flaw_free": models.True})
	component("router", "router", []models.ComponentID{"internet", id("network")}, models.Properties{"flaw_free": models.True})
	component("controller", "home_controller", home, models.Properties{"flaw_free": models.True})
	component("heater", "gas_water_heater", home, models.Properties{"ports_closed": models.True})
	component("network", "local_network", nil, nil)
	flow := func(word string, from, to models.ComponentID, via ...models.ComponentID) {
		s.Flows = append(s.Flows, models.Flow{
			ID: models.FlowID(fmt.Sprint(word, i)), From: from, To: to, Via: via, Nature: models.CommandFlow,
			Properties: models.Properties{"authenticated": models.True, "integrity_protected": models.True, "encrypted": models.True},
		})
	}
	flow("ask", id("phone"), cloud, "internet")
	flow("send", cloud, id("controller"), "internet", id("router"), id("network"))
	flow("heat", id("controller"), id("heater"), id("network"))
	s.Effects = append(s.Effects, models.Effect{
		ID: models.EffectID(fmt.Sprint("scald", i)), Name: models.Plain("Scald"),
		Causes: models.Cause{All: []models.Cause{
			{Any: []models.Cause{
				{Fact: models.Fact{State: "used", Subject: string(id("heater"))}},
				{Fact: models.Fact{State: "misoperated", Subject: string(id("heater"))}},
			}},
			{Fact: models.Fact{State: "present", Subject: "bather"}},
		}},
		Harm: &models.Harm{Injury: models.SevereInjury},
	})
}
