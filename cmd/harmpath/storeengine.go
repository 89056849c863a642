package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// The engines that compute what is reachable.
const (
	builtinEngine = "builtin"
	storeEngine   = "neo4j"
)

// engineVersion is the version of a case under which the store's engine keeps its attack graph.
const engineVersion = "engine"

func engineFlag() cli.Flag {
	return &cli.StringFlag{Name: "engine", Usage: "compute with `ENGINE`: builtin, or neo4j for graphs that outgrow the memory", Value: builtinEngine}
}

// engineOf reads the flag of engineFlag.
func engineOf(c *cli.Context) (string, error) {
	engine, err := pick(c.String("engine"), []string{builtinEngine, storeEngine})
	if err != nil {
		return "", misuse(c, "--engine: "+err.Error(), "")
	}
	return *engine, nil
}

// analyseInStore computes in the store what is reachable, in each reading and by each profile, and what follows for
// the levels. The attack graph goes there rule by rule and stays, so that the same case again needs no push; neither
// it nor a fixpoint is ever in this process.
func (p *program) analyseInStore(c *cli.Context, read sound) (*models.Result, error) {
	var out *models.Result
	err := p.withStore(c, func(s *neo4jstore.Store) (err error) {
		name := neo4jstore.Name{Case: read.system.ID, Version: engineVersion}
		told, err := s.Push(c.Context, name, neo4jstore.StreamContent(read.system, read.catalog))
		if err != nil {
			return err
		}
		p.tellPushed(told)
		a := storeAnalysis{store: s, name: name}
		out, err = a.run(c.Context, read)
		return err
	})
	return out, err
}

// storeAnalysis fills a result from fixpoints that the store computes.
type storeAnalysis struct {
	store  *neo4jstore.Store
	name   neo4jstore.Name
	result *models.Result
	grades []criteria.Grade // by consequence
	force  []models.MeasureID

	examined bool // somebody brings an effect about
}

func (a *storeAnalysis) run(ctx context.Context, read sound) (*models.Result, error) {
	outline, err := ground.Stream(read.system, read.catalog, func(ground.Instance) error { return nil })
	if err != nil {
		return nil, err
	}
	a.begin(outline, read)
	for i, profile := range ground.Profiles(outline.System) {
		for _, reading := range models.ReadingIDs() {
			if err := a.ask(ctx, i, profile.ID, reading); err != nil {
				return nil, fmt.Errorf("%s, %s: %w", profile.ID, reading, err)
			}
		}
	}
	a.publish()
	if !a.examined {
		a.leaveOpen(analysis.LacksOf(outline))
	}
	return a.result, nil
}

// begin makes the result with all that needs no fixpoint.
func (a *storeAnalysis) begin(outline *ground.Case, read sound) {
	system, known := outline.System, outline.Catalog
	axes := criteria.New(system, known)
	a.result = &models.Result{
		Format: models.ResultFormat, Tool: models.Tool{Name: "harmpath", Version: version}, System: *system, Policies: axes.Policies,
		Words: allWords(known), Threats: []models.ThreatRow{}, Consequences: []models.Consequence{}, Entries: []models.EntryPoint{},
		Components: []models.ComponentResult{}, Facts: []models.FactResult{}, Assumptions: []models.AssumptionResult{},
		Findings: read.findings(), Graphs: []models.ConsequenceGraph{}, Viewpoints: models.ViewpointCoverage{Called: []models.ViewpointID{}},
		Limits: []models.Limit{{Question: "all but levels, consequences and threats", Reason: "the engine " + storeEngine + " computes what is reachable, not by which attacks"}},
	}
	for _, e := range outline.Effects {
		grade := axes.Grade(&e.Effect)
		a.grades = append(a.grades, grade)
		a.result.Consequences = append(a.result.Consequences, models.Consequence{
			Effect: e.ID, Name: e.Name, Derived: e.Derived, Harm: e.Harm, Economic: e.Economic, Levels: grade.Levels,
		})
	}
	for _, component := range system.Components {
		if component.DrawnOnly {
			continue
		}
		for _, t := range known.ThreatsOf(component.Kind) {
			a.result.Threats = append(a.result.Threats, models.ThreatRow{
				Component: component.ID, Threat: t, Fact: models.Fact{State: known.Threat(t).State, Subject: string(component.ID)},
			})
		}
	}
	for _, profile := range ground.Profiles(system) {
		a.result.Levels.ByProfile = append(a.result.Levels.ByProfile, models.ProfileLevels{Profile: profile.ID, Malicious: profile.Kind.Malicious()})
	}
	for _, m := range outline.InForce() {
		a.force = append(a.force, outline.MeasureOf(m))
	}
}

