package neo4jstore

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// The relationships that are not fields of the model.
const (
	relSends     = "SENDS"           // component → component, one a flow, end to end
	relApplies   = "APPLIES_TO"      // measure → element
	relGuards    = "GUARDS"          // safeguard → effect, or named cause
	relSame      = "SAME_AS"         // component → part, shared by all cases
	relVersion   = "VERSION"         // case → version
	relAbout     = "ABOUT"           // fact, finding → element
	relPremise   = "PREMISE"         // fact → step
	relConcludes = "CONCLUDES"       // step → fact
	relTakes     = "TAKES"           // profile → step that it alone brings along
	relBlocks    = "BLOCKS"          // measure → step that it removes
	relHarder    = "MAKES_HARDER"    // measure → step
	relAttack    = "STEPS"           // attack → step, in order
	relGoal      = "GOAL"            // attack → fact
	relOf        = "OF"              // attack → effect, threat row → threat
	relFor       = "FOR"             // attack → threat row
	relFaces     = "FACES"           // component → threat row
	relLeads     = "LEADS_TO"        // threat row, component → effect
	relCounters  = "COUNTERED_BY"    // threat row → measure
	relLevels    = "LEVELS"          // version → level
	relGives     = "GIVES"           // profile → level that it reaches alone
	relRests     = "RESTS_ON"        // level → effect
	relEntry     = "AT"              // entry → element
	relEntryTo   = "TO_EFFECT"       // entry → effect
	relSingle    = "SINGLE_POINT_OF" // fact, step → effect
	relHelps     = "CONTRIBUTES_TO"  // component → effect
	relNeeded    = "NECESSARY_FOR"   // component → effect
	relTakesOver = "COMPROMISES"     // profile → component
	relFound     = "FINDINGS"        // version → finding
	relAttacks   = "ATTACKS"         // version → attack
	relRows      = "THREAT_ROWS"     // version → threat row
	relEntries   = "ENTRIES"         // version → entry
	relDerives   = "DERIVES"         // version → effect that follows from personal information
)

// ownedByTarget lists the relationships that come and go with the node that they lead to; all others come and go with
// the node that they start from.
func ownedByTarget() []string {
	own := []string{relPremise, relTakes, relBlocks, relHarder, relFaces, relLevels, relGives, relSingle, relTakesOver, relFound,
		relAttacks, relRows, relEntries, relDerives}
	for _, s := range modelShapes() {
		for _, f := range s.fields {
			if f.as == asChild || f.as == asChildren {
				own = append(own, f.relationship())
			}
		}
	}
	slices.Sort(own)
	return slices.Compact(own)
}

// modelRelationships lists the relationships that are fields of the model.
func modelRelationships() []string {
	var out []string
	for _, s := range modelShapes() {
		for _, f := range s.fields {
			switch f.as {
			case asChild, asChildren, asReference, asReferences:
				out = append(out, f.relationship())
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// modelShapes are the shapes of the types that become nodes.
func modelShapes() []shape {
	types := []reflect.Type{reflect.TypeFor[models.System]()}
	var out []shape
	for next := 0; next < len(types); next++ {
		s := shapeOf(types[next])
		out = append(out, s)
		for _, f := range s.fields {
			if f.as != asChild && f.as != asChildren {
				continue
			}
			if below := f.typeIn(types[next]); !slices.Contains(types, below) {
				types = append(types, below)
			}
		}
	}
	return out
}

// kindLabels are the labels of a component by its kind and the kinds above it: gas_water_heater is a GasWaterHeater.
func kindLabels(c *models.Catalog, kind models.KindID) []string {
	var out []string
	for _, k := range c.Line(kind) {
		if label := kindLabel(k); label != "" {
			out = append(out, label)
		}
	}
	return out
}

// kindLabel turns the id of a kind into letters and digits. One that would be taken for something else in the store is
// marked as a kind.
func kindLabel(kind models.KindID) string {
	if !models.ValidID(string(kind)) {
		return ""
	}
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(string(kind), func(r rune) bool { return r == '-' || r == '_' }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	label := b.String()
	if slices.Contains(reservedLabels(), label) {
		return label + "Kind"
	}
	return label
}

// reservedLabels mean something of their own.
func reservedLabels() []string {
	return []string{
		labelAll, labelElement, labelVersion, labelStaging, labelRetired, labelCase, labelPart, labelFact, labelStep, labelAnd, labelOr,
		"Leaf", "Attacker", "Initiator", "Derived", "Attack", "Threat", "ThreatRow", "Level", "Entry", "Finding",
		"Component", "Flow", "Data", "Zone", "Stakeholder", "Dependency", "Condition", "Effect", "Safeguard", "Profile", "Measure",
		"Assumption", "Citation", "Cause", "Relationship", "RuleHardening", "System", "Package", "Vulnerability",
		"Field", "Event", "Purpose", "Passage",
	}
}

// quotedName makes a label or a type fit for Cypher text. What is not made of letters, digits and underscores never
// gets here: a panic.
func quotedName(name string) string {
	for _, r := range name {
		if (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			panic(fmt.Sprintf("neo4jstore: %q is no label", name))
		}
	}
	if name == "" {
		panic("neo4jstore: an empty label")
	}
	return "`" + name + "`"
}

// quotedSet makes a set of labels, as node.labelSet writes it, fit for Cypher text.
func quotedSet(set string) string {
	names := strings.Split(set, ":")
	for i := range names {
		names[i] = quotedName(names[i])
	}
	return strings.Join(names, ":")
}
