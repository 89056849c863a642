package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/terminal"
)

func storeCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:  "store",
			Usage: "keep cases with their attack graphs and results in a Neo4j store, and ask it questions",
			Description: `A case is named CASE or CASE@VERSION; versions of a case stand side by side, and the one without a name is current.

The store is named by flags, else by the file of --connection, else by the environment: NEO4J_URI, NEO4J_USERNAME,
NEO4J_PASSWORD and NEO4J_DATABASE. The file has the same names, as KEY=VALUE lines. bolt+s:// and neo4j+s:// use TLS
and verify the server's certificate.`,
			Flags: connectionFlags(),
			Subcommands: []*cli.Command{
				storePushCommand(p), storePullCommand(p), storeListCommand(p), storeRemoveCommand(p), storeQueryCommand(p),
				storeSchemaCommand(p), storeStyleCommand(p), storeExportCommand(p),
			},
		},
		Argument: modelFiles(),
		Values: map[string]commandline.Completer{
			"output": commandline.Files(".json"),
		},
	}
}

// connectionFlags are the flags of every command that uses the store.
func connectionFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "uri", Usage: "the store's `ADDRESS`, e.g. neo4j+s://graph.example.org", DefaultText: neo4jstore.DefaultURI},
		&cli.StringFlag{Name: "user", Usage: "log in as `NAME`", DefaultText: neo4jstore.DefaultUsername},
		&cli.StringFlag{Name: "password-file", Usage: "read the password from `FILE`"},
		&cli.StringFlag{Name: "database", Usage: "use the database `NAME`", DefaultText: neo4jstore.DefaultDatabase},
		&cli.StringFlag{Name: "connection", Usage: "read address, user, password and database from `FILE`"},
		&cli.StringFlag{Name: "ca", Usage: "trust servers for which a certificate in `FILE` (PEM) vouches, not the system's"},
	}
}

// connectionOf reads the flags of connectionFlags and what stands behind them.
func (in *invocation) connectionOf() (neo4jstore.Connection, error) {
	at := neo4jstore.Connection{URI: in.line.String("uri"), Username: in.line.String("user"), Database: in.line.String("database")}
	if file := in.line.String("password-file"); file != "" {
		body, err := in.readFlagged("password-file", file)
		if err != nil {
			return at, err
		}
		at.Password = strings.TrimRight(string(body), "\r\n")
	}
	if file := in.line.String("ca"); file != "" {
		body, err := in.readFlagged("ca", file)
		if err != nil {
			return at, err
		}
		at.CA = body
	}
	if file := in.line.String("connection"); file != "" {
		body, err := in.readFlagged("connection", file)
		if err != nil {
			return at, err
		}
		more, err := neo4jstore.ReadConnection(strings.NewReader(string(body)), file)
		if err != nil {
			return at, in.wrong("connection", models.MessageOf(err), models.Message{})
		}
		at = at.Or(more)
	}
	at = at.Or(neo4jstore.ConnectionFrom(in.getenv)).Or(neo4jstore.Connection{URI: neo4jstore.DefaultURI})
	var trouble *neo4jstore.Trouble
	if err := at.Check(); errors.As(err, &trouble) {
		return at, in.misuse(trouble.What, trouble.Remedy)
	}
	return at, nil
}

// largestSetting is the size in bytes of the largest file that readFlagged reads.
const largestSetting = 16 << 20

// readFlagged reads a small file that a flag names.
func (in *invocation) readFlagged(flag, file string) ([]byte, error) {
	body, err := disk.ReadNamed(in.ctx, file, largestSetting)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, in.wrong(flag, models.Messagef("there is no file `%s`", file), models.Message{})
	case errors.Is(err, disk.ErrTooLarge):
		return nil, in.wrong(flag, models.Messagef("`%s` is larger than %d MB", file, largestSetting>>20), models.Message{})
	}
	return body, err
}

// withStore runs work with the store that the flags name.
func (in *invocation) withStore(ctx context.Context, work func(s *neo4jstore.Store) error) (err error) {
	at, err := in.connectionOf()
	if err != nil {
		return err
	}
	if at.Plain() {
		in.remark(models.Messagef("the password and all data travel unencrypted; write bolt+s:// or neo4j+s://"))
	}
	shown := in.follow(-1)
	defer shown.Close()
	s, err := neo4jstore.Open(ctx, at, neo4jstore.Options{Agent: "harmpath/" + version, Progress: func(r neo4jstore.Progress) { shown.Rows(r.Doing, r.Done, r.Total) }})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(ctx)) }()
	return work(s)
}

