package neo4jstore

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// relationships is how large the graph of the benchmarks is: go test -bench . -relationships 1000000
var relationships = flag.Int("relationships", 20_000, "relationships of the graph that benchmarks push")

// sized is a graph with about so many relationships, premises and conclusions: an eighth as many facts, and rules of up
// to five premises.
func sized(n int) *graph.AttackGraph {
	r := rand.New(rand.NewPCG(7, 7))
	b := graph.NewBuilder()
	fact := func() graph.FactID { return b.Fact("f" + strconv.Itoa(r.IntN(n/8))) }
	for left := n; left > 0; {
		rule := graph.Rule{ID: "r" + strconv.Itoa(left), Then: fact(), Effort: float64(r.IntN(4))}
		for range r.IntN(6) {
			rule.If = append(rule.If, fact())
		}
		left -= 1 + len(rule.If)
		b.Rule(rule)
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g
}

func benchStore(tb testing.TB, options Options) *Store {
	tb.Helper()
	s, err := Open(context.Background(), ConnectionFrom(os.Getenv), options)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close(context.Background()) })
	return s
}

func benchName(tb testing.TB, s *Store) Name {
	name := Name{models.CaseID(fmt.Sprintf("bench-%d", time.Now().UnixNano())), DefaultVersion}
	tb.Cleanup(func() { s.Remove(context.Background(), name.Case, "") })
	return name
}

func rate(b *testing.B, rows int64, took time.Duration) {
	b.ReportMetric(float64(rows)/took.Seconds(), "rows/s")
}

// A graph of 20,000 relationships arrives in batches, with progress to the last row, and the same again is nothing.
func TestTwentyThousandRelationships(t *testing.T) {
	var seen []int64
	s := benchStore(t, Options{Single: 1, Progress: func(p Progress) { seen = append(seen, p.Done) }})
	name := benchName(t, s)
	c := GraphContent(name.Case, sized(20_000))
	told, err := s.Push(context.Background(), name, c)
	if err != nil {
		t.Fatal(err)
	}
	if told.Rels < 19_900 || !told.Batches || !slices.IsSorted(seen) || seen[len(seen)-1] != told.Nodes+told.Rels {
		t.Errorf("told of %+v, progress %v", told, seen)
	}
	again, err := s.Push(context.Background(), name, c)
	if err != nil || !again.Unchanged {
		t.Errorf("the same again: %+v, %v", again, err)
	}
}

func BenchmarkPushInBatches(b *testing.B) { benchmarkPush(b, Options{Single: 1}) }

func BenchmarkPushInOneTransaction(b *testing.B) {
	if *relationships > 100_000 {
		b.Logf("%d relationships are more than one transaction takes", *relationships)
		return
	}
	benchmarkPush(b, Options{Single: 1_000_000})
}

func benchmarkPush(b *testing.B, options Options) {
	s := benchStore(b, options)
	g := sized(*relationships)
	for b.Loop() {
		name := benchName(b, s)
		begun := time.Now()
		told, err := s.Push(context.Background(), name, GraphContent(name.Case, g))
		if err != nil {
			b.Fatal(err)
		}
		rate(b, told.Nodes+told.Rels, time.Since(begun))
	}
}

// BenchmarkPlainUnwind is the limit of a push: the same rows, made beforehand, in batches of the same size, with
// nothing to compare, to mark or to publish.
func BenchmarkPlainUnwind(b *testing.B) {
	s := benchStore(b, Options{})
	if err := s.Prepare(context.Background()); err != nil {
		b.Fatal(err)
	}
	g := sized(*relationships)
	for b.Loop() {
		gen := newGeneration()
		nodes, arrows := plainRows(gen, GraphContent("plain", g))
		begun := time.Now()
		for batch := range slices.Chunk(nodes, s.options.Batch) {
			unwind(b, s, "UNWIND $rows AS row CREATE (n:Harmpath) SET n = row", batch)
		}
		for _, typ := range []string{relConcludes, relPremise} {
			for batch := range slices.Chunk(arrows[typ], s.options.Batch) {
				unwind(b, s, "UNWIND $rows AS row MATCH (a:Harmpath {uid: row[0]}) MATCH (b:Harmpath {uid: row[1]}) CREATE (a)-[:"+typ+"]->(b)", batch)
			}
		}
		rate(b, int64(len(nodes)+len(arrows[relConcludes])+len(arrows[relPremise])), time.Since(begun))
		if err := s.erase(context.Background(), gen); err != nil {
			b.Fatal(err)
		}
	}
}

func plainRows(g generation, c Content) (nodes []any, arrows map[string][]any) {
	arrows = map[string][]any{}
	for n := range c.source {
		nodes = append(nodes, g.row(n))
		for _, r := range n.rels {
			a := g.arrow(n, r)
			arrows[a.typ] = append(arrows[a.typ], []any{a.from, a.to})
		}
	}
	return nodes, arrows
}

func unwind(b *testing.B, s *Store, cypher string, rows []any) {
	err := s.write(context.Background(), "unwind", func(tx transaction) error {
		_, err := tx.do(cypher, map[string]any{"rows": rows})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkExport writes the same graph as files for neo4j-admin, to nowhere.
func BenchmarkExport(b *testing.B) {
	c := GraphContent("export", sized(*relationships))
	d := c.source.digest()
	for b.Loop() {
		begun := time.Now()
		_, err := Export(map[Name]Content{{"export", "1"}: c}, begun, func(string) (io.WriteCloser, error) { return nowhere{}, nil })
		if err != nil {
			b.Fatal(err)
		}
		rate(b, d.rows(), time.Since(begun))
	}
}

type nowhere struct{}

func (nowhere) Write(b []byte) (int, error) { return len(b), nil }
func (nowhere) Close() error                { return nil }

// BenchmarkReach computes a fixpoint on the server.
func BenchmarkReach(b *testing.B) {
	s := benchStore(b, Options{})
	name := benchName(b, s)
	g := sized(*relationships)
	if _, err := s.Push(context.Background(), name, GraphContent(name.Case, g)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		begun := time.Now()
		x, err := s.Reach(context.Background(), name, Selection{Reading: models.Assessed})
		if err != nil {
			b.Fatal(err)
		}
		rate(b, int64(g.NumPremises()), time.Since(begun))
		if err := x.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
