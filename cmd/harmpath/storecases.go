package main

import (
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

	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
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
		Action: p.action((*invocation).storeQuery),
	}
}

func (in *invocation) storeQuery() error {
	if len(in.names) == 0 {
		return in.printQuestions()
	}
	word := in.names[0]
	cypher, parameters := word, map[string]any{}
	var wanted []neo4jstore.Parameter
	if !strings.ContainsAny(strings.TrimSpace(word), " \t\n") {
		question, err := in.questionNamed(word)
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
	if err := in.setParameters(parameters, cypher == word); err != nil {
		return err
	}
	for _, one := range wanted {
		if parameters[one.Name] == "" {
			return in.lacking(one)
		}
	}
	return in.withStore(in.ctx, func(s *neo4jstore.Store) error {
		answer, err := s.Ask(in.ctx, cypher, parameters)
		if err != nil {
			return err
		}
		if in.json {
			return in.printJSON(answer)
		}
		return in.printAnswer(answer)
	})
}

func (in *invocation) questionNamed(word string) (neo4jstore.Question, error) {
	all := neo4jstore.Questions()
	var names []string
	for _, q := range all {
		if q.Name == word {
			return q, nil
		}
		names = append(names, q.Name)
	}
	return neo4jstore.Question{}, in.misuse(models.Messagef("there is no question `%s`", word), models.Meant(word, names))
}

// setParameters takes the values of --case and --param; of one of harmpath's questions only those that it has.
func (in *invocation) setParameters(parameters map[string]any, own bool) error {
	if word := in.line.String("case"); word != "" {
		name, err := in.caseNamed(word)
		if err != nil {
			return err
		}
		parameters["slot"] = name.String()
	}
	for _, pair := range in.line.StringSlice("param") {
		name, value, assigned := strings.Cut(pair, "=")
		_, known := parameters[name]
		switch {
		case !assigned:
			return in.wrong("param", models.Messagef("`%s` gives no value", pair), models.Messagef("write NAME=VALUE"))
		case !known && !own:
			return in.wrong("param", models.Messagef("the question has no parameter `%s`", name), models.Messagef("harmpath store query lists the questions"))
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
func (in *invocation) lacking(p neo4jstore.Parameter) error {
	if p.Name == "slot" {
		return in.misuse(models.Messagef("the question is about a case"), models.Messagef("name it with --case CASE[@VERSION]"))
	}
	return in.misuse(models.Messagef("the question wants %s, %s", p.Name, models.Foreign(p.Means)), models.Messagef("give it with --param %s=…", p.Name))
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
		p.say(models.Messagef("no answer"))
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
		Description: `Each MODEL is a file, a case folder, or - for standard input. What the store holds already is left alone; readers see the case as it was
before or as it is then, never half of it. A push that was interrupted goes on when it is made again.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "as", Usage: "push as the version `NAME`", Value: neo4jstore.DefaultVersion},
			&cli.BoolFlag{Name: "stream", Usage: "ground rule by rule and push no result: for attack graphs that outgrow the memory", DisableDefaultText: true},
			catalogFlag(), strictFlag(),
		},
		Action: p.action((*invocation).storePush),
	}
}

func (in *invocation) storePush() error {
	cases, names, err := in.pushedModels()
	if err != nil {
		return err
	}
	return in.withStore(in.ctx, func(s *neo4jstore.Store) error {
		done := []neo4jstore.Pushed{}
		for i, read := range cases {
			content, err := in.contentOf(read)
			if err != nil {
				return err
			}
			told, err := s.Push(in.ctx, names[i], content)
			if err != nil {
				return err
			}
			in.tellPushed(told)
			done = append(done, told)
		}
		if in.json {
			return in.printJSON(done)
		}
		return nil
	})
}

// pushedModels reads all models of the command line before any is pushed.
func (in *invocation) pushedModels() ([]sound, []neo4jstore.Name, error) {
	var cases []sound
	var names []neo4jstore.Name
	for _, file := range in.names {
		read, err := in.readCase(file)
		if err != nil {
			return nil, nil, err
		}
		name, err := in.caseNamed(string(read.system.ID) + "@" + in.line.String("as"))
		if err != nil {
			return nil, nil, err
		}
		for _, other := range names {
			if other == name {
				return nil, nil, in.misuse(models.Messagef("two models are the case `%s`", name.Case), models.Messagef("push them one after the other, with --as as two versions"))
			}
		}
		cases, names = append(cases, read), append(names, name)
	}
	return cases, names, nil
}

// contentOf grounds and analyses a case for the store, or lets the store be fed rule by rule.
func (in *invocation) contentOf(read sound) (neo4jstore.Content, error) {
	if in.line.Bool("stream") {
		return neo4jstore.StreamContent(read.system, read.catalog), nil
	}
	grounded, err := ground.New(read.system, read.catalog)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	result, err := in.analyse(in.ctx, read)
	if err != nil {
		return neo4jstore.Content{}, err
	}
	return neo4jstore.CaseContent(read.system, grounded, result), nil
}

func (p *program) tellPushed(told neo4jstore.Pushed) {
	switch {
	case told.Unchanged:
		p.say(models.Messagef("%s: nothing to change; %d nodes, %d relationships", told.Name, told.Nodes, told.Rels))
	default:
		p.say(models.Messagef("%s: %d nodes added, %d changed, %d removed; now %d nodes, %d relationships",
			told.Name, told.Added, told.Changed, told.Removed, told.Nodes, told.Rels))
	}
	if told.Uncleared != nil {
		p.say(models.Messagef("%s: what was there before takes up room until the next push: %s", told.Name, models.MessageOf(told.Uncleared)))
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
		Action: p.action((*invocation).storePull),
	}
}

func (in *invocation) storePull() error {
	word := in.names[0]
	name, err := in.caseNamed(word)
	if err != nil {
		return err
	}
	known, err := in.readCatalog()
	if err != nil {
		return err
	}
	return in.withStore(in.ctx, func(s *neo4jstore.Store) error {
		pulled, err := s.Pull(in.ctx, name)
		if err != nil {
			return err
		}
		if pulled.Catalog != neo4jstore.Fingerprint(known) {
			in.remark(models.Messagef("%s was pushed under another catalog, which the store does not hold: its result may differ", name))
		}
		body, err := encoded(pulled.System)
		if err != nil {
			return err
		}
		return in.write(body, in.stdout)
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
		Action: p.action((*invocation).storeExport),
	}
}

func (in *invocation) storeExport() error {
	folder := in.line.String("output")
	if folder == "" {
		return in.misuse(models.Messagef("the folder to write into is missing"), models.Messagef("name it with -o DIR"))
	}
	cases, names, err := in.pushedModels()
	if err != nil {
		return err
	}
	if err := in.emptyFolder(folder); err != nil {
		return err
	}
	contents := map[neo4jstore.Name]neo4jstore.Content{}
	for i, read := range cases {
		if contents[names[i]], err = in.contentOf(read); err != nil {
			return err
		}
	}
	written, err := neo4jstore.Export(contents, time.Now(), func(name string) (io.WriteCloser, error) {
		return os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	})
	if err != nil {
		return failed(models.Messagef("export"), err)
	}
	if in.json {
		return in.printJSON(map[string]any{"folder": filepath.ToSlash(folder), "files": written, "arguments": neo4jstore.ImportArguments(written)})
	}
	_, err = fmt.Fprintf(in.stdout, "cd %s\nneo4j-admin database import full neo4j --overwrite-destination \\\n  %s\n",
		terminal.VisibleLine(filepath.ToSlash(folder)), strings.Join(neo4jstore.ImportArguments(written), " \\\n  "))
	return err
}

// emptyFolder makes a folder, and wants nothing in it.
func (in *invocation) emptyFolder(folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(folder, 0o777)
	case err != nil:
		return err
	case len(entries) > 0:
		return in.misuse(models.Messagef("the folder `%s` is not empty", folder), models.Messagef("name a new one"))
	}
	return nil
}
