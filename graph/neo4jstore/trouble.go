package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Trouble is a store that cannot be used as wanted, with what to do about it.
type Trouble struct {
	What   string
	Remedy string
	Err    error // the driver's error; nil where harmpath itself objects
}

func (t *Trouble) Error() string {
	if t.Remedy == "" {
		return t.What
	}
	return t.What + "; " + t.Remedy
}

func (t *Trouble) Unwrap() error { return t.Err }

// reason is an answer of the server that has a remedy.
type reason struct{ code, what, remedy string }

// reasons lists them by the ends of their codes, in the order in which they are looked for.
func reasons(c Connection) []reason {
	readOnly := reason{
		what:   "the database " + c.Database + " is read-only",
		remedy: "push to another one, or lift server.databases.read_only and default_to_read_only in its neo4j.conf",
	}
	list := []reason{
		{"Security.AuthenticationRateLimit", "too many wrong passwords were tried", "wait a few seconds, then try the right one"},
		{"Security.CredentialsExpired", "the password has to be changed before its first use", "run ALTER CURRENT USER SET PASSWORD in Neo4j's own shell"},
		{"Security.Unauthorized", "the store refuses user " + c.Username + " with this password", "check " + KeyUsername + " and " + KeyPassword},
		{"Security.Forbidden", "user " + c.Username + " may not do this", "ask for the rights to read and write " + c.Database},
		{"Database.DatabaseNotFound", "there is no database " + c.Database, "name another one with --database or " + KeyDatabase + " (Community Edition has just neo4j)"},
		{"Database.DatabaseUnavailable", "the database " + c.Database + " is not running", "start it, or wait until it has"},
		{"General.ForbiddenOnReadOnlyDatabase", readOnly.what, readOnly.remedy},
		{"General.WriteOnReadOnlyAccessDatabase", readOnly.what, readOnly.remedy},
		{"Statement.AccessMode", "the question writes", "questions only read: push and remove change what is stored"},
		{"Cluster.NotALeader", "this member of the cluster only reads", "write neo4j:// instead of bolt://, so that writes are routed"},
		{"Schema.ConstraintCreationFailed", "the store holds other data that breaks harmpath's constraints", "use a database of its own"},
	}
	return list
}

// explain turns an error of the driver into one with a remedy, where there is one. Errors of harmpath pass.
func (c Connection) explain(doing string, err error) error {
	var trouble *Trouble
	var server *neo4j.Neo4jError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &trouble), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &server):
		for _, r := range reasons(c) {
			if strings.HasSuffix(server.Code, "."+r.code) {
				return &Trouble{r.what, r.remedy, err}
			}
		}
		return fmt.Errorf("%s: %w", doing, err)
	}
	if t := c.unreachable(err); t != nil {
		return t
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// unreachable explains why no connection came about. The driver keeps little but the text of what went wrong.
func (c Connection) unreachable(err error) *Trouble {
	var connectivity *neo4j.ConnectivityError
	text := err.Error()
	says := func(words string) bool { return strings.Contains(text, words) }
	switch {
	case says("no such host"):
		return &Trouble{"the host of " + c.URI + " is not known", "check the address", err}
	case says("certificate signed by unknown authority"):
		return &Trouble{"nobody vouches for the certificate of " + c.URI, "name the certificate of its authority with --ca FILE", err}
	case says("x509: "):
		_, why, _ := strings.Cut(text, "x509: ")
		return &Trouble{"the certificate of " + c.URI + " is not good for it", why, err}
	case says("check that TLS is enabled on the server"), says("first record does not look like a TLS handshake"), says("tls: "):
		return &Trouble{"the server at " + c.URI + " speaks no TLS", "write the address without +s, or let the server use TLS (server.bolt.tls_level in its neo4j.conf)", err}
	case says("server responded HTTP"):
		return &Trouble{c.URI + " is a web server", "write Bolt's port, which is 7687 by default", err}
	case errors.As(err, &connectivity):
		return &Trouble{"no Neo4j server answers at " + c.URI, "start it, or name another one with " + KeyURI + " or --uri (" + connectivity.Inner.Error() + ")", err}
	}
	return nil
}

// outOfMemory tells whether a transaction was too large for the server.
func outOfMemory(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) &&
		(strings.Contains(server.Code, "MemoryPoolOutOfMemory") || strings.Contains(server.Code, "TransactionOutOfMemory") || strings.Contains(server.Code, "OutOfMemoryError"))
}
