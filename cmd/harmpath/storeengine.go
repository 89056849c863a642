package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
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

// analyseInStore answers what follows from reachability, which the store computes in each reading and by each profile. The attack
// graph goes there rule by rule and stays, so that the same case again needs no push; neither it nor a fixpoint is ever
// in this process.
func (p *program) analyseInStore(c *cli.Context, read sound) (*models.Result, error) {
	var out *models.Result
	err := p.withStore(c, func(s *neo4jstore.Store) (err error) {
		name := neo4jstore.Name{Case: read.system.ID, Version: engineVersion}
		pushed, err := s.Push(c.Context, name, neo4jstore.StreamContent(read.system, read.catalog))
		if err != nil {
			return err
		}
		p.tellPushed(pushed)
		in := reachInStore{s, name}
		opt := options(read)
		opt.Reach = &analysis.Reach{Engine: storeEngine, Holds: in.holds}
		out, err = analysis.Run(c.Context, read.system, read.catalog, suite.All(), opt)
		return err
	})
	return out, err
}

// reachInStore computes what holds over a case in the store.
type reachInStore struct {
	store *neo4jstore.Store
	name  neo4jstore.Name
}

// holds implements analysis.Reach.
func (r reachInStore) holds(ctx context.Context, q analysis.ReachQuery, facts []models.Fact) (out map[models.Fact]bool, err error) {
	reached, err := r.store.Reach(ctx, r.name, neo4jstore.Selection{Reading: q.Reading, Profiles: q.Profiles, Without: q.Without})
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", q.Profiles, q.Reading, err)
	}
	defer func() { err = errors.Join(err, reached.Close(context.WithoutCancel(ctx))) }()
	var names []string
	for _, f := range facts {
		names = append(names, f.String())
	}
	slices.Sort(names)
	holds, err := reached.Holds(ctx, slices.Compact(names))
	if err != nil {
		return nil, err
	}
	out = map[models.Fact]bool{}
	for _, f := range facts {
		out[f] = holds[f.String()]
	}
	return out, nil
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
