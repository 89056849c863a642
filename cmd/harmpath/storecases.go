package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/graph/ground"
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

func storePushCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "push",
		Usage:     "make the store hold cases as their models say, with attack graphs and results",
		ArgsUsage: "MODEL...",
		Description: `Each MODEL is a file or a case folder. What the store holds already is left alone; readers see the case as it was
before or as it is then, never half of it. A push that was interrupted goes on when it is made again.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "as", Usage: "push as the version `NAME`", Value: neo4jstore.DefaultVersion},
			&cli.BoolFlag{Name: "stream", Usage: "ground rule by rule and push no result: for attack graphs that outgrow the memory", DisableDefaultText: true},
			catalogFlag(), strictFlag(),
		},
		Action: p.storePush,
	}
}

func (p *program) storePush(c *cli.Context) error {
	models, names, err := p.pushedModels(c)
	if err != nil {
		return err
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		done := []neo4jstore.Pushed{}
		for i, read := range models {
			content, err := p.contentOf(c, read)
			if err != nil {
				return err
			}
			told, err := s.Push(c.Context, names[i], content)
			if err != nil {
				return err
			}
			p.tellPushed(told)
			done = append(done, told)
		}
		if p.json {
			return p.printJSON(done)
		}
		return nil
	})
}

// pushedModels reads all models of the command line before any is pushed.
func (p *program) pushedModels(c *cli.Context) ([]sound, []neo4jstore.Name, error) {
	if c.NArg() == 0 {
		return nil, nil, commandline.Misuse(c, "MODEL is missing", "write "+c.Command.HelpName+" "+c.Command.ArgsUsage)
	}
	var models []sound
	var names []neo4jstore.Name
	for _, file := range c.Args().Slice() {
		read, err := p.readCase(c, file)
		if err != nil {
			return nil, nil, err
		}
		name, err := caseNamed(c, string(read.system.ID)+"@"+c.String("as"))
		if err != nil {
			return nil, nil, err
		}
		for _, other := range names {
			if other == name {
				return nil, nil, commandline.Misuse(c, "two models are the case "+commandline.Quoted(string(name.Case)), "push them one after the other, with --as as two versions")
			}
		}
		models, names = append(models, read), append(names, name)
	}
	return models, names, nil
}

// contentOf grounds and analyses a case for the store, or lets the store be fed rule by rule.
func (p *program) contentOf(c *cli.Context, read sound) (neo4jstore.Content, error) {
	if c.Bool("stream") {
		return neo4jstore.StreamContent(read.system, read.catalog), nil
	}
	grounded, err := ground.New(read.system, read.catalog)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	result, err := p.analyse(c, read)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	return neo4jstore.CaseContent(read.system, grounded, result), nil
}

func (p *program) tellPushed(told neo4jstore.Pushed) {
	switch {
	case told.Unchanged:
		fmt.Fprintf(p.remarks(), "%s: nothing to change; %d nodes, %d relationships\n", told.Name, told.Nodes, told.Rels)
	default:
		fmt.Fprintf(p.remarks(), "%s: %d nodes added, %d changed, %d removed; now %d nodes, %d relationships\n",
			told.Name, told.Added, told.Changed, told.Removed, told.Nodes, told.Rels)
	}
	if told.Uncleared != nil {
		fmt.Fprintf(p.remarks(), "%s: what was there before takes up room until the next push: %v\n", told.Name, told.Uncleared)
	}
}

func storePullCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "pull",
		Usage:     "write the model of a case in the store as a file",
		ArgsUsage: "CASE[@VERSION]",
		Description: `The model is written as JSON, which every command reads as a MODEL; it analyses to the same result. What
the store does not hold:

   ` + strings.Join(neo4jstore.Lost(), "\n   "),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			catalogFlag(),
		},
		Action: p.storePull,
	}
}

func (p *program) storePull(c *cli.Context) error {
	word, err := commandline.OneArgument(c)
	if err != nil {
		return err
	}
	name, err := caseNamed(c, word)
	if err != nil {
		return err
	}
	known, err := readCatalog(c)
	if err != nil {
		return err
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		pulled, err := s.Pull(c.Context, name)
		if err != nil {
			return err
		}
		if pulled.Catalog != neo4jstore.Fingerprint(known) {
			fmt.Fprintf(p.remarks(), "harmpath: %s was pushed under another catalog, which the store does not hold: its result may differ\n", name)
		}
		var body bytes.Buffer
		encoder := json.NewEncoder(&body)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(pulled.System); err != nil {
			return err
		}
		if file := c.String("output"); file != "" {
			return p.disk.WriteFile(file, body.Bytes())
		}
		_, err = p.stdout.Write(body.Bytes())
		return err
	})
}

func storeExportCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "export-csv",
		Usage:     "write cases as files for neo4j-admin, which fills a new database from them fast",
		ArgsUsage: "MODEL...",
		Description: `No store is asked. How to import the files is printed; harmpath store schema then makes constraints and indexes. With
--stream attack graphs are grounded rule by rule and may outgrow the memory.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into the folder `DIR`, which is to be empty", Required: false},
			&cli.StringFlag{Name: "as", Usage: "export as the version `NAME`", Value: neo4jstore.DefaultVersion},
			&cli.BoolFlag{Name: "stream", Usage: "ground rule by rule and export no result", DisableDefaultText: true},
			catalogFlag(), strictFlag(),
		},
		Action: p.storeExport,
	}
}

func (p *program) storeExport(c *cli.Context) error {
	folder := c.String("output")
	if folder == "" {
		return commandline.Misuse(c, "the folder to write into is missing", "name it with -o DIR")
	}
	models, names, err := p.pushedModels(c)
	if err != nil {
		return err
	}
	if err := emptyFolder(c, folder); err != nil {
		return err
	}
	contents := map[neo4jstore.Name]neo4jstore.Content{}
	for i, read := range models {
		if contents[names[i]], err = p.contentOf(c, read); err != nil {
			return err
		}
	}
	written, err := neo4jstore.Export(contents, time.Now(), func(name string) (io.WriteCloser, error) {
		return os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if p.json {
		return p.printJSON(map[string]any{"folder": filepath.ToSlash(folder), "files": written, "arguments": neo4jstore.ImportArguments(written)})
	}
	_, err = fmt.Fprintf(p.stdout, "cd %s\nneo4j-admin database import full neo4j --overwrite-destination \\\n  %s\n",
		terminal.VisibleLine(filepath.ToSlash(folder)), strings.Join(neo4jstore.ImportArguments(written), " \\\n  "))
	return err
}

// emptyFolder makes a folder, and wants nothing in it.
func emptyFolder(c *cli.Context, folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(folder, 0o777)
	case err != nil:
		return err
	case len(entries) > 0:
		return commandline.Misuse(c, "the folder "+commandline.Quoted(folder)+" is not empty", "name a new one")
	}
	return nil
}