// allWords are the catalog's entries, whether or not the case uses them.
func allWords(c *models.Catalog) models.Words {
	return models.Words{
		Kinds: c.Kinds, DeviceClasses: c.DeviceClasses, States: c.States, Properties: c.Properties, Threats: c.Threats, Rules: c.Rules,
		Measures: c.Measures, Requirements: c.Requirements, Viewpoints: c.Viewpoints, Sensitivities: c.Sensitivities, Sites: c.Sites,
		Findings: c.Findings, Cells: c.Cells,
	}
}

// ask computes one fixpoint and adds what it says to the result.
func (a *storeAnalysis) ask(ctx context.Context, at int, profile models.ProfileID, reading models.ReadingID) (err error) {
	sel := neo4jstore.Selection{Reading: reading, Profiles: []models.ProfileID{profile}}
	if reading == models.Residual {
		sel.Without = a.force
	}
	reached, err := a.store.Reach(ctx, a.name, sel)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, reached.Close(context.WithoutCancel(ctx))) }()
	holds, err := reached.Holds(ctx, a.wanted())
	if err != nil {
		return err
	}
	var grades []*criteria.Grade
	for i := range a.result.Consequences {
		c := &a.result.Consequences[i]
		if holds[occurs(c.Effect)] {
			add(c.Reachable.In(reading), profile)
			grades = append(grades, &a.grades[i])
		}
	}
	for i := range a.result.Threats {
		if row := &a.result.Threats[i]; holds[row.Fact.String()] {
			add(row.Reachable.In(reading), profile)
		}
	}
	*a.result.Levels.ByProfile[at].Levels.In(reading) = criteria.Highest(grades)
	a.examined = a.examined || len(grades) > 0
	return nil
}

func add(r *models.Reachability, profile models.ProfileID) {
	r.Reachable = true
	r.By = append(r.By, profile)
}

func occurs(e models.EffectID) string {
	return models.Fact{State: models.StateOccurred, Subject: string(e)}.String()
}

// wanted lists the facts that the result speaks of.
func (a *storeAnalysis) wanted() []string {
	var out []string
	for _, c := range a.result.Consequences {
		out = append(out, occurs(c.Effect))
	}
	for _, row := range a.result.Threats {
		out = append(out, row.Fact.String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// publish derives the published levels: the highest that any profile reaches alone.
func (a *storeAnalysis) publish() {
	for _, reading := range models.ReadingIDs() {
		var grades []*criteria.Grade
		for i := range a.result.Consequences {
			if a.result.Consequences[i].Reachable.In(reading).Reachable {
				grades = append(grades, &a.grades[i])
			}
		}
		*a.result.Levels.Published.In(reading) = criteria.Highest(grades)
	}
}

// leaveOpen says of all levels that they are not determined. Whether something would be brought about if nothing were protected
// is not asked of the store.
func (a *storeAnalysis) leaveOpen(lacks []models.Lack) {
	for _, reading := range models.ReadingIDs() {
		*a.result.Levels.Published.In(reading) = models.Undetermined(lacks...)
		for i := range a.result.Levels.ByProfile {
			*a.result.Levels.ByProfile[i].Levels.In(reading) = models.Undetermined(lacks...)
		}
	}
}

// printReached prints levels and consequences; of attacks the store says nothing.
func (p *program) printReached(r *models.Result, lang models.Lang) error {
	var rows [][]string
	for _, reading := range models.ReadingIDs() {
		pair := r.Levels.Published.In(reading)
		rows = append(rows, []string{words.Reading(reading).In(lang), words.RecoveryOf(pair).In(lang), words.EconomicOf(pair).In(lang)})
	}
	if err := printTable(p.stdout, p.screen, []string{"", models.LimitedDamage.Axis().In(lang), models.LimitedImpact.Axis().In(lang)}, rows); err != nil {
		return err
	}
	fmt.Fprintln(p.stdout)
	header := []string{models.Text{JA: "結果（引き起こせる攻撃者等の数）", EN: "consequence (how many attackers and other causes bring it about)"}.In(lang)}
	for _, reading := range models.ReadingIDs() {
		header = append(header, words.Reading(reading).In(lang))
	}
	rows = nil
	for i := range r.Consequences {
		c := &r.Consequences[i]
		row := []string{c.Name.In(lang)}
		for _, reading := range models.ReadingIDs() {
			by := "–"
			if in := c.Reachable.In(reading); in.Reachable {
				by = fmt.Sprint(len(in.By))
			}
			row = append(row, by)
		}
		rows = append(rows, row)
	}
	return printTable(p.stdout, p.screen, header, rows)
}
