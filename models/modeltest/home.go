package modeltest

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// The weaknesses of makers and homes.
func lured(v int) bool      { return v%3 == 0 } // the first home's user installs foreign programs
func openAdmin(v int) bool  { return v%3 == 1 } // the service's administration asks for no credentials
func openRouter(h int) bool { return h%5 == 0 }
func openHeater(h int) bool { return h%2 == 0 } // it takes commands without authentication
func openCamera(h int) bool { return h%4 == 0 } // it sends in the clear
func sealed(h int) bool     { return h%3 == 1 } // its flue is sealed

// addMaker adds a maker: the service that its homes share, and its update server.
func (c City) addMaker(s *models.System, v int) {
	p := part{s, v, "maker"}
	account := models.DataID(p.id("accounts"))
	s.Data = append(s.Data, models.Data{ID: account, Name: models.Plain(fmt.Sprint("Accounts ", v)), Sensitivity: "general_personal"})
	known := server()
	if openAdmin(v) {
		known["admin_authenticated"] = models.Absent
	}
	p.component("service", "cloud_service", []models.ComponentID{internet}, known).Stores = []models.DataID{account}
	p.component("updates", "update_server", []models.ComponentID{internet}, server())
}

// addHome adds a home: phone, router, network, controller and six appliances.
func (c City) addHome(s *models.System, h int) {
	v := h % c.makers()
	p := part{s, h, "home"}
	phone := sound("no_inbound", "flaw_free", "verified_code", "signed_updates", "no_foreign_code")
	if lured(v) && h == v {
		phone["no_foreign_code"] = models.Absent
	}
	router := sound("flaw_free", "admin_authenticated", "verified_code", "signed_updates", "ports_closed")
	conditioner := device()
	if openRouter(h) {
		router["admin_authenticated"] = models.Absent
		delete(conditioner, "flaw_free")
	}
	p.component("phone", "smartphone", []models.ComponentID{internet}, phone)
	net := p.network("net")
	p.component("router", "router", []models.ComponentID{internet, net}, router).Passes = []models.Passage{} // what flows open alone
	inside := []models.ComponentID{net}
	p.component("controller", "home_controller", inside, device())
	class := models.DeviceClassID("outdoor")
	if sealed(h) {
		class = "sealed_flue"
	}
	p.component("heater", "gas_water_heater", inside, device()).DeviceClass = class
	p.component("conditioner", "air_conditioner", inside, conditioner)
	footage := models.DataID(p.id("footage"))
	s.Data = append(s.Data, models.Data{ID: footage, Name: models.Plain(fmt.Sprint("Footage ", h)), Sensitivity: "home_video"})
	p.component("camera", "camera", inside, device()).Stores = []models.DataID{footage}
	for _, word := range []string{"lock", "light", "washer"} {
		p.component(word, "appliance", inside, device())
	}
	p.addHomeFlows(v, footage)
	p.addPoisoning()
}

func (p part) addHomeFlows(v int, footage models.DataID) {
	service, updates, net, router := named("service", v), named("updates", v), p.id("net"), p.id("router")
	p.flow("ask", models.CommandFlow, p.id("phone"), service, internet)
	p.flow("send", models.CommandFlow, service, p.id("controller"), internet, router, net)
	heat := p.flow("heat", models.CommandFlow, p.id("controller"), p.id("heater"), net)
	if openHeater(p.no) {
		heat.Properties["authenticated"] = models.Absent
	}
	for _, each := range [][2]string{{"cool", "conditioner"}, {"close", "lock"}, {"shine", "light"}, {"wash", "washer"}} {
		p.flow(each[0], models.CommandFlow, p.id("controller"), p.id(each[1]), net)
	}
	p.flow("report", models.TelemetryFlow, p.id("controller"), service, net, router, internet)
	watch := p.flow("watch", models.TelemetryFlow, p.id("camera"), service, net, router, internet)
	watch.Carries = []models.DataID{footage}
	if openCamera(p.no) {
		watch.Properties["encrypted"] = models.Absent
	}
	p.flow("show", models.TelemetryFlow, service, p.id("phone"), internet).Carries = []models.DataID{footage}
	p.flow("patch", models.UpdateFlow, updates, p.id("controller"), internet, router, net)
	p.flow("renew", models.UpdateFlow, updates, p.id("heater"), internet, router, net)
}

func (p part) addPoisoning() {
	heater := string(p.id("heater"))
	p.system.Effects = append(p.system.Effects,
		models.Effect{
			ID: Poisoning(p.no), Name: models.Plain(fmt.Sprint("Poisoning ", p.no)),
			Causes: models.Cause{All: []models.Cause{
				{Any: []models.Cause{{Fact: models.Fact{State: "used", Subject: heater}}, {Fact: models.Fact{State: "misoperated", Subject: heater}}}},
				{Fact: models.Fact{State: "present", Subject: "resident"}},
			}},
			Harm: &models.Harm{Injury: models.Death},
		},
		models.Effect{
			ID: Exposure(p.no), Name: models.Plain(fmt.Sprint("Footage becomes known ", p.no)),
			Causes: models.Cause{Fact: models.Fact{State: "disclosed", Subject: string(p.id("footage"))}},
			Harm:   &models.Harm{Discloses: []models.DataID{models.DataID(p.id("footage"))}},
		},
	)
	p.system.Safeguards = append(p.system.Safeguards, models.Safeguard{
		ID: models.SafeguardID(p.id("cutoff")), Name: models.Plain(fmt.Sprint("Cutoff ", p.no)), Guards: []string{string(Poisoning(p.no))},
		Independence: models.Hardwired, Fitted: &models.Fitting{Component: p.id("heater"), Classes: []models.DeviceClassID{"sealed_flue"}},
	})
}

// Poisoning is the effect that somebody in a home is poisoned.
func Poisoning(h int) models.EffectID { return models.EffectID(named("poisoning", h)) }

// Exposure is the effect that the footage of a home's camera becomes known.
func Exposure(h int) models.EffectID { return models.EffectID(named("exposure", h)) }

// Accounts is the effect that a maker's accounts become known. It is derived, not written.
func Accounts(v int) models.EffectID {
	return models.EffectID(models.DisclosurePrefix + string(named("accounts", v)))
}
