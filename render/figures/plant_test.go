package figures_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/models"
)

// plant writes a case of one office, a control network and several cells, each with a controller, sensors and actuators:
//
//	operator ── office network ── gateway ── control network ── gateway n ── cell network n ── controller n ── devices
//
// It has 8 + cells × (3 + devices) components. (The function is one text; cutting it up would hide that.)
func plant(cells, devices int) string {
	var out strings.Builder
	line := func(format string, words ...any) { fmt.Fprintf(&out, format+"\n", words...) }
	line("harmpath: \"1\"\nid: plant\ntitle: {ja: プラント設備, en: Plant}\nsite: manufacturing")
	line("stakeholders:\n  - {id: owner, name: {ja: プラントの事業者, en: Owner of the plant}, lead: true, operates: [scada, historian]}")
	line("  - {id: integrator, name: {ja: 設備の施工事業者, en: Integrator}, maintains: [controller_1]}")
	line("trust_zones:\n  - {id: outside, name: {ja: 外部, en: Outside}}\n  - {id: office, name: {ja: 事務所, en: Office}}\n  - {id: control, name: {ja: 制御系, en: Control}}")
	for i := range cells {
		line("  - {id: cell_%d, name: {ja: 工程%d, en: Cell %d}, parent: control}", i+1, i+1, i+1)
	}
	line("components:")
	component := func(id, ja, en, kind, zone, on string) {
		line("  - {id: %s, name: {ja: %s, en: %s}, kind: %s, zone: %s, on: [%s], drawn_only: %t}", id, ja, en, kind, zone, on, strings.HasSuffix(kind, "network"))
	}
	component("internet", "インターネット", "Internet", "wide_network", "outside", "")
	component("office_network", "事務所ネットワーク", "Office network", "local_network", "office", "")
	component("control_network", "制御ネットワーク", "Control network", "local_network", "control", "")
	component("operator", "運転員端末", "Operator's computer", "computer", "office", "office_network")
	component("firewall", "境界ルーター", "Border router", "router", "office", "internet, office_network")
	component("gateway", "制御系ゲートウェイ", "Control gateway", "gateway", "control", "office_network, control_network")
	component("scada", "監視制御サーバー", "Supervisory server", "server", "control", "control_network")
	component("historian", "履歴サーバー", "Historian", "server", "control", "control_network")
	var flows strings.Builder
	fmt.Fprintln(&flows, "dataflows:\n  - {id: order, seq: 1, name: {ja: 運転指示, en: Orders}, from: operator, to: scada, via: [office_network, gateway, control_network], nature: command}")
	seq := 1
	for i := 1; i <= cells; i++ {
		zone := fmt.Sprintf("cell_%d", i)
		network, bridge, controller := fmt.Sprintf("network_%d", i), fmt.Sprintf("gateway_%d", i), fmt.Sprintf("controller_%d", i)
		component(network, fmt.Sprintf("工程ネットワーク%d", i), fmt.Sprintf("Cell network %d", i), "local_network", zone, "")
		component(bridge, fmt.Sprintf("工程ゲートウェイ%d", i), fmt.Sprintf("Cell gateway %d", i), "gateway", zone, "control_network, "+network)
		component(controller, fmt.Sprintf("制御装置%d", i), fmt.Sprintf("Controller %d", i), "controller", zone, network)
		seq++
		fmt.Fprintf(&flows, "  - {id: set-%d, seq: %d, name: {ja: 設定値, en: Set points}, from: scada, to: %s, via: [control_network, %s, %s], nature: command}\n", i, seq, controller, bridge, network)
		for j := 1; j <= devices; j++ {
			kind, ja, en, nature, from := "sensor", "センサー", "Sensor", "telemetry", ""
			if j%3 == 0 {
				kind, ja, en, nature = "appliance", "駆動装置", "Drive", "control"
			}
			id := fmt.Sprintf("device_%d_%d", i, j)
			component(id, fmt.Sprintf("%s%d-%d", ja, i, j), fmt.Sprintf("%s %d-%d", en, i, j), kind, zone, network)
			from, to := id, controller
			if nature == "control" {
				from, to = to, from
			}
			seq++
			fmt.Fprintf(&flows, "  - {id: signal-%d-%d, seq: %d, name: {ja: 信号, en: Signal}, from: %s, to: %s, via: [%s], nature: %s}\n", i, j, seq, from, to, network, nature)
		}
	}
	line("%s", flows.String())
	line("effects:\n  - id: crush\n    name: {ja: 駆動装置の暴走による挟まれ, en: Crushing by a drive}\n    causes: {any: [used(device_1_3), used(device_%d_3)]}\n    harm: {injury: death}", cells)
	line("attackers:\n  - {id: remote, name: {ja: 外部の攻撃者, en: Attacker outside}, kind: remote, starts: [reached(internet)]}")
	line("  - {id: visitor, name: {ja: 構内の訪問者, en: Visitor}, kind: local, starts: [reached(office_network)]}")
	return out.String()
}

// plantResult is the result of a plant.
func plantResult(t testing.TB, cells, devices int) *models.Result {
	t.Helper()
	return resultOf(t, fstest.MapFS{"model.yaml": {Data: []byte(plant(cells, devices))}})
}
