package main

import (
	"encoding/json"
	"fmt"

	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/render/terminal"
)

func storeQueryCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     "ask the store one of harmpath's questions, or one of your own in Cypher",
		ArgsUsage: "[NAME|CYPHER]",
		Description: `Without an argument the questions are listed, each with what its answer is worth and its parameters. Whatever has a
blank in it is Cypher; it may only read. Parameters are values and never become part of the text.

   harmpath store query attacks --case gas-water-heater --param effect=scald
   harmpath store query 'MATCH (v:Version)-[:COMPONENTS]->(c:Camera) RETURN v.case, c.id'`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "case", Usage: "ask about `CASE[@VERSION]` (parameter slot)"},
			&cli.StringSliceFlag{Name: "param", Usage: "give a parameter: `NAME=VALUE`; may be given again"},
		},
		Action: p.storeQuery,
	}
}

func (p *program) storeQuery(c *cli.Context) error {
	if c.NArg() == 0 {
		return p.printQuestions()
	}
	word, err := commandline.OneArgument(c)
	if err != nil {
		return err
	}
	cypher, parameters := word, map[string]any{}
	var wanted []neo4jstore.Parameter
	if !strings.ContainsAny(strings.TrimSpace(word), " \t\n") {
		question, err := questionNamed(c, word)
		if err != nil {
			return err
		}
		cypher = question.Cypher
		for _, one := range question.Parameters {
			parameters[one.Name] = one.Default
			if one.Wanted() {
				wanted = append(wanted, one)
			}
		}
	}
	if err := setParameters(c, parameters, cypher == word); err != nil {
		return err
	}
	for _, one := range wanted {
		if parameters[one.Name] == "" {
			return lacking(c, one)
		}
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		answer, err := s.Ask(c.Context, cypher, parameters)
		if err != nil {
			return err
		}
		if p.json {
			return p.printJSON(answer)
		}
		return p.printAnswer(answer)
	})
}

func questionNamed(c *cli.Context, word string) (neo4jstore.Question, error) {
	all := neo4jstore.Questions()
	var names []string
	for _, q := range all {
		if q.Name == word {
			return q, nil
		}
		names = append(names, q.Name)
	}
	remedy := commandline.DidYouMean(word, names)
	if remedy == "" {
		remedy = "there are " + strings.Join(names, ", ")
	}
	return neo4jstore.Question{}, commandline.Misuse(c, "there is no question "+commandline.Quoted(word), remedy)
}

// setParameters takes the values of --case and --param; of one of harmpath's questions only those that it has.
func setParameters(c *cli.Context, parameters map[string]any, own bool) error {
	if word := c.String("case"); word != "" {
		name, err := caseNamed(c, word)
		if err != nil {
			return err
		}
		parameters["slot"] = name.String()
	}
	for _, pair := range c.StringSlice("param") {
		name, value, assigned := strings.Cut(pair, "=")
		_, known := parameters[name]
		switch {
		case !assigned:
			return commandline.Misuse(c, "--param: "+commandline.Quoted(pair)+" gives no value", "write NAME=VALUE")
		case !known && !own:
			return commandline.Misuse(c, "--param: the question has no parameter "+commandline.Quoted(name), "harmpath store query lists the questions")
		case own && json.Valid([]byte(value)):
			var typed any
			if err := json.Unmarshal([]byte(value), &typed); err != nil {
				return err
			}
			parameters[name] = typed
		default:
			parameters[name] = value
		}
	}
	return nil
}

// lacking says which parameter has no value.
func lacking(c *cli.Context, p neo4jstore.Parameter) error {
	if p.Name == "slot" {
		return commandline.Misuse(c, "the question is about a case", "name it with --case CASE[@VERSION]")
	}
	return commandline.Misuse(c, "the question wants "+p.Name+", "+p.Means, "give it with --param "+p.Name+"=…")
}

func (p *program) printQuestions() error {
	all := neo4jstore.Questions()
	if p.json {
		return p.printJSON(all)
	}
	for _, q := range all {
		lines := []string{p.screen.Strong(q.Name), "   " + q.Asks, "   " + q.Promise}
		for _, one := range q.Parameters {
			preset := ""
			if one.Default != "" {
				preset = " (default " + one.Default + ")"
			}
			lines = append(lines, "   --param "+one.Name+"=…: "+one.Means+preset)
		}
		if _, err := fmt.Fprintln(p.stdout, terminal.Wrapped(strings.Join(lines, "\n"), p.screen.Width)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) printAnswer(a neo4jstore.Answer) error {
	if len(a.Rows) == 0 {
		fmt.Fprintln(p.remarks(), "no answer")
		return nil
	}
	rows := make([][]string, len(a.Rows))
	for i, row := range a.Rows {
		for _, cell := range row {
			rows[i] = append(rows[i], cellText(cell))
		}
	}
	return terminal.PrintTable(p.stdout, p.screen, a.Columns, rows)
}

// cellText writes a value for people.
func cellText(v any) string {
	switch x := v.(type) {
	case nil:
		return "–"
	case string:
		return x
	case []any:
		words := make([]string, len(x))
		for i := range x {
			words[i] = cellText(x[i])
		}
		return strings.Join(words, " ")
	case float64:
		return number(x)
	case map[string]any:
		body, err := json.Marshal(x)
		if err == nil {
			return string(body)
		}
	}
	return fmt.Sprint(v)
}
