package neo4jstore

import (
	"context"
	"errors"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Schema lists the statements that make the store ready, in order; each may be run again. Community Edition is enough:
// uniqueness is the only kind of constraint among them.
func Schema() []string {
	return []string{
		"CREATE CONSTRAINT harmpath_uid IF NOT EXISTS FOR (n:Harmpath) REQUIRE n.uid IS UNIQUE",
		"CREATE CONSTRAINT harmpath_case IF NOT EXISTS FOR (n:Case) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT harmpath_version IF NOT EXISTS FOR (n:Version) REQUIRE n.slot IS UNIQUE",
		"CREATE CONSTRAINT harmpath_staging IF NOT EXISTS FOR (n:Staging) REQUIRE n.key IS UNIQUE",
		"CREATE INDEX harmpath_component IF NOT EXISTS FOR (n:Component) ON (n.id)",
		"CREATE INDEX harmpath_effect IF NOT EXISTS FOR (n:Effect) ON (n.id)",
		"CREATE INDEX harmpath_fact IF NOT EXISTS FOR (n:Fact) ON (n.id)",
		"CREATE INDEX harmpath_frontier IF NOT EXISTS FOR (n:Frontier) ON (n.run)",
	}
}

// Prepare makes the store ready for pushes. It changes nothing where it is.
func (s *Store) Prepare(ctx context.Context) error {
	ready, err := s.ready(ctx)
	if err != nil || ready {
		return err
	}
	for _, statement := range append(Schema(), "CALL db.awaitIndexes(300)") {
		err := s.write(ctx, "prepare the store", func(tx transaction) error {
			_, err := tx.do(statement, nil)
			return err
		})
		if err != nil && !isThere(err) {
			return err
		}
	}
	return nil
}

// isThere tells whether another client made a constraint or an index at the same time: IF NOT EXISTS looks before the
// statement waits for its turn.
func isThere(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Schema.") && strings.HasSuffix(server.Code, "AlreadyExists")
}

// ready tells whether all constraints and indexes are there: asking is cheaper than making them, and is allowed to
// readers too.
func (s *Store) ready(ctx context.Context) (bool, error) {
	var there int64
	err := s.read(ctx, "look at the store's schema", func(tx transaction) (err error) {
		there, err = tx.count("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'harmpath_' AND state = 'ONLINE' RETURN count(*)", nil)
		return err
	})
	return there == int64(len(Schema())), err
}
