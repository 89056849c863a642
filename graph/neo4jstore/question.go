package neo4jstore

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

//go:embed questions/*.cypher
var questionFiles embed.FS

// Question is a documented question to the store.
type Question struct {
	Name       string
	Asks       string // what it asks, in a sentence
	Promise    string // what its answer is worth: whether it obeys AND, whether it is what the analyses found
	Parameters []Parameter
	Cypher     string // the whole file
}

// Parameter is one of a question's parameters.
type Parameter struct {
	Name    string
	Default string
	Means   string
}

// Wanted tells whether the question makes no sense without a value: it has no default, and empty does not mean all.
func (p Parameter) Wanted() bool { return p.Default == "" && !strings.Contains(p.Means, "empty: all") }

// Questions lists the questions that come with harmpath, by name.
func Questions() []Question {
	files, err := fs.Glob(questionFiles, "questions/*.cypher")
	if err != nil {
		panic("neo4jstore: " + err.Error())
	}
	var out []Question
	for _, file := range files {
		body, err := questionFiles.ReadFile(file)
		if err != nil {
			panic("neo4jstore: " + err.Error())
		}
		out = append(out, parseQuestion(strings.TrimSuffix(path.Base(file), ".cypher"), string(body)))
	}
	slices.SortFunc(out, func(a, b Question) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// parseQuestion reads the comment at the head of a question: `// Asks: …`, `// Promise: …`, and for each parameter
// `// $name = default: what it means`; a line with more blanks goes on with the one before.
func parseQuestion(name, body string) Question {
	q := Question{Name: name, Cypher: body}
	var last *string
	for line := range strings.Lines(body) {
		text, comment := strings.CutPrefix(strings.TrimRight(line, "\n"), "// ")
		switch key, rest, _ := strings.Cut(text, ": "); {
		case !comment:
			return q
		case key == "Asks":
			q.Asks, last = rest, &q.Asks
		case key == "Promise":
			q.Promise, last = rest, &q.Promise
		case strings.HasPrefix(key, "$"):
			parameter, preset, _ := strings.Cut(key[1:], " = ")
			q.Parameters = append(q.Parameters, Parameter{parameter, preset, rest})
			last = &q.Parameters[len(q.Parameters)-1].Means
		case last != nil:
			*last += " " + strings.TrimSpace(text)
		}
	}
	return q
}

// Answer is a table.
type Answer struct {
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
}

// Ask asks a question in Cypher. It may only read. Parameters are values, never text.
func (s *Store) Ask(ctx context.Context, cypher string, parameters map[string]any) (Answer, error) {
	var out Answer
	err := s.read(ctx, "ask", func(tx transaction) error {
		result, err := tx.tx.Run(ctx, cypher, parameters)
		if err != nil {
			return err
		}
		if out.Columns, err = result.Keys(); err != nil {
			return err
		}
		out.Rows = [][]any{}
		for result.Next(ctx) {
			row := make([]any, len(out.Columns))
			for i, v := range result.Record().Values {
				row[i] = shown(v)
			}
			out.Rows = append(out.Rows, row)
		}
		return result.Err()
	})
	return out, err
}

// shown turns what only the driver knows into words, numbers, lists and maps.
func shown(v any) any {
	switch x := v.(type) {
	case dbtype.Node:
		return map[string]any{"labels": x.Labels, "properties": shownMap(x.Props)}
	case dbtype.Relationship:
		return map[string]any{"type": x.Type, "properties": shownMap(x.Props)}
	case dbtype.Path:
		var list []any
		for i, n := range x.Nodes {
			list = append(list, shown(n))
			if i < len(x.Relationships) {
				list = append(list, shown(x.Relationships[i]))
			}
		}
		return list
	case []any:
		list := make([]any, len(x))
		for i := range x {
			list[i] = shown(x[i])
		}
		return list
	case map[string]any:
		return shownMap(x)
	case nil, bool, int64, float64, string:
		return x
	}
	return fmt.Sprint(v)
}

func shownMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = shown(v)
	}
	return out
}
