package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/neo4jstore"
)

func storeCommand(p *program) subcommand {
	return subcommand{
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
		argument: modelFiles(),
		values: map[string]completer{
			"connection": files(), "password-file": files(), "ca": files(".pem", ".crt"), "catalog": folders, "output": files(".json"),
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
			return at, misuse(c, "--connection: "+err.Error(), "")
		}
		at = at.Or(more)
	}
	at = at.Or(neo4jstore.ConnectionFrom(p.getenv)).Or(neo4jstore.Connection{URI: neo4jstore.DefaultURI})
	var trouble *neo4jstore.Trouble
	if err := at.Check(); errors.As(err, &trouble) {
		return at, misuse(c, trouble.What, trouble.Remedy)
	}
	return at, nil
}

// largestSetting is the size in bytes of the largest file that readFlagged reads.
const largestSetting = 16 << 20

// readFlagged reads a small file that a flag names.
func readFlagged(c *cli.Context, flag, file string) ([]byte, error) {
	body, err := readNamed(c.Context, file, largestSetting)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, misuse(c, "--"+flag+": there is no file "+quoted(file), "")
	case errors.Is(err, errTooLarge):
		return nil, misuse(c, fmt.Sprintf("--%s: %s is larger than %d MB", flag, quoted(file), largestSetting>>20), "")
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
		return name, misuse(c, trouble.What, trouble.Remedy)
	}
	return name, err
}
