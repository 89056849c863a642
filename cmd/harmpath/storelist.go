package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/terminal"
)

func storeListCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:   "list",
		Usage:  "list the cases and versions that the store holds",
		Flags:  []cli.Flag{ownLangFlag()},
		Action: p.storeList,
	}
}

func (p *program) storeList(c *cli.Context) error {
	if err := noArgument(c); err != nil {
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
	word, err := oneArgument(c)
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
			return misuse(c, "the store holds no "+word, "harmpath store list shows what it holds")
		}
		fmt.Fprintf(p.remarks(), "%s: %d removed\n", word, n)
		return nil
	})
}
