package neo4jstore

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// resultNodes puts what the analyses found into the store: on the elements that it is about, and as nodes of its own:
// levels, attacks, threats and their rows, entries, findings.
type resultNodes struct {
	*modelNodes
	result *models.Result
	at     map[string]*node // the model's own nodes, by key
	out    []node

	attacks int // how many were added
}

// addResult returns the nodes of the result and adds to those of the model.
func (m *modelNodes) addResult(result *models.Result, at map[string]*node) []node {
	r := &resultNodes{modelNodes: m, result: result, at: at}
	r.addLevels()
	r.addConsequences()
	r.addThreats()
	r.addComponents()
	r.addEntries()
	r.addFindings()
	return r.out
}

func (r *resultNodes) add(n node) { r.out = append(r.out, n) }

// addLevels adds a node for each pair of levels: published, joined, and of each profile alone, in each reading.
func (r *resultNodes) addLevels() {
	levels := &r.result.Levels
	for _, reading := range models.ReadingIDs() {
		published := levels.Published.In(reading)
		head := r.at[headKey]
		head.props["recovery_"+string(reading)], head.props["economic_"+string(reading)] = levelWords(published)
		r.addLevel("published", "", reading, published)
		if levels.Joined != nil {
			r.addLevel("joined", "", reading, levels.Joined.In(reading))
		}
		for i := range levels.ByProfile {
			p := &levels.ByProfile[i]
			r.addLevel("profile", p.Profile, reading, p.Levels.In(reading))
		}
	}
}

func (r *resultNodes) addLevel(of string, profile models.ProfileID, reading models.ReadingID, pair *models.LevelPair) {
	n := node{
		key: resultKey("level", of+"/"+string(profile)+"/"+string(reading)), labels: []string{"Level"},
		props: map[string]any{"of": of, "reading": string(reading)},
		rels:  []rel{{typ: relLevels, other: headKey, in: true}},
	}
	setLevels(n.props, "", pair)
	if profile != "" {
		n.props["profile"] = string(profile)
		n.rels = append(n.rels, rel{typ: relGives, other: modelKey("profile", string(profile)), in: true})
	}
	for _, b := range pair.Recovery.Basis {
		n.rels = append(n.rels, rel{typ: relRests, other: r.effectKey(b.Effect), props: map[string]any{"axis": "recovery", "criterion": string(b.Criterion)}})
	}
	for _, b := range pair.Economic.Basis {
		n.rels = append(n.rels, rel{typ: relRests, other: r.effectKey(b.Effect), props: map[string]any{"axis": "economic"}})
	}
	r.add(n)
}

// ofVersion ties a node to the version, with its place among its fellows.
func ofVersion(typ string, at int) []rel {
	return []rel{{typ: typ, other: headKey, in: true, props: map[string]any{"at": int64(at)}}}
}

// setLevels writes a pair of levels; of levels that are not determined, also what is missing.
func setLevels(props map[string]any, prefix string, pair *models.LevelPair) {
	props[prefix+"recovery"], props[prefix+"economic"] = levelWords(pair)
	if pair.Determined() {
		props[prefix+"economic_at_least"] = pair.Economic.Min.String()
	} else {
		props[prefix+"missing"] = lacks(pair)
	}
}

// levelWords are a pair of levels as questions find them: a word, too, where they are not determined, so that no
// question passes over them.
func levelWords(pair *models.LevelPair) (recovery, economic string) {
	if !pair.Determined() {
		const open = "not_determined"
		return open, open
	}
	return pair.Recovery.Level.String(), pair.Economic.Max.String()
}

func lacks(pair *models.LevelPair) []any {
	var out []any
	for _, lack := range pair.Missing {
		out = append(out, string(lack))
	}
	return out
}

// addConsequences says of each harmful effect what it gives, whether it can come about, and how most easily.
func (r *resultNodes) addConsequences() {
	for i := range r.result.Consequences {
		c := &r.result.Consequences[i]
		n := r.at[r.effectKey(c.Effect)]
		if n == nil {
			n = &node{key: r.effectKey(c.Effect), labels: []string{"Effect", "Derived"}, props: map[string]any{"id": string(c.Effect)}, rels: ofVersion(relDerives, i)}
			setText(n.props, "name", c.Name)
		}
		setLevels(n.props, "gives_", &c.Levels)
		setReachable(n.props, &c.Reachable)
		for _, f := range c.Single.Facts {
			n.rels = append(n.rels, rel{typ: relSingle, other: factKey(f.String()), in: true})
		}
		for _, s := range c.Single.Steps {
			n.rels = append(n.rels, rel{typ: relSingle, other: stepKey(s), in: true})
		}
		if r.at[n.key] == nil {
			r.add(*n)
		}
		for at := range c.Attacks {
			r.addAttack("effect/"+string(c.Effect)+"/"+strconv.Itoa(at), &c.Attacks[at], rel{typ: relOf, other: n.key})
		}
	}
}

func setText(props map[string]any, name string, t models.Text) {
	for suffix, text := range map[string]string{"_ja": t.JA, "_en": t.EN} {
		if text != "" {
			props[name+suffix] = text
		}
	}
}

func setReachable(props map[string]any, reachable *models.InReadings[models.Reachability]) {
	for _, reading := range models.ReadingIDs() {
		in := reachable.In(reading)
		props["reachable_"+string(reading)] = in.Reachable
		setList(props, "reachable_"+string(reading)+"_by", in.By, func(id models.ProfileID) string { return string(id) })
	}
}

