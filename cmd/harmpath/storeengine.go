package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
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
	engine, err := commandline.Pick(c.String("engine"), []string{builtinEngine, storeEngine})
	if err != nil {
		return "", commandline.Misuse(c, "--engine: "+err.Error(), "")
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
