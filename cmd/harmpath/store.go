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
			"connection": commandline.Files(), "password-file": commandline.Files(), "ca": commandline.Files(".pem", ".crt"), "catalog": commandline.Folders, "output": commandline.Files(".json"),
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
func (p *program) connectionOf(c *cli.Context) (neo4jstore.Connection, error) {
	at := neo4jstore.Connection{URI: c.String("uri"), Username: c.String("user"), Database: c.String("database")}
	if file := c.String("password-file"); file != "" {
		body, err := readFlagged(c, "password-file", file)
		if err != nil {
			return at, err
		}
		at.Password = strings.TrimRight(string(body), "\r\n")
	}
	if file := c.String("ca"); file != "" {
		body, err := readFlagged(c, "ca", file)
		if err != nil {
			return at, err
		}
		at.CA = body
	}
	if file := c.String("connection"); file != "" {
		body, err := readFlagged(c, "connection", file)
		if err != nil {
			return at, err
		}
		more, err := neo4jstore.ReadConnection(strings.NewReader(string(body)), file)
		if err != nil {
			return at, commandline.Misuse(c, "--connection: "+err.Error(), "")
		}
		at = at.Or(more)
	}
	at = at.Or(neo4jstore.ConnectionFrom(p.getenv)).Or(neo4jstore.Connection{URI: neo4jstore.DefaultURI})
	var trouble *neo4jstore.Trouble
	if err := at.Check(); errors.As(err, &trouble) {
		return at, commandline.Misuse(c, trouble.What, trouble.Remedy)
	}
	return at, nil
}

// largestSetting is the size in bytes of the largest file that readFlagged reads.
const largestSetting = 16 << 20

// readFlagged reads a small file that a flag names.
func readFlagged(c *cli.Context, flag, file string) ([]byte, error) {
	body, err := disk.ReadNamed(c.Context, file, largestSetting)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, commandline.Misuse(c, "--"+flag+": there is no file "+commandline.Quoted(file), "")
	case errors.Is(err, disk.ErrTooLarge):
		return nil, commandline.Misuse(c, fmt.Sprintf("--%s: %s is larger than %d MB", flag, commandline.Quoted(file), largestSetting>>20), "")
	}
	return body, err
}

// withStore runs work with the store that the flags name.
func (p *program) withStore(c *cli.Context, work func(s *neo4jstore.Store) error) (err error) {
	at, err := p.connectionOf(c)
	if err != nil {
		return err
	}
	if at.Plain() {
		fmt.Fprintln(p.remarks(), "harmpath: the password and all data travel unencrypted; write bolt+s:// or neo4j+s://")
	}
	shown := p.follow(-1)
	defer shown.Close()
	s, err := neo4jstore.Open(c.Context, at, neo4jstore.Options{Agent: "harmpath/" + version, Progress: func(r neo4jstore.Progress) { shown.Rows(r.Doing, r.Done, r.Total) }})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(c.Context)) }()
	return work(s)
}

// caseNamed reads the CASE or CASE@VERSION of a command line.
func caseNamed(c *cli.Context, word string) (neo4jstore.Name, error) {
	name, err := neo4jstore.ParseName(word)
	var trouble *neo4jstore.Trouble
	if errors.As(err, &trouble) {
		return name, commandline.Misuse(c, trouble.What, trouble.Remedy)
	}
	return name, err
}

func storeSchemaCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "make the store's constraints and indexes, and print them",
		Description: "The first push makes them too. With --print nothing is asked of any store.",
		Flags:       []cli.Flag{&cli.BoolFlag{Name: "print", Usage: "print them, and do no more", DisableDefaultText: true}},
		Action: func(c *cli.Context) error {
			if err := commandline.NoArgument(c); err != nil {
				return err
			}
			if !c.Bool("print") {
				err := p.withStore(c, func(s *neo4jstore.Store) error { return s.Prepare(c.Context) })
				if err != nil {
					return err
				}
			}
			_, err := fmt.Fprintln(p.stdout, strings.Join(neo4jstore.Schema(), ";\n")+";")
			return err
		},
	}
}

func storeStyleCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:  "style",
		Usage: "print the style sheet with which Neo4j Browser shows cases as harmpath's diagrams do",
		Action: func(c *cli.Context) error {
			if err := commandline.NoArgument(c); err != nil {
				return err
			}
			_, err := io.WriteString(p.stdout, neo4jstore.StyleSheet())
			return err
		},
	}
}

func storeListCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:   "list",
		Usage:  "list the cases and versions that the store holds",
		Flags:  []cli.Flag{ownLangFlag()},
		Action: p.storeList,
	}
}

func (p *program) storeList(c *cli.Context) error {
	if err := commandline.NoArgument(c); err != nil {
		return err
	}
	lang, err := p.langOf(c)
	if err != nil {
		return err
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		list, err := s.List(c.Context)
		if err != nil {
			return err
		}
		if p.json {
			return p.printJSON(append([]neo4jstore.Entry{}, list...))
		}
		return p.printEntries(list, lang)
	})
}

func (p *program) printEntries(list []neo4jstore.Entry, lang models.Lang) error {
	if len(list) == 0 {
		fmt.Fprintln(p.remarks(), "the store holds no case; harmpath store push MODEL puts one in")
		return nil
	}
	var rows [][]string
	for _, e := range list {
		state := strconv.FormatInt(e.Rows, 10)
		if e.Unfinished() {
			state = fmt.Sprintf("unfinished: %d of %d; push it again", e.Done, e.Rows)
		}
		rows = append(rows, []string{e.Case, e.Version, e.Recovery, e.Economic, e.Pushed.UTC().Format(time.RFC3339), state, e.Title.In(lang)})
	}
	return terminal.PrintTable(p.stdout, p.screen, []string{"case", "version", "recovery", "economic", "pushed", "rows", "title"}, rows)
}

func storeRemoveCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:        "remove",
		Usage:       "take a case, or one version of it, out of the store",
		ArgsUsage:   "CASE[@VERSION]",
		Description: "Without a version all versions go, and pushes that were not finished.",
		Action:      p.storeRemove,
	}
}

func (p *program) storeRemove(c *cli.Context) error {
	word, err := commandline.OneArgument(c)
	if err != nil {
		return err
	}
	name, err := caseNamed(c, word)
	if err != nil {
		return err
	}
	if !strings.Contains(word, "@") {
		name.Version = "" // all
	}
	return p.withStore(c, func(s *neo4jstore.Store) error {
		n, err := s.Remove(c.Context, name.Case, name.Version)
		if err != nil {
			return err
		}
		if n == 0 {
			return commandline.Misuse(c, "the store holds no "+word, "harmpath store list shows what it holds")
		}
		fmt.Fprintf(p.remarks(), "%s: %d removed\n", word, n)
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
func engineOf(c *cli.Context) (string, error) {
	engine, err := commandline.Pick(c.String("engine"), []string{builtinEngine, storeEngine})
	if err != nil {
		return "", commandline.Misuse(c, "--engine: "+err.Error(), "")
	}
	return *engine, nil
}

// analyseInStore answers what follows from reachability, which the store computes in each reading and by each profile. The attack
// graph goes there rule by rule and stays, so that the same case again needs no push; neither it nor a fixpoint is ever
// in this process.
func (p *program) analyseInStore(c *cli.Context, read sound) (*models.Result, error) {
	var out *models.Result
	err := p.withStore(c, func(s *neo4jstore.Store) (err error) {
		name := neo4jstore.Name{Case: read.system.ID, Version: engineVersion}
		pushed, err := s.Push(c.Context, name, neo4jstore.StreamContent(read.system, read.catalog))
		if err != nil {
			return err
		}
		p.tellPushed(pushed)
		in := reachInStore{s, name}
		opt := options(read)
		opt.Reach = &analysis.Reach{Engine: storeEngine, Holds: in.holds}
		out, err = analysis.Run(c.Context, read.system, read.catalog, suite.All(), opt)
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
