package check_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/strict"
)

// sound is a case without problems. Each test replaces a bit of it.
const sound = `harmpath: "1"
id: heater-case
title: Heater
site: consumer
stakeholders:
  - {id: maker, name: Maker, makes: [heater], relations: [{to: owner, does: sells}]}
  - {id: owner, name: Owner, owns: [heater, phone], budget: 3}
trust_zones:
  - {id: world, name: World}
  - {id: home, name: Home, parent: world}
components:
  - {id: net, name: Internet, kind: wide_network, zone: world}
  - {id: phone, name: Phone, kind: smartphone, zone: world, on: [net], stores: [login]}
  - {id: heater, name: Heater, kind: gas_water_heater, zone: home, on: [net], device_class: sealed_flue, parts: [chip], layer: 2}
  - {id: chip, name: Chip, kind: part, zone: home, properties: {flaw_free: unknown}}
dataflows:
  - {id: command, from: phone, to: heater, via: [net], nature: command, credentials: [login], when: [bathing], properties: {authenticated: true}}
data:
  - {id: login, name: Login, sensitivity: credential, properties: {unguessable: true}}
  - {id: account, name: Account, sensitivity: general_personal, lies_in: [act], attributes: {categories: [personal_information], disclosure: [maker], right_holders: [owner], keys: [login]}}
dependencies:
  - {id: needs-phone, component: heater, needs: phone}
conditions:
  - {id: bathing, name: Bathing, probability: 0.5}
effects:
  - id: scald
    name: Scald
    causes: {all: [{id: hot, any: [used(heater), misoperated(heater)]}, present(bathing)]}
    harm: {injury: severe, discloses: [account]}
  - id: cold
    name: Cold
    causes: stopped(heater)
safeguards:
  - {id: valve, name: Valve, guards: [scald, scald.hot, hot, disclosure-account], independence: mechanical}
  - {id: guard, name: Guard, guards: [cold], independence: remote, host: phone, dataflow: command, stops: [heater], failure_probability: 0.1}
attackers:
  - {id: remote, name: Remote, kind: remote, starts: [reached(net)], knows: [login]}
initiators:
  - {id: slip, name: Slip, kind: misoperation, starts: [misoperated(phone)]}
measures:
  - {id: policy, no: 1, viewpoint: viewpoint-1, stakeholder: maker, threats: [misuse], measure: Policy, applies_to: [login, chip], provides: [unguessable, flaw_free], blocks: [exploit-flaw], hardens: [{rule: exploit-flaw, effort: 3}], cost: 2, overcome: {effort: 5}}
  - {id: row-2, no: 2, placeholder: true, adapts: [policy]}
assumptions:
  - {id: house, text: A house, owner: owner}
sources:
  - {id: slides, text: Slides, sections: [threats]}
presentation: {threats: [heater, phone]}
fields:
  - {id: act, name: Act, norms: [purpose_limitation], purposes: [{id: heating, name: heating}]}
events:
  - {id: register, nature: generate, by: owner, to: [account], announces: [heating]}
`

