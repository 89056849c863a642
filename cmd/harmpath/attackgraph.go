package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// attackersOf returns the attackers that --attacker names; all of them where it names none.
func attackersOf(c *cli.Context, system *models.System) ([]models.ProfileID, error) {
	var all []models.ProfileID
	var names []string
	for _, f := range ground.Profiles(system) {
		if f.Kind.Malicious() {
			all, names = append(all, f.ID), append(names, string(f.ID))
		}
	}
	asked := c.StringSlice("attacker")
	if len(asked) == 0 {
		return all, nil
	}
	for _, id := range asked {
		if !slices.Contains(names, id) {
			return nil, misuse(c, "--attacker: the case has no attacker "+quoted(id), didYouMean(id, names))
		}
	}
	return slices.DeleteFunc(all, func(id models.ProfileID) bool { return !slices.Contains(asked, string(id)) }), nil
}

// attackGraph writes the attack graph of a case as a file for harmpath solve: in the assessed reading, with the first
// steps of the attackers together, every harmful effect a goal; measures in force are applied, rejected ones are left
// out and candidates are listed.
func attackGraph(read sound, attackers []models.ProfileID) ([]byte, error) {
	grounded, err := ground.New(read.system, read.catalog)
	if err != nil {
		return nil, fmt.Errorf("ground the case: %w", err)
	}
	var goals []graph.FactID
	labels := map[graph.FactID]string{}
	for _, e := range grounded.Effects {
		goal, there := grounded.Fact(models.Fact{State: models.StateOccurred, Subject: string(e.ID)})
		if there && (e.Harm != nil || e.Economic != nil) {
			goals = append(goals, goal)
			labels[goal] = e.Name.In(models.English)
		}
	}
	texts := map[models.MeasureID]string{}
	var candidates []models.MeasureID
	for _, m := range grounded.System.Measures {
		texts[m.ID] = m.Text.In(models.English)
		if m.Status == "" || m.Status == models.Candidate {
			candidates = append(candidates, m.ID)
		}
	}
	var measures []graph.MeasureID
	for m := range graph.MeasureID(grounded.Graph.NumMeasures()) {
		if slices.Contains(candidates, grounded.MeasureOf(m)) {
			measures = append(measures, m)
		}
	}
	var out bytes.Buffer
	err = exchange.WriteAttackGraph(&out, exchange.Written{
		Graph:    grounded.Graph,
		Sel:      grounded.Select(ground.Query{Reading: models.Residual, Profiles: attackers}), // the assessed reading with the measures in force
		Measures: measures,
		Goals:    goals,
		Fact:     func(f graph.FactID) string { return labels[f] },
		Measure:  func(m graph.MeasureID) string { return texts[grounded.MeasureOf(m)] },
	})
	return out.Bytes(), err
}
