package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/strict"
)

func TestProblemsPastTheLimitAreCounted(t *testing.T) {
	system := models.System{ID: "x", Site: "consumer"}
	for i := range check.MaxProblems + 5 {
		system.Zones = append(system.Zones, models.Zone{ID: models.ZoneID(fmt.Sprintf("z%d", i)), Parent: "nowhere"})
	}
	problems := check.System(&system, small())
	if len(problems) != check.MaxProblems+1 {
		t.Fatalf("%d problems, want %d", len(problems), check.MaxProblems+1)
	}
	if got, want := problems[check.MaxProblems].What.String(), "5 further problems are not told"; got != want {
		t.Errorf("the last problem is %q, want %q", got, want)
	}
}

// A chain of zones as deep as the system is large neither overflows a stack nor takes long.
func TestDeepChains(t *testing.T) {
	const depth = 200_000
	system := models.System{ID: "x", Site: "consumer"}
	for i := range depth {
		z := models.Zone{ID: models.ZoneID(fmt.Sprintf("z%d", i)), Name: models.Plain("z")}
		if i > 0 {
			z.Parent = models.ZoneID(fmt.Sprintf("z%d", i-1))
		}
		system.Zones = append(system.Zones, z)
	}
	if problems := check.System(&system, small()); len(problems) > 0 {
		t.Fatalf("the chain has problems:\n%v", problems)
	}
	system.Zones[0].Parent = system.Zones[depth-1].ID
	problems := check.System(&system, small())
	if len(problems) != 1 || !strings.HasPrefix(problems[0].What.String(), "the zone lies within itself: z0 → ") {
		t.Fatalf("the ring has the problems\n%v", problems)
	}
}

// A gateway on very many networks is refused before rules are asked about each two of them.
func TestTooManyPassages(t *testing.T) {
	gate := models.Component{ID: "gate", Name: models.Plain("g"), Kind: "router", Zone: "home"}
	system := models.System{ID: "x", Site: "consumer", Zones: []models.Zone{{ID: "home", Name: models.Plain("h")}}}
	for i := range 317 { // 317 · 316 = 100 172
		network := models.ComponentID(fmt.Sprintf("n%d", i))
		gate.On = append(gate.On, network)
		system.Components = append(system.Components, models.Component{ID: network, Name: models.Plain("n"), Kind: "local_network", Zone: "home"})
	}
	for _, test := range []struct {
		networks int
		want     string
	}{{316, ""}, {317, "components: components that join networks make 100172 passages between them, more than 100000; attach each to fewer networks"}} {
		changed := system
		joins := gate
		joins.On = gate.On[:test.networks]
		changed.Components = append(slices.Clone(system.Components), joins)
		if got := strings.TrimSpace(listed(check.System(&changed, small()))); got != test.want {
			t.Errorf("%d networks: %q, want %q", test.networks, got, test.want)
		}
	}
}

func listed(problems models.Problems) string {
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s: %s; %s", p.Path, p.What, p.Remedy))
	}
	return strings.Join(out, "\n")
}

// FuzzSystem looks that no case that can be read makes checking panic.
func FuzzSystem(f *testing.F) {
	f.Add([]byte(sound))
	f.Add([]byte("id: x\ncomponents: [{id: a, kind: b, parts: [a, a]}]\neffects: [{id: e, causes: {any: [{}]}}]\n"))
	catalog := small()
	f.Fuzz(func(t *testing.T, data []byte) {
		var system models.System
		places, _ := strict.Decode("m.yaml", data, &system, strict.Limits{YAMLNodes: 5000, Expanded: 5000})
		for _, p := range places.Locate(check.System(&system, catalog)) {
			if p.What.IsZero() {
				t.Fatalf("a problem without text: %#v", p)
			}
		}
	})
}

func BenchmarkSystem(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		system := models.System{ID: "x", Site: "consumer", Zones: []models.Zone{{ID: "home"}}}
		for i := range n {
			id := models.ComponentID(fmt.Sprintf("c%d", i))
			system.Components = append(system.Components, models.Component{
				ID: id, Name: models.Plain("c"), Kind: "smartphone", Zone: "home",
				Properties: models.Properties{"flaw_free": models.Given, "no_inbound": models.Absent},
			})
			system.Flows = append(system.Flows, models.Flow{
				ID: models.FlowID(fmt.Sprintf("f%d", i)), From: id, To: models.ComponentID(fmt.Sprintf("c%d", (i+1)%n)), Nature: models.CommandFlow,
				Properties: models.Properties{"authenticated": models.Given},
			})
		}
		catalog := small()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if problems := check.System(&system, catalog); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
