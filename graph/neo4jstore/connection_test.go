package neo4jstore

import (
	"fmt"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

func TestConnectionFiles(t *testing.T) {
	const aura = "\uFEFF# Wait 60 seconds before connecting\nNEO4J_URI=neo4j+s://x.example.org\nNEO4J_USERNAME=\"neo4j\"\r\nNEO4J_PASSWORD= open=sesame \n\nAURA_INSTANCEID=1\n"
	got, err := ReadConnection(strings.NewReader(aura), "aura.txt")
	want := Connection{URI: "neo4j+s://x.example.org", Username: "neo4j", Password: "open=sesame"}
	if err != nil || got.URI != want.URI || got.Username != want.Username || got.Password != want.Password {
		t.Errorf("read %s as %s, %v", got, got.Username, err)
	}
	_, err = ReadConnection(strings.NewReader("NEO4J_URI=x\nopen sesame\n"), "f")
	if err == nil || !strings.HasPrefix(err.Error(), "f:2: ") || strings.Contains(err.Error(), "sesame") {
		t.Errorf("error %v", err)
	}
}

// However a connection is printed, its password is not.
func TestConnectionsHideTheirPassword(t *testing.T) {
	c := Connection{URI: "bolt://h", Username: "u", Password: "sesame", Database: "d"}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		for _, printed := range []string{fmt.Sprintf(verb, c), fmt.Sprintf(verb, &c), fmt.Sprintf(verb, struct{ At Connection }{c})} {
			if strings.Contains(printed, "sesame") {
				t.Errorf("%s prints %s", verb, printed)
			}
		}
	}
}

func TestPlainConnections(t *testing.T) {
	for uri, want := range map[string]bool{
		"bolt://localhost:7687": false, "bolt://127.0.0.1": false, "bolt://[::1]:7687": false, "neo4j+s://example.org": false,
		"bolt://example.org": true, "neo4j://10.0.0.1": true,
	} {
		if got := (Connection{URI: uri}).Plain(); got != want {
			t.Errorf("%s: plain %v, want %v", uri, got, want)
		}
	}
}

func TestReleases(t *testing.T) {
	for agent, want := range map[string]string{
		"Neo4j/5.26.30": "", "Neo4j/5.7.0": "", "Neo4j/2025.01.0": "", "Neo4j/5.27-aura": "",
		"Neo4j/5.6.0": "is Neo4j 5.6, which is too old; use 5.7 or newer", "Neo4j/4.4.41": "too old", "Memgraph/2.0": "no Neo4j", "": "no Neo4j",
	} {
		err := checkRelease(agent)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", agent, err, want)
		}
	}
}

// No name that is not made of letters, digits and underscores becomes text.
func TestNamesThatBecomeText(t *testing.T) {
	for _, name := range []string{"", "a b", "a`", "日本", "a:b", "a-b"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q became text", name)
				}
			}()
			quotedName(name)
		}()
	}
	for kind, want := range map[string]string{"gas_water_heater": "GasWaterHeater", "x-ray": "XRay", "fact": "FactKind", "a__b": "AB", "évil": "", "a`b": ""} {
		if got := kindLabel(models.KindID(kind)); got != want {
			t.Errorf("kind %q is the label %q, want %q", kind, got, want)
		}
	}
}
