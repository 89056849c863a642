package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/inventory"
)

// robot contains a board, which contains a stack, by the model; by its SBOM also an OS in the board, of which the stack
// is a part, and a library. A phone contains the stack, too.
func robot() *models.System {
	stack := models.Identity{Version: "2", PURL: "pkg:generic/stack@2"}
	return &models.System{Components: []models.Component{
		{ID: "robot", Name: models.Plain("Robot"), Parts: []models.ComponentID{"board", "stack"}, Packages: []models.Package{
			{Name: "Board", Component: "board"}, {Name: "os", Within: []string{"Board"}, Identity: models.Identity{Version: "7"}},
			{Name: "stack", Identity: stack, Within: []string{"Board", "os"}, Component: "stack"}, {Name: "lib"}, {Name: "lib", Within: []string{"Board"}},
		}},
		{ID: "board", Name: models.Text{JA: "基板", EN: "Board"}, Parts: []models.ComponentID{"stack"}, Packages: []models.Package{{Name: "boot"}}},
		{ID: "stack", Name: models.Plain("Stack"), Identity: stack, Vulnerabilities: []models.Vulnerability{{ID: "CVE-1", Status: models.Affected}}},
		{ID: "phone", Name: models.Plain("Phone"), Parts: []models.ComponentID{"stack", "unknown"}},
		{ID: "cloud", Name: models.Plain("Cloud")},
	}}
}

func lines(list []models.Contained) []string {
	var out []string
	for _, c := range list {
		var way []string
		for _, w := range c.Within {
			way = append(way, w.EN)
		}
		out = append(out, fmt.Sprintf("%s: %s/%s %d", c.Whole, strings.Join(way, "/"), c.Name.EN, len(c.Vulnerabilities)))
	}
	return out
}

func TestOf(t *testing.T) {
	list, whole := inventory.Of(robot())
	if !whole {
		t.Error("the list is cut")
	}
	want := []string{
		"robot: /Board 0", "robot: /lib 0", "robot: Board/os 0", "robot: Board/boot 0", "robot: Board/os/Stack 1", "phone: /Stack 1",
	}
	if diff := cmp.Diff(want, lines(list)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for words, many := range map[string]int{
		"stack": 2, "Stack": 2, "pkg:generic/stack": 2, "pkg:generic/stack@3": 0, "os@7": 1, "基板": 1, "board": 1, "boot": 1, "robot": 0,
	} {
		if got := inventory.Named(list, words); len(got) != many {
			t.Errorf("%s is %q", words, lines(got))
		}
	}
}

func TestLimit(t *testing.T) {
	s := robot()
	s.Components[0].Packages = make([]models.Package, inventory.MaxEntries)
	for i := range s.Components[0].Packages {
		s.Components[0].Packages[i].Name = fmt.Sprint(i)
	}
	if list, whole := inventory.Of(s); whole || len(list) != inventory.MaxEntries {
		t.Errorf("%d entries, whole: %t", len(list), whole)
	}
}
