package neo4jstore

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The style sheet speaks of labels and relationships that there are, and of all sorts of nodes that a case has.
func TestStyleSheetKnowsTheGraph(t *testing.T) {
	sheet := StyleSheet()
	if strings.Count(sheet, "{") != strings.Count(sheet, "}") {
		t.Error("the braces do not match")
	}
	types := append(modelRelationships(), relSends, relPremise, relConcludes, relAttack, relBlocks, relGuards, relHelps)
	for _, m := range regexp.MustCompile(`(?m)^(node|relationship)\.(\w+)`).FindAllStringSubmatch(sheet, -1) {
		if m[1] == "node" && !slices.Contains(reservedLabels(), m[2]) {
			t.Errorf("there is no label %s", m[2])
		}
		if m[1] == "relationship" && !slices.Contains(types, m[2]) {
			t.Errorf("there is no relationship %s", m[2])
		}
	}
	for _, label := range []string{"Component", "Flow", "Effect", "Safeguard", "Measure", "Profile", "Fact", "Step", "Attack", "Level", "ThreatRow", "Finding", "Stakeholder", "Zone", "Data"} {
		if !strings.Contains(sheet, "\nnode."+label+" ") {
			t.Errorf("%s has no style", label)
		}
	}
}
