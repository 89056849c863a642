package neo4jstore_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/harmpath/harmpath/graph/neo4jstore"
)

// ask asks the server without the package under test in between.
func ask(t testing.TB, at neo4jstore.Connection, cypher string, parameters map[string]any) [][]any {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.Username, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	result, err := neo4j.ExecuteQuery(ctx, driver, cypher, parameters, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%v in %s", err, cypher)
	}
	var out [][]any
	for _, r := range result.Records {
		out = append(out, r.Values)
	}
	return out
}

func countOf(t testing.TB, cypher string, parameters map[string]any) int64 {
	t.Helper()
	return ask(t, shared, cypher, parameters)[0][0].(int64)
}

const generationOf = "MATCH (v:Version {slot: $slot}) WITH v.gen + '/' AS prefix MATCH (n:Harmpath) WHERE n.uid STARTS WITH prefix "

func of(name neo4jstore.Name) map[string]any { return map[string]any{"slot": name.String()} }

// mark marks every node of a version.
func mark(t *testing.T, name neo4jstore.Name) {
	t.Helper()
	ask(t, shared, generationOf+"SET n.mark = 1", of(name))
}

// marked counts the nodes that still have their mark, and all.
func marked(t *testing.T, name neo4jstore.Name) (kept, all int64) {
	t.Helper()
	row := ask(t, shared, generationOf+"RETURN count(n.mark), count(n)", of(name))[0]
	return row[0].(int64), row[1].(int64)
}

// dump writes all that a version holds, a node or a relationship a line, without what tells two pushes apart.
func dump(t testing.TB, name neo4jstore.Name) []string {
	t.Helper()
	return dumpAt(t, shared, name)
}

func dumpAt(t testing.TB, at neo4jstore.Connection, name neo4jstore.Name) []string {
	t.Helper()
	gen := ask(t, at, "MATCH (v:Version {slot: $slot}) RETURN v.gen", of(name))[0][0].(string)
	bare := func(v any) string {
		body, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(string(body), gen+"/", "")
	}
	var out []string
	for _, row := range ask(t, at, generationOf+"RETURN n.uid, labels(n), properties(n)", of(name)) {
		props := row[2].(map[string]any)
		for _, own := range []string{"slot", "version", "gen", "revision", "pushed", "mark", "run", "missing"} {
			delete(props, own)
		}
		labels := row[1].([]any)
		slices.SortFunc(labels, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
		out = append(out, bare(row[0])+" "+fmt.Sprint(labels)+" "+bare(props))
	}
	for _, row := range ask(t, at, generationOf+"MATCH (n)-[r]->(m) RETURN n.uid, type(r), properties(r), m.uid", of(name)) {
		out = append(out, bare(row[0])+" "+fmt.Sprint(row[1])+" "+bare(row[2])+" "+bare(row[3]))
	}
	slices.Sort(out)
	return out
}
