package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/harmpath/harmpath/graph"
)

func loadScratch(path string) (*graph.AttackGraph, string) {
	data, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	var d struct {
		Rules []struct {
			ID, Then    string
			If          []string
			Effort      float64
			Probability *float64
		}
		Goals []string
	}
	if err := json.Unmarshal(data, &d); err != nil {
		panic(err)
	}
	b := graph.NewBuilder()
	for _, r := range d.Rules {
		x := graph.Rule{ID: r.ID, Then: b.Fact(r.Then), Effort: r.Effort}
		for _, f := range r.If {
			x.If = append(x.If, b.Fact(f))
		}
		if r.Probability != nil {
			x.Probability = *r.Probability
			x.Never = x.Probability == 0
		}
		b.Rule(x)
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g, d.Goals[0]
}

func TestScratchEffort(t *testing.T) {
	dir := os.Getenv("GT")
	files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
	for _, f := range files {
		if filepath.Base(f) == "answers.json" {
			continue
		}
		if p := os.Getenv("PRE"); p != "" && filepath.Base(f)[:len(p)] != p {
			continue
		}
		g, goal := loadScratch(f)
		id, _ := g.FactByName(goal)
		t0 := time.Now()
		a := graph.LeastEffort(context.Background(), g, g.All(), id, graph.Limits{})
		fmt.Printf("%-40s %v %v cert %v first %v set %d lm %d  %.3fs %s\n", filepath.Base(f), a.Status, a.Value, a.Certified, a.First, len(a.Set), len(a.Landmarks), time.Since(t0).Seconds(), a.Why)
	}
}
