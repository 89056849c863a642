package neo4jstore

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Store is an open Neo4j store. It is safe for concurrent use.
type Store struct {
	at      Connection
	driver  neo4j.DriverWithContext
	options Options
}

// Options say how a store is used. The zero value is the default.
type Options struct {
	Patience time.Duration // how long to go on trying when the server does not answer any more; 0: 30 s
	Greeting time.Duration // how long to wait for the server's first words; 0: 15 s
	Batch    int           // rows in a batch; 0: 5,000; fewer where the server has too little memory
	Single   int           // rows up to which a push is one transaction; 0: 50,000
	Agent    string        // how to introduce oneself; "": harmpath

	Progress func(Progress) // called after each batch; may be nil
}

// Progress is how far a long piece of work is.
type Progress struct {
	Doing       string // what is being done
	Done, Total int64  // rows; a Total of 0 is not known
}

// Open connects to a store and makes sure that it can be used. Its errors are of type *Trouble where there is a
// remedy.
func Open(ctx context.Context, at Connection, options Options) (*Store, error) {
	at = at.Or(Connection{URI: DefaultURI, Username: DefaultUsername, Database: DefaultDatabase})
	if err := at.Check(); err != nil {
		return nil, err
	}
	trust, err := at.trust()
	if err != nil {
		return nil, err
	}
	options = options.withDefaults()
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.Username, at.Password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = 20 * time.Second
		c.TelemetryDisabled = true
		c.UserAgent = options.Agent
		c.TlsConfig = trust
	})
	if err != nil {
		return nil, fmt.Errorf("the address %s of the store: %w", at.URI, err)
	}
	s := &Store{at: at, driver: driver, options: options}
	greeting, stop := context.WithTimeout(ctx, options.Greeting)
	defer stop()
	if err := s.try(greeting); err != nil {
		if ctx.Err() == nil && greeting.Err() != nil {
			err = &Trouble{models.Messagef("what listens at %s does not answer as a Neo4j server does", at.URI), models.Messagef("write Bolt's port, which is 7687 by default"), err}
		}
		return nil, errors.Join(at.explain("connect to "+at.String(), err), driver.Close(ctx))
	}
	return s, nil
}

// trust returns how servers are verified: always, by the authorities named or by the system's.
func (c Connection) trust() (*tls.Config, error) {
	out := &tls.Config{MinVersion: tls.VersionTLS12}
	if c.CA == nil {
		return out, nil
	}
	out.RootCAs = x509.NewCertPool()
	if !out.RootCAs.AppendCertsFromPEM(c.CA) {
		return nil, &Trouble{What: models.Messagef("the file of authorities holds no certificate"), Remedy: models.Messagef("it is to be in PEM: -----BEGIN CERTIFICATE-----")}
	}
	return out, nil
}

func (o Options) withDefaults() Options {
	if o.Patience == 0 {
		o.Patience = 30 * time.Second
	}
	if o.Greeting == 0 {
		o.Greeting = 15 * time.Second
	}
	if o.Batch == 0 {
		o.Batch = 5_000
	}
	if o.Single == 0 {
		o.Single = 50_000
	}
	if o.Agent == "" {
		o.Agent = "harmpath"
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return o
}

// try asks the server who it is and whether the database is there.
func (s *Store) try(ctx context.Context) error {
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return err
	}
	if err := checkRelease(info.Agent()); err != nil {
		return err
	}
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.at.Database, AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// Close ends the connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// write runs work in a transaction, again where the connection breaks or another transaction is in the way: work must
// look at what is there, not at what it did before.
func (s *Store) write(ctx context.Context, doing string, work func(tx transaction) error) error {
	return s.transact(ctx, neo4j.AccessModeWrite, doing, work)
}

// read runs work in a transaction that may not write.
func (s *Store) read(ctx context.Context, doing string, work func(tx transaction) error) error {
	return s.transact(ctx, neo4j.AccessModeRead, doing, work)
}

// transact runs work until it is done, the patience ends or trying again is no use. It takes the place of the driver's
// transaction functions: those try a transaction again that the server has no memory for, and do not try one again
// whose connection broke during the commit. Nobody knows whether that one happened; work finds out when it looks.
func (s *Store) transact(ctx context.Context, mode neo4j.AccessMode, doing string, work func(tx transaction) error) error {
	const shortest, longest = 100 * time.Millisecond, 2 * time.Second
	pause := shortest
	for end := time.Now().Add(s.options.Patience); ; pause = min(2*pause, longest) {
		err := s.once(ctx, mode, work)
		switch {
		case outOfMemory(err):
			return fmt.Errorf("%w: %w", errTooLarge, err)
		case !lost(err) && !neo4j.IsRetryable(err), time.Now().After(end):
			return s.at.explain(doing, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// once runs work in one transaction.
func (s *Store) once(ctx context.Context, mode neo4j.AccessMode, work func(tx transaction) error) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{
		DatabaseName: s.at.Database, AccessMode: mode, FetchSize: 5_000,
		BookmarkManager: s.driver.ExecuteQueryBookmarkManager(), // what was written is seen by what is read next, in a cluster too
	})
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return err
	}
	defer tx.Close(ctx) // takes back what was not committed
	if err := work(transaction{ctx, tx}); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// lost tells whether the connection broke.
func lost(err error) bool {
	var connectivity *neo4j.ConnectivityError
	return errors.As(err, &connectivity)
}

// errTooLarge says that a transaction needs more memory than the server gives it.
var errTooLarge = errors.New("the transaction is too large for the server's memory")

// transaction runs statements.
type transaction struct {
	ctx context.Context
	tx  neo4j.ExplicitTransaction
}

// do runs a statement whose rows do not matter.
func (t transaction) do(cypher string, parameters map[string]any) (neo4j.Counters, error) {
	result, err := t.tx.Run(t.ctx, cypher, parameters)
	if err != nil {
		return nil, err
	}
	summary, err := result.Consume(t.ctx)
	if err != nil {
		return nil, err
	}
	return summary.Counters(), nil
}

// each runs a statement and hands over one row after the other.
func (t transaction) each(cypher string, parameters map[string]any, row func(values []any) error) error {
	result, err := t.tx.Run(t.ctx, cypher, parameters)
	if err != nil {
		return err
	}
	for result.Next(t.ctx) {
		if err := row(result.Record().Values); err != nil {
			return err
		}
	}
	return result.Err()
}

// count runs a statement that returns one number.
func (t transaction) count(cypher string, parameters map[string]any) (int64, error) {
	var n int64
	err := t.each(cypher, parameters, func(values []any) error {
		n, _ = values[0].(int64)
		return nil
	})
	return n, err
}
