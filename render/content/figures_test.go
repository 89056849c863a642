package content

import (
	"slices"
	"testing"
)

func TestFurther(t *testing.T) {
	doc := Document{Sections: []Section{{
		Blocks:   []Block{Figure{ID: "configuration"}},
		Sections: []Section{{Blocks: []Block{Figure{ID: "attack-a"}, Figure{ID: "attack-a-b"}}}},
	}}, Aside: []Figure{{ID: "attack-a-d"}}}
	drawn := []string{"attack-a-b-1", "attack-a-d", "attack-a-d-1", "attack-a-c-1", "configuration", "configuration-home", "configuration-plant", "attack-a", "attack-a-b", "attack-a-c", "configurations"}
	if got := doc.Further("configuration", drawn); !slices.Equal(got, []string{"configuration-home", "configuration-plant"}) {
		t.Errorf("further pages of the configuration: %v", got)
	}
	if got := doc.Further("attack-a", drawn); !slices.Equal(got, []string{"attack-a-c-1", "attack-a-c"}) {
		t.Errorf("further pages of an attack: %v", got)
	}
	if got := doc.Further("attack-a-b", drawn); !slices.Equal(got, []string{"attack-a-b-1"}) {
		t.Errorf("further pages of an attack whose id continues another's: %v", got)
	}
}
