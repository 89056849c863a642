package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/models"
)

// FuzzRead: no input may crash or hang the readers, problems have places within the input, what is read can be
// asked about within its limits, and what is written again is the same graph.
func FuzzRead(f *testing.F) {
	inputs, _ := filepath.Glob("testdata/*.[jx]*")
	for _, name := range inputs {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: bytes.NewReader(text)})
		var problems models.Problems
		if errors.As(err, &problems) {
			checkPlaces(t, text, problems)
			return
		}
		if err != nil || d.Graph.NumRules() > 200 {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if _, err := exchange.Solve(ctx, d, exchange.Options{Work: 20000}); err != nil {
			t.Fatal(err)
		}
		var once bytes.Buffer
		measures := make([]graph.MeasureID, d.Graph.NumMeasures())
		for i := range measures {
			measures[i] = graph.MeasureID(i)
		}
		if err := exchange.WriteAttackGraph(&once, exchange.Written{Graph: d.Graph, Sel: d.Graph.All(), Measures: measures, Goals: d.Goals}); err != nil {
			t.Fatal(err)
		}
		if again := written(t, once.Bytes()); !bytes.Equal(once.Bytes(), again) {
			t.Fatalf("written once:\n%s\nagain:\n%s", once.Bytes(), again)
		}
	})
}

func checkPlaces(t *testing.T, text []byte, problems models.Problems) {
	t.Helper()
	if len(problems) > 100 {
		t.Fatalf("%d problems", len(problems))
	}
	for _, p := range problems {
		if p.What.IsZero() || p.At.Line < 1 || p.At.Column < 1 || p.At.Line > bytes.Count(text, []byte("\n"))+1 {
			t.Fatalf("problem %+v of an input of %d lines", p, bytes.Count(text, []byte("\n"))+1)
		}
	}
}