// addAttack adds a derivation with its steps in order.
func (r *resultNodes) addAttack(id string, a *models.Attack, about rel) {
	n := node{
		key: resultKey("attack", id), labels: []string{"Attack"},
		props: map[string]any{"id": id, "profile": string(a.Profile), "reading": string(a.Reading), "goal": a.Goal.String()},
		rels:  append(ofVersion(relAttacks, r.attacks), about, rel{typ: relGoal, other: factKey(a.Goal.String())}),
	}
	r.attacks++
	setFigure(n.props, "effort", &a.Effort)
	setFigure(n.props, "chance", &a.Chance)
	for i, s := range a.Steps {
		n.rels = append(n.rels, rel{typ: relAttack, other: stepKey(s.Instance), props: map[string]any{"at": int64(i)}})
	}
	r.add(n)
}

func setFigure(props map[string]any, name string, f *models.Figure) {
	props[name+"_status"] = string(f.Status)
	for _, part := range []struct {
		suffix string
		value  *float64
	}{{"", f.Value}, {"_lower", f.Lower}, {"_upper", f.Upper}} {
		if part.value != nil {
			props[name+part.suffix] = *part.value
		}
	}
}

// addThreats adds the catalog's threats that rows name, and a row for each threat of each component.
func (r *resultNodes) addThreats() {
	named := map[models.ThreatID]bool{}
	for i := range r.result.Threats {
		row := &r.result.Threats[i]
		if !named[row.Threat] {
			named[row.Threat] = true
			r.addThreat(row.Threat)
		}
		id := string(row.Component) + "/" + string(row.Threat)
		n := node{
			key: resultKey("row", id), labels: []string{"ThreatRow"},
			props: map[string]any{"component": string(row.Component), "threat": string(row.Threat), "fact": row.Fact.String()},
			rels: append(ofVersion(relRows, i),
				rel{typ: relFaces, other: modelKey("component", string(row.Component)), in: true},
				rel{typ: relOf, other: resultKey("threat", string(row.Threat))},
			),
		}
		setReachable(n.props, &row.Reachable)
		for _, e := range row.LeadsTo {
			n.rels = append(n.rels, rel{typ: relLeads, other: r.effectKey(e)})
		}
		for _, m := range row.Measures {
			n.rels = append(n.rels, rel{typ: relCounters, other: modelKey("measure", string(m))})
		}
		r.add(n)
		if row.Attack != nil {
			r.addAttack("threat/"+id, row.Attack, rel{typ: relFor, other: n.key})
		}
	}
}

func (r *resultNodes) addThreat(id models.ThreatID) {
	n := node{key: resultKey("threat", string(id)), labels: []string{"Threat"}, props: map[string]any{"id": string(id)}}
	if t := r.catalog.Threat(id); t != nil {
		n.props["state"] = string(t.State)
		setText(n.props, "name", t.Name)
	}
	r.add(n)
}

// addComponents says of each component what it means for the case.
func (r *resultNodes) addComponents() {
	for i := range r.result.Components {
		c := &r.result.Components[i]
		n := r.at[modelKey("component", string(c.Component))]
		setLevels(n.props, "if_attacked_", &c.IfAttacked)
		n.props["reaches"] = int64(c.Reaches)
		for _, part := range []struct {
			typ     string
			effects []models.EffectID
		}{{relLeads, c.Leads}, {relHelps, c.Contributes}, {relNeeded, c.Necessary}} {
			for _, e := range part.effects {
				n.rels = append(n.rels, rel{typ: part.typ, other: r.effectKey(e)})
			}
		}
		for _, p := range c.CompromisedBy {
			n.rels = append(n.rels, rel{typ: relTakesOver, other: modelKey("profile", string(p)), in: true})
		}
	}
}

func (r *resultNodes) addEntries() {
	for i := range r.result.Entries {
		e := &r.result.Entries[i]
		n := node{
			key: resultKey("entry", strconv.Itoa(i)), labels: []string{"Entry"},
			props: map[string]any{"profile": string(e.Profile), "fact": e.Fact.String(), "subject": e.Subject},
			rels:  append(ofVersion(relEntries, i), rel{typ: relEntryTo, other: r.effectKey(e.Effect)}),
		}
		if key := r.elementKey(e.Type, e.Subject); key != "" {
			n.rels = append(n.rels, rel{typ: relEntry, other: key})
		}
		r.add(n)
	}
}

func (r *resultNodes) addFindings() {
	for i := range r.result.Findings {
		f := &r.result.Findings[i]
		n := node{
			key: resultKey("finding", strconv.Itoa(i)), labels: []string{"Finding"},
			props: map[string]any{"kind": f.Kind, "severity": string(f.Severity)},
			rels:  ofVersion(relFound, i),
		}
		setList(n.props, "subjects", f.Subjects, func(s string) string { return s })
		for _, s := range f.Subjects {
			if key := r.anyKey(s); key != "" {
				n.rels = append(n.rels, rel{typ: relAbout, other: key})
			}
		}
		r.add(n)
	}
}

// anyKey finds what a finding names: a component, a flow, a data item, or another element with a node.
func (r *resultNodes) anyKey(id string) string {
	if key, known := r.ids[id]; known {
		return key
	}
	for _, sort := range []string{"effect", "safeguard", "stakeholder", "measure", "condition", "profile", "zone"} {
		if key := modelKey(sort, id); r.at[key] != nil {
			return key
		}
	}
	return ""
}

// addReached says of each fact how it is reached.
func addReached(n *node, f *models.FactResult) {
	for _, reading := range models.ReadingIDs() {
		if how := *f.Reached.In(reading); how != models.NotReached {
			n.props["reached_"+string(reading)] = string(how)
		}
	}
}