// caseNamed reads the CASE or CASE@VERSION of a command line.
func (in *invocation) caseNamed(word string) (neo4jstore.Name, error) {
	name, err := neo4jstore.ParseName(word)
	var trouble *neo4jstore.Trouble
	if errors.As(err, &trouble) {
		return name, in.misuse(trouble.What, trouble.Remedy)
	}
	return name, err
}

func storeSchemaCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "make the store's constraints and indexes, and print them",
		Description: "The first push makes them too. With --print nothing is asked of any store.",
		Flags:       []cli.Flag{&cli.BoolFlag{Name: "print", Usage: "print them, and do no more", DisableDefaultText: true}},
		Action:      p.action((*invocation).storeSchema),
	}
}

func (in *invocation) storeSchema() error {
	if !in.line.Bool("print") {
		if err := in.withStore(in.ctx, func(s *neo4jstore.Store) error { return s.Prepare(in.ctx) }); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(in.stdout, strings.Join(neo4jstore.Schema(), ";\n")+";")
	return err
}

func storeStyleCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:   "style",
		Usage:  "print the style sheet with which Neo4j Browser shows cases as harmpath's diagrams do",
		Action: p.action((*invocation).storeStyle),
	}
}

func (in *invocation) storeStyle() error {
	_, err := io.WriteString(in.stdout, neo4jstore.StyleSheet())
	return err
}

func storeListCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:   "list",
		Usage:  "list the cases and versions that the store holds",
		Flags:  []cli.Flag{ownLangFlag()},
		Action: p.action((*invocation).storeList),
	}
}

func (in *invocation) storeList() error {
	return in.withStore(in.ctx, func(s *neo4jstore.Store) error {
		list, err := s.List(in.ctx)
		if err != nil {
			return err
		}
		if in.json {
			return in.printJSON(append([]neo4jstore.Entry{}, list...))
		}
		return in.printEntries(list)
	})
}

func (p *program) printEntries(list []neo4jstore.Entry) error {
	if len(list) == 0 {
		p.say(models.Messagef("the store holds no case; harmpath store push MODEL puts one in"))
		return nil
	}
	var rows [][]string
	for _, e := range list {
		state := strconv.FormatInt(e.Rows, 10)
		if e.Unfinished() {
			state = fmt.Sprintf("unfinished: %d of %d; push it again", e.Done, e.Rows)
		}
		rows = append(rows, []string{e.Case, e.Version, e.Recovery, e.Economic, e.Pushed.UTC().Format(time.RFC3339), state, e.Title.In(p.lang)})
	}
	return terminal.PrintTable(p.stdout, p.screen, []string{"case", "version", "recovery", "economic", "pushed", "rows", "title"}, rows)
}

func storeRemoveCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:        "remove",
		Usage:       "take a case, or one version of it, out of the store",
		ArgsUsage:   "CASE[@VERSION]",
		Description: "Without a version all versions go, and pushes that were not finished.",
		Action:      p.action((*invocation).storeRemove),
	}
}

func (in *invocation) storeRemove() error {
	word := in.names[0]
	name, err := in.caseNamed(word)
	if err != nil {
		return err
	}
	if !strings.Contains(word, "@") {
		name.Version = "" // all
	}
	return in.withStore(in.ctx, func(s *neo4jstore.Store) error {
		n, err := s.Remove(in.ctx, name.Case, name.Version)
		if err != nil {
			return err
		}
		if n == 0 {
			return in.misuse(models.Messagef("the store holds no %s", word), models.Messagef("harmpath store list shows what it holds"))
		}
		in.say(models.Messagef("%s: %d removed", word, n))
		return nil
	})
}

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
func (in *invocation) engineOf() (string, error) {
	engine, err := commandline.Pick(in.line.String("engine"), []string{builtinEngine, storeEngine})
	if err != nil {
		return "", in.wrong("engine", models.MessageOf(err), models.Message{})
	}
	return *engine, nil
}

// analyseInStore answers what follows from reachability, which the store computes in each reading and by each profile. The attack
// graph goes there rule by rule and stays, so that the same case again needs no push; neither it nor a fixpoint is ever
// in this process.
func (in *invocation) analyseInStore(ctx context.Context, read sound) (*models.Result, error) {
	var out *models.Result
	err := in.withStore(ctx, func(s *neo4jstore.Store) (err error) {
		name := neo4jstore.Name{Case: read.system.ID, Version: engineVersion}
		pushed, err := s.Push(ctx, name, neo4jstore.StreamContent(read.system, read.catalog))
		if err != nil {
			return err
		}
		in.tellPushed(pushed)
		in := reachInStore{s, name}
		opt := options(read)
		opt.Reach = &analysis.Reach{Engine: storeEngine, Holds: in.holds}
		out, err = analysis.Run(ctx, read.system, read.catalog, suite.All(), opt)
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
