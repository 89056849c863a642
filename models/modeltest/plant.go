package modeltest

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// addPlant adds a plant in Purdue levels:
//
//	office   computer, business server    ──firewall──▶   jump host, historian   ──firewall──▶   engineering station, HMI, PLC, safety controller, valve
func addPlant(s *models.System, n int) {
	office, dmz, floor := part{s, n, "office"}, part{s, n, "dmz"}, part{s, n, "plant"}
	officeNet, dmzNet, floorNet := office.network("office-net"), dmz.network("dmz-net"), floor.network("floor-net")
	gate := sound("flaw_free", "admin_authenticated", "verified_code", "signed_updates", "ports_closed")
	computer := sound("no_inbound", "flaw_free", "verified_code", "signed_updates")
	computer["no_foreign_code"] = models.Absent
	station := sound("no_inbound", "flaw_free", "verified_code", "signed_updates", "no_foreign_code")
	business := server()
	business["admin_authenticated"] = models.Absent
	controller := sound("flaw_free", "verified_code", "ports_closed", "signed_updates", "flood_protected")
	controller["program_locked"] = models.Absent
	safety := sound("flaw_free", "ports_closed", "signed_updates", "flood_protected")
	safety["program_locked"], safety["verified_code"] = models.Absent, models.Absent
	if !explodes(n) {
		safety["program_locked"] = models.Given
	}

	office.component("desk", "computer", []models.ComponentID{internet, officeNet}, computer)
	office.component("business", "business_server", []models.ComponentID{officeNet}, business)
	office.component("outer-wall", "firewall", []models.ComponentID{officeNet, dmzNet}, gate)
	dmz.component("jump", "jump_host", []models.ComponentID{dmzNet}, server())
	dmz.component("historian", "historian", []models.ComponentID{dmzNet}, server())
	dmz.component("inner-wall", "firewall", []models.ComponentID{dmzNet, floorNet}, gate)
	onFloor := []models.ComponentID{floorNet}
	floor.component("station", "engineering_station", onFloor, station)
	floor.component("panel", "hmi", onFloor, station)
	floor.component("plc", "plc", onFloor, controller)
	floor.component("safety", "safety_controller", onFloor, safety)
	floor.component("valve", "actuator", nil, nil)

	dmz.flow("log-in", models.MaintenanceFlow, office.id("desk"), dmz.id("jump"), officeNet, office.id("outer-wall"), dmzNet)
	floor.flow("engineer", models.MaintenanceFlow, dmz.id("jump"), floor.id("station"), dmzNet, dmz.id("inner-wall"), floorNet)
	floor.flow("program", models.MaintenanceFlow, floor.id("station"), floor.id("plc"), floorNet)
	floor.flow("secure", models.MaintenanceFlow, floor.id("station"), floor.id("safety"), floorNet)
	floor.flow("open", models.ControlFlow, floor.id("plc"), floor.id("valve"))
	s.Dependencies = append(s.Dependencies, models.Dependency{
		ID: models.DependencyID(floor.id("billing")), Component: floor.id("plc"), Needs: office.id("business"), Precaution: true,
	})
	floor.addPlantEffects()
}

// explodes tells whether the safety controller of a plant takes programs.
func explodes(p int) bool { return p%2 == 0 }

func (p part) addPlantEffects() {
	p.system.Effects = append(p.system.Effects,
		models.Effect{
			ID: Explosion(p.no), Name: models.Plain(fmt.Sprint("Explosion ", p.no)),
			Causes: models.Cause{Fact: models.Fact{State: "used", Subject: string(p.id("valve"))}},
			Harm:   &models.Harm{Injury: models.SevereInjury},
		},
		models.Effect{
			ID: Standstill(p.no), Name: models.Plain(fmt.Sprint("Standstill ", p.no)),
			Causes:   models.Cause{Fact: models.Fact{State: "stopped", Subject: string(p.id("plc"))}},
			Economic: &models.EconomicImpact{Scope: models.ExternalScope, Duration: "short", Substitutable: models.True, LargeRecall: models.False},
		},
	)
	p.system.Safeguards = append(p.system.Safeguards, models.Safeguard{
		ID: models.SafeguardID(p.id("trip")), Name: models.Plain(fmt.Sprint("Trip ", p.no)), Guards: []string{string(Explosion(p.no))},
		Independence: models.SeparateController, Host: p.id("safety"), OnLoss: models.ActsOnLoss,
		Senses: []string{models.Own}, ActsThrough: []string{models.Own},
	})
}

// Explosion is the effect that a plant explodes.
func Explosion(p int) models.EffectID { return models.EffectID(named("explosion", p)) }

// Standstill is the effect that a plant stands still.
func Standstill(p int) models.EffectID { return models.EffectID(named("standstill", p)) }