func TestProblems(t *testing.T) {
	for name, test := range map[string]struct {
		old, new string
		want     []string
	}{
		"nothing": {"", "", nil},
		"lives of data": {"lies_in: [act], attributes: {categories: [personal_information], disclosure: [maker], right_holders: [owner], keys: [login]}", "lies_in: [¦acd], attributes: {categories: [¦personal], disclosure: [¦makr], right_holders: [¦ownr], keys: [¦account]}", []string{
			`data[1].lies_in[0]: there is no field "acd"; did you mean act?`,
			`data[1].attributes.categories[0]: there is no category of data "personal"; did you mean personal_information?`,
			`data[1].attributes.disclosure[0]: there is no stakeholder "makr"; did you mean maker?`,
			`data[1].attributes.right_holders[0]: there is no stakeholder "ownr"; did you mean owner?`,
			`data[1].attributes.keys[0]: the data are a key of themselves; name an identifier that they hold`,
		}},
		"category against the class": {"name: Login, sensitivity: credential,", "name: Login, sensitivity: credential, attributes: {categories: [¦personal_information]},", []string{
			`data[0].attributes.categories[0]: personal_information are personal information, and the sensitivity credential is not; give the data a sensitivity of personal information, such as general_personal, or another category`,
		}},
		"fields": {"norms: [purpose_limitation], purposes: [{id: heating, name: heating}]", "norms: [¦purpose], purposes: [{id: heating, name: heating}, {id: ¦heating, name: again}, {id: ¦Big, name: big}]", []string{
			`fields[0].norms[0]: there is no norm "purpose"; did you mean purpose_limitation?`,
			`fields[0].purposes[1].id: another purpose has the id "heating"; give one of them another id`,
			`fields[0].purposes[2].id: "Big" is no identifier; write big`,
		}},
		"events": {"nature: generate, by: owner, to: [account], announces: [heating]", "nature: process, by: ¦ownr, from: [account], to: [¦account], announces: ¦[¦heeting], purposes: [¦x]", []string{
			`events[0].by: there is no stakeholder "ownr"; did you mean owner?`,
			`events[0].to[0]: account comes of itself; name another data item for its next stage`,
			`events[0].announces: purposes are presented where data begin, not where a process happens; write it at the event of nature generate`,
			`events[0].announces[0]: there is no purpose "heeting"; did you mean heating?`,
			`events[0].purposes[0]: there is no purpose "x"; write heating`,
		}},
		"event without data": {"- {id: register, nature: generate, by: owner, to: [account], announces: [heating]}", "- ¦{id: register, nature: keep}", []string{
			`events[0]: the event has no data; add from, the data that it works on, or to, those that come of it`,
		}},
		"malformed case": {"id: heater-case", "id: ¦Heater Case", []string{
			`id: "Heater Case" is no identifier; write heater-case`,
		}},
		"malformed beyond help": {"id: heater-case", "id: ¦給湯器", []string{
			`id: "給湯器" is no identifier; write a lower-case letter, then lower-case letters, digits, - and _`,
		}},
		"site": {"site: consumer", "site: ¦consumers", []string{
			`site: there is no site "consumers"; did you mean consumer?`,
		}},
		"date": {"site: consumer", "site: consumer\ndate: ¦\"2021-13-01\"", []string{
			`date: "2021-13-01" is no date; write it as 2021-11-29`,
		}},
		"policies": {"site: consumer", "site: consumer\npolicies: {long_duration: ¦long, important_information: [¦technical, ¦credentials]}", []string{
			`policies.long_duration: "long" is no time; write a number of hours, days or weeks such as 12h, 3d or 2w`,
			"policies.important_information[0]: technical is no personal information; name classes of personal information",
			`policies.important_information[1]: there is no sensitivity "credentials"; did you mean credential?`,
		}},
		"purl": {"kind: part, zone: home,", "kind: part, zone: home, purl: ¦tls@1, version: \"1\",", []string{
			`components[3].purl: "tls@1" is no package URL: purl scheme is not "pkg": "tls@1"; write it as pkg:type/namespace/name@version`,
		}},
		"hash": {"kind: part, zone: home,", "kind: part, zone: home, hashes: [sha-256:9f86, ¦SHA256], inferred: [version, hashes],", []string{
			`components[3].hashes[1]: "SHA256" is no hash; write algorithm:digest in lower case, e.g. sha-256:9f86d081`,
		}},
		"package": {"kind: part, zone: home,", "kind: part, zone: home, packages: [{name: tls, component: ¦tls, vulnerabilities: [{id: a, status: fixed}, {id: ¦a, status: affected}]}],", []string{
			`components[3].packages[0].component: there is no component "tls"; write one of net, phone, heater, chip`,
			`components[3].packages[0].vulnerabilities[1].id: "a" is told of twice; remove one`,
		}},
		"flaw": {"properties: {flaw_free: unknown}", "properties: {flaw_free: ¦true}, vulnerabilities: [{id: a, status: fixed}, {id: b, status: affected}]", []string{
			"components[3].properties.flaw_free: it is true, and b affects the component; remove it, or write what is true of the vulnerability",
		}},
		"passes": {"kind: part, zone: home,", "kind: router, zone: home, networks: [net, lan], passes: [{from: net, to: ¦lann}, {from: net, to: ¦net}, {from: ¦phone, to: lan}, {from: ¦wan, to: lan}, {from: net, to: lan}, ¦{from: net, to: lan}]}\n  - {id: lan, name: LAN, kind: local_network, zone: home}\n  - {id: wan, name: WAN, kind: wide_network, zone: home}\n  - {id: rest, name: Rest, kind: part, zone: home,", []string{
			`components[3].passes[0].to: there is no component "lann"; did you mean lan?`,
			"components[3].passes[1].to: traffic comes from net and stays there; name another network",
			"components[3].passes[2].from: phone is no network; name a network that chip is attached to",
			"components[3].passes[3].from: chip is not attached to wan; add it to networks: of chip, or name one of net, lan",
			"components[3].passes[5]: net → lan is named twice; remove one",
		}},
		"passes of what joins nothing": {"kind: smartphone, zone: world, on: [net],", "kind: smartphone, zone: world, on: [net], passes: ¦[{from: net, to: net}],", []string{
			"components[1].passes: phone is of the kind smartphone, which passes nothing on between networks; write passes at the component that joins the networks, or name a kind that forwards, such as gateway",
		}},
		"separate": {"kind: wide_network, zone: world", "kind: wide_network, zone: world, separate: [¦phone, ¦net, lan, ¦lan, ¦lann]}\n  - {id: lan, name: LAN, kind: local_network, zone: home", []string{
			"components[0].separate[0]: phone is no network; name another network",
			"components[0].separate[1]: net is separate from itself; name another network",
			`components[0].separate[3]: "lan" is named twice; remove one`,
			`components[0].separate[4]: there is no component "lann"; did you mean lan?`,
		}},
		"separate at no network": {"kind: smartphone, zone: world, on: [net],", "kind: smartphone, zone: world, on: [net], separate: ¦[net],", []string{
			"components[1].separate: phone is no network; write separate at one of the two networks",
		}},
		"duty": {"makes: [heater]", "makes: [¦heatre, phone, ¦phone]", []string{
			`stakeholders[0].makes[0]: there is no component "heatre"; did you mean heater?`,
			`stakeholders[0].makes[2]: "phone" is named twice; remove one`,
		}},
		"relation": {"to: owner", "to: ¦maker", []string{
			"stakeholders[0].relations[0].to: the relation is to the stakeholder itself; name another stakeholder",
		}},
		"unknown relation": {"to: owner", "to: ¦ownr", []string{
			`stakeholders[0].relations[0].to: there is no stakeholder "ownr"; did you mean owner?`,
		}},
		"budget": {"budget: 3", "budget: ¦-3", []string{
			"stakeholders[1].budget: -3 is no amount; write 0 or more",
		}},
		"duplicate id": {"{id: world, name: World}", "{id: world, name: World}\n  - {id: ¦world, name: Again}", []string{
			`trust_zones[1].id: another zone has the id "world"; give one of them another id; the first is at m.yaml:9:5`,
		}},
		"duplicate profile": {"{id: slip,", "{id: ¦remote,", []string{
			`initiators[0].id: another profile has the id "remote"; give one of them another id; the first is at m.yaml:37:5`,
		}},
		"zone": {"parent: world", "parent: ¦wrld", []string{
			`trust_zones[1].parent: there is no zone "wrld"; did you mean world?`,
		}},
		"zone in itself": {"{id: world, name: World}", "{id: world, name: World, parent: ¦home}", []string{
			"trust_zones[0].parent: the zone lies within itself: world → home → world; give one of them another parent",
		}},
		"kind": {"kind: smartphone", "kind: ¦smartfone", []string{
			`components[1].kind: there is no kind "smartfone"; did you mean smartphone?`,
		}},
		"abstract kind": {"kind: wide_network", "kind: ¦network", []string{
			"components[0].kind: network is too general a kind for a component; write one of wide_network, local_network",
		}},
		"component's zone": {"kind: part, zone: home", "kind: part, zone: ¦hom", []string{
			`components[3].zone: there is no zone "hom"; did you mean home?`,
		}},
		"layer": {"layer: 2", "layer: ¦4", []string{
			"components[2].layer: 4 is out of range; write 0 to 3",
		}},
		"device class": {"device_class: sealed_flue", "device_class: ¦sealed", []string{
			`components[2].device_class: there is no device class "sealed"; did you mean sealed_flue?`,
		}},
		"class of a kind": {"kind: smartphone, zone: world", "kind: smartphone, device_class: ¦sealed_flue, zone: world", []string{
			"components[1].device_class: sealed_flue is a device class of gas_water_heater, and phone is of the kind smartphone; remove it: that kind has no device classes",
		}},
		"attached to none": {"world, on: [net]", "world, on: [¦heater, ¦nett]", []string{
			"components[1].networks[0]: heater is no network; name a component of a kind of network, or write a dataflow",
			`components[1].networks[1]: there is no component "nett"; did you mean net?`,
		}},
		"part of itself": {"kind: part,", "kind: part, parts: [heater],", []string{
			"m.yaml:14:114: components[2].parts[0]: the component is a part of itself: heater → chip → heater; remove one of these parts",
		}},
		"property": {"{flaw_free: unknown}", "{flawfree: ¦true}", []string{
			`components[3].properties.flawfree: there is no property "flawfree"; did you mean flaw_free?`,
		}},
		"property of another": {"{flaw_free: unknown}", "{unguessable: ¦true}", []string{
			"components[3].properties.unguessable: unguessable is a property of data items, not of components; write one of no_inbound, flaw_free",
		}},
		"installations": {"kind: part,", "kind: part, installations: ¦-1,", []string{
			"components[3].installations: -1 is out of range; write 0 or more",
		}},
		"flow to nowhere": {"to: heater, via", "to: ¦nowhere, via", []string{
			`dataflows[0].to: there is no component "nowhere"; write one of net, phone, heater, chip`,
		}},
		"flow to itself": {"to: heater, via", "to: ¦phone, via", []string{
			"dataflows[0].to: the flow ends where it begins, at phone; name the component that receives it",
		}},
		"flow to a network": {"to: heater, via", "to: ¦net, via", []string{
			"dataflows[0].to: net is a network, which only forwards; name the component at the end, and the network in via",
			"m.yaml:17:47: dataflows[0].via[0]: net is an end of the flow; name only what forwards it",
		}},
		"end in the way": {"via: [net]", "via: [net, ¦heater, ¦net]", []string{
			"dataflows[0].via[1]: heater is an end of the flow; name only what forwards it",
			`dataflows[0].via[2]: "net" is named twice; remove one`,
		}},
		"opened by": {"nature: command", "nature: command, opened_by: ¦chip", []string{
			"dataflows[0].opened_by: chip is no end of the flow; write phone or heater",
		}},
		"flow's data": {"credentials: [login]", `carries: [¦logn], credentials: [¦""]`, []string{
			`dataflows[0].carries[0]: there is no data item "logn"; did you mean login?`,
			"dataflows[0].credentials[0]: the id is empty; remove it",
		}},
		"flow's condition": {"when: [bathing]", "when: [¦bath]", []string{
			`dataflows[0].when[0]: there is no condition "bath"; write bathing`,
		}},
		"sensitivity": {"sensitivity: credential", "sensitivity: ¦secret, subjects: ¦-1", []string{
			`data[0].sensitivity: there is no sensitivity "secret"; write one of technical, credential, general_personal`,
			"data[0].subjects: -1 is out of range; write 0 or more",
		}},
		"dependency": {"needs: phone", "needs: ¦heater", []string{
			"dependencies[0].needs: heater needs itself; name another component",
		}},
		"probability": {"probability: 0.5", "probability: ¦1.5", []string{
			"conditions[0].probability: 1.5 is no probability; write a number from 0 to 1",
		}},
		"empty cause": {"causes: stopped(heater)", "causes: ¦{}", []string{
			"effects[1].causes: the cause is empty; write a fact such as used(heater), or any: or all: with at least one cause",
		}},
		"empty tree": {"causes: stopped(heater)", "causes: {any: [¦{all: []}]}", []string{
			"effects[1].causes.any[0]: the cause is empty; write a fact such as used(heater), or any: or all: with at least one cause",
		}},
		"several forms": {"causes: stopped(heater)", "causes: ¦{fact: stopped(heater), any: [used(heater)]}", []string{
			"effects[1].causes: the cause has more than one of fact, any and all; write one of them; nest the others below it",
		}},
		"unknown state": {"causes: stopped(heater)", "causes: ¦stoped(heater)", []string{
			`effects[1].causes: there is no state "stoped"; did you mean stopped?`,
		}},
		"unknown subject": {"causes: stopped(heater)", "causes: ¦stopped(heatr)", []string{
			`effects[1].causes: stopped is a state of components, and there is no component "heatr"; did you mean heater?`,
		}},
		"wrong subject": {"causes: stopped(heater)", "causes: {id: c, fact: ¦stopped(login)}", []string{
			`effects[1].causes.fact: stopped is a state of components, and there is no component "login"; login is one of the data items, whose states are disclosed`,
		}},
		"inner state": {"causes: stopped(heater)", "causes: ¦holds(scald)", []string{
			"effects[1].causes: holds is a state of causes, which cannot stand here; write one of reached, used, infected, stopped, misoperated, disclosed, defeated, occurred, present, insider",
		}},
		"effects in a cycle": {"causes: stopped(heater)", "causes: {any: [occurred(cold), occurred(scald), occurred(disclosure-account)]}", nil},
		"cause's id": {"causes: stopped(heater)", "causes: {any: [{id: ¦scald, fact: stopped(heater)}, {id: x, fact: used(heater)}, {id: ¦x, fact: used(heater)}]}", []string{
			`effects[1].causes.any[0].id: an effect has the id "scald", too; give the cause another id, so that safeguards can tell them apart`,
			`effects[1].causes.any[2].id: another cause of the effect has the id "x"; give one of them another id`,
		}},
		"ruled out": {"causes: stopped(heater)", "causes: {fact: stopped(heater), ruled_out: {component: ¦chip, classes: [¦sealed_flue]}}", []string{
			"effects[1].causes.ruled_out.component: chip has no device class; add device_class: … to chip",
			"effects[1].causes.ruled_out.classes[0]: sealed_flue is a device class of gas_water_heater, and chip is of the kind part; remove it: that kind has no device classes",
		}},
		"ruled out nowhere": {"causes: stopped(heater)", "causes: {fact: stopped(heater), ruled_out: {component: heater, classes: ¦[]}}", []string{
			"effects[1].causes.ruled_out.classes: no device class is named; name at least one",
		}},
		"derived effect's id": {"id: cold", "id: ¦disclosure-account", []string{
			"effects[1].id: disclosure-account is the id of the effect that follows from the data item account; give the effect another id",
			`m.yaml:35:39: safeguards[1].guards[0]: there is no effect or named cause "cold"; write one of scald, disclosure-account, hot, scald.hot`,
		}},
		"discloses": {"discloses: [account]", "discloses: [¦acount]", []string{
			`effects[0].harm.discloses[0]: there is no data item "acount"; did you mean account?`,
		}},
		"guards nothing": {"guards: [cold]", "guards: ¦[]", []string{
			"safeguards[1].guards: the safeguard guards nothing; name the effects or causes that it prevents",
		}},
		"guards unknown": {"guards: [cold]", "guards: [¦colt]", []string{
			`safeguards[1].guards[0]: there is no effect or named cause "colt"; did you mean cold?`,
		}},
		"no host": {"host: phone, dataflow: command, ", "dataflow: command, ", []string{
			"m.yaml:35:5: safeguards[1]: the safeguard is remote and has no host; add host: … with the component that carries it out",
		}},
		"no flow": {"host: phone, dataflow: command, ", "host: phone, ", []string{
			"m.yaml:35:5: safeguards[1]: the safeguard is remote and has no dataflow; add dataflow: … with the flow over which it acts",
		}},
		"flow of another": {"independence: mechanical", "independence: mechanical, dataflow: ¦command", []string{
			"safeguards[0].dataflow: the safeguard is mechanical and acts over no flow; remove it, or write independence: remote",
		}},
		"failure": {"failure_probability: 0.1", "failure_probability: ¦-0.1", []string{
			"safeguards[1].failure_probability: -0.1 is no probability; write a number from 0 to 1",
		}},
		"attacker's kind": {"kind: remote, starts", "kind: ¦fault, starts", []string{
			"attackers[0].kind: fault is no kind of attackers; write one of remote, local, physical, insider, supply_chain",
		}},
		"initiator's kind": {"kind: misoperation", "kind: ¦insider", []string{
			"initiators[0].kind: insider is no kind of initiators; write one of misoperation, communication_loss, fault",
		}},
		"no start": {", starts: [misoperated(phone)]", "", []string{
			"m.yaml:39:5: initiators[0]: the profile starts from nothing; add starts: with what it reaches first, e.g. [reached(internet)]",
		}},
		"starts": {"starts: [reached(net)]", "starts: [¦present(bathing), reached(net), ¦reached(net)@all]", []string{
			"attackers[0].starts[0]: present is a state of conditions, which cannot stand here; write one of reached, used, infected, stopped, misoperated, disclosed, defeated, insider",
			"attackers[0].starts[2]: reached(net) is named twice; remove one",
		}},
		"knows": {"knows: [login]", "knows: [¦password]", []string{
			`attackers[0].knows[0]: there is no data item "password"; write one of login, account`,
		}},
		"measure's words": {"viewpoint: viewpoint-1, stakeholder: maker, threats: [misuse]", "viewpoint: ¦viewpoint-9, stakeholder: ¦makers, threats: ¦[¦misus], all_threats: true, requires: ¦x, uses: ¦y", []string{
			`measures[0].viewpoint: there is no viewpoint "viewpoint-9"; did you mean viewpoint-1?`,
			`measures[0].stakeholder: there is no stakeholder "makers"; did you mean maker?`,
			"measures[0].threats: the measure is against all threats; remove threats, or all_threats",
			`measures[0].threats[0]: there is no threat "misus"; did you mean misuse?`,
			`measures[0].requires: there is no requirement "x"; write one of secure-defaults, updates`,
			`measures[0].uses: there is no measure of the catalog "y"; write one of random-identifiers, closed-ports`,
		}},
		"empty measure": {"placeholder: true, ", "", []string{
			"m.yaml:42:5: measures[1]: the measure says nothing; add measure: … with what is done, uses: … with one of the catalog, or placeholder: true",
		}},
		"same number": {"id: row-2, no: 2", "id: row-2, no: ¦1", []string{
			"measures[1].number: policy has the number 1 already; give each measure its own number",
		}},
		"adapts": {"adapts: [policy]", "adapts: [¦row-2, ¦polcy]", []string{
			"measures[1].adapts[0]: the measure puts itself into practice; name another measure",
			`measures[1].adapts[1]: there is no measure "polcy"; did you mean policy?`,
		}},
		"acts nowhere": {"applies_to: [login, chip], provides: [unguessable, flaw_free]", "provides: [unguessable]", []string{
			"m.yaml:41:5: measures[0]: the measure acts nowhere; add applies_to: with the components, dataflows or data where it acts",
		}},
		"provides to none": {"applies_to: [login, chip]", "applies_to: [chip]", []string{
			"m.yaml:41:136: measures[0].provides[0]: unguessable is a property of data items, and the measure applies to none; add a data item to applies_to",
		}},
		"provides unknown": {"provides: [unguessable, flaw_free]", "provides: [¦unguessible, flaw_free, ¦flaw_free]", []string{
			`measures[0].provides[0]: there is no property "unguessible"; did you mean unguessable?`,
			"measures[0].provides[2]: flaw_free is named twice; remove one",
		}},
		"rules": {"blocks: [exploit-flaw], hardens: [{rule: exploit-flaw, effort: 3}]", "blocks: [¦exploit-flw], hardens: [{rule: ¦exploit, effort: ¦-3, probability: ¦2}]", []string{
			`measures[0].blocks[0]: there is no rule "exploit-flw"; did you mean exploit-flaw?`,
			`measures[0].hardens[0].rule: there is no rule "exploit"; did you mean exploit-flaw?`,
			"measures[0].hardens[0].effort: -3 is no amount; write 0 or more",
			"measures[0].hardens[0].probability: 2 is no probability; write a number from 0 to 1",
		}},
		"inferred": {"id: command, from: phone", "id: command, inferred: [via, ¦propertys], from: phone", []string{
			"dataflows[0].inferred[1]: there is no field propertys here; did you mean properties?",
		}},
		"costs": {"cost: 2, overcome: {effort: 5}", "cost: ¦-2, burden: ¦-1, overcome: {effort: ¦-5, probability: ¦7}", []string{
			"measures[0].cost: -2 is no amount; write 0 or more",
			"measures[0].burden: -1 is no amount; write 0 or more",
			"measures[0].overcome.effort: -5 is no amount; write 0 or more",
			"measures[0].overcome.probability: 7 is no probability; write a number from 0 to 1",
		}},
		"owner": {"text: A house, owner: owner", "text: A house, owner: ¦onwer", []string{
			`assumptions[0].owner: there is no stakeholder "onwer"; did you mean owner?`,
		}},
		"sections": {"sections: [threats]", "sections: [threats, ¦threats]", []string{
			"sources[0].sections[1]: threats is named twice; remove one",
		}},
		"presentation": {"presentation: {threats: [heater, phone]}", "presentation: {threats: [heater, ¦fone]}", []string{
			`presentation.threats[1]: there is no component "fone"; write one of net, phone, heater, chip`,
		}},
		"applies to two": {"{id: login, name: Login,", "{id: chip, name: Chip, sensitivity: technical}\n  - {id: login, name: Login,", []string{
			"m.yaml:42:125: measures[0].applies_to[1]: chip is the id of a component and of another element; give one of them another id",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			start := strings.Index(sound, test.old)
			if start < 0 {
				t.Fatalf("the case has no %q", test.old)
			}
			text := strings.Replace(sound, test.old, strings.ReplaceAll(test.new, mark, ""), 1)
			if diff := cmp.Diff(marked(sound[:start]+test.new, test.want), lines(problemsOf(t, text))); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// mark stands before what a problem is about, for each of the problems in turn.
const mark = "¦"

// marked puts the places of the marks before the problems that are wanted, except those that name their place.
func marked(text string, want []string) []string {
	var out []string
	line, column := 1, 1
	places := []string{}
	for _, r := range text {
		switch string(r) {
		case mark:
			places = append(places, fmt.Sprintf("m.yaml:%d:%d: ", line, column))
		case "\n":
			line, column = line+1, 1
		default:
			column++
		}
	}
	for _, w := range want {
		if !strings.HasPrefix(w, "m.yaml:") && len(places) > 0 {
			w, places = places[0]+w, places[1:]
		}
		out = append(out, w)
	}
	return out
}

// problemsOf reads a case and checks it.
func problemsOf(t *testing.T, text string) models.Problems {
	t.Helper()
	var system models.System
	places, problems := strict.Decode("m.yaml", []byte(text), &system, strict.Limits{})
	if len(problems) > 0 {
		t.Fatalf("the case cannot be read:\n%v", problems)
	}
	return places.Locate(check.System(&system, small())).Sort()
}

// small is a catalog of a few entries of each sort.
func small() *models.Catalog {
	c := models.Catalog{
		Categories: []models.Category{{ID: "personal_information", Personal: true}, {ID: "trade_secret"}},
		Norms:      []models.Norm{{ID: "purpose_limitation"}},
		Kinds: []models.Kind{
			{ID: "component", Abstract: true},
			{ID: "network", Parent: "component", Abstract: true},
			{ID: "wide_network", Parent: "network"},
			{ID: "local_network", Parent: "network"},
			{ID: "smartphone", Parent: "component"}, {ID: "router", Parent: "component", Forwards: true},
			{ID: "gas_water_heater", Parent: "component"},
			{ID: "part", Parent: "component"},
		},
		DeviceClasses: []models.DeviceClass{{ID: "sealed_flue", Kind: "gas_water_heater"}, {ID: "open_flue", Kind: "gas_water_heater"}},
		States: []models.State{
			{ID: "reached", Of: models.ComponentSort},
			{ID: "used", Of: models.ComponentSort},
			{ID: "infected", Of: models.ComponentSort},
			{ID: "stopped", Of: models.ComponentSort},
			{ID: "misoperated", Of: models.ComponentSort},
			{ID: "disclosed", Of: models.DataSort},
			{ID: "defeated", Of: models.SafeguardSort},
			{ID: "occurred", Of: models.EffectSort},
			{ID: "present", Of: models.ConditionSort},
			{ID: "insider", Of: models.StakeholderSort},
			{ID: "holds", Of: models.CauseSort},
		},
		Properties: []models.Property{
			{ID: "no_inbound", Of: models.ComponentSort},
			{ID: "flaw_free", Of: models.ComponentSort},
			{ID: "authenticated", Of: models.FlowSort},
			{ID: "unguessable", Of: models.DataSort},
		},
		Threats:       []models.Threat{{ID: "misuse"}, {ID: "information_leak"}},
		Rules:         []models.Rule{{ID: "exploit-flaw"}, {ID: "visit"}},
		Measures:      []models.CatalogMeasure{{ID: "random-identifiers"}, {ID: "closed-ports"}},
		Requirements:  []models.Requirement{{ID: "secure-defaults"}, {ID: "updates"}},
		Viewpoints:    []models.Viewpoint{{ID: "viewpoint-1", No: 1}},
		Sensitivities: []models.Sensitivity{{ID: "technical"}, {ID: "credential", Credential: true}, {ID: "general_personal", Personal: true}},
		Sites:         []models.Site{{ID: "consumer"}},
	}
	for i := range c.Kinds {
		c.Kinds[i].Order = i
	}
	for i := range c.States {
		c.States[i].Order = i
	}
	for i := range c.Properties {
		c.Properties[i].Order = i
	}
	for i := range c.Sensitivities {
		c.Sensitivities[i].Order = i
	}
	for i := range c.Measures {
		c.Measures[i].Order = i
	}
	return models.NewCatalog(c)
}

func lines(problems models.Problems) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.String())
	}
	return out
}

// Every case of the project is sound, and so is the model that a new case begins with.
func TestUseCases(t *testing.T) {
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range modeltest.Cases(t, "../..") {
		folder := c.Folder
		model, err := load.Load([]load.Format{native.Format}, load.Source{Files: os.DirFS(folder), Name: "."})
		if err != nil {
			t.Errorf("%s:\n%v", folder, err)
			continue
		}
		if problems := model.Locate(check.System(model.System, knowledge)); len(problems) > 0 {
			t.Errorf("%s:\n%v", folder, problems)
		}
	}
}
