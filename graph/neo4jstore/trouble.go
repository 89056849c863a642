package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Trouble is a store that cannot be used as wanted, with what to do about it.
type Trouble struct {
	What   models.Message
	Remedy models.Message
	Err    error // the driver's error; nil where harmpath itself objects
}

func (t *Trouble) Error() string { return t.In(models.English) }

// In says what is wrong with the store and what to do about it, in a language.
func (t *Trouble) In(lang models.Lang) string {
	return models.Joined(t.What, t.Remedy, lang)
}

func (t *Trouble) Unwrap() error { return t.Err }

// reason is an answer of the server that has a remedy.
type reason struct {
	code         string
	what, remedy models.Message
}

// reasons lists them by the ends of their codes, in the order in which they are looked for.
func reasons(c Connection) []reason {
	readOnly := reason{
		what:   models.Messagef("the database %s is read-only", c.Database),
		remedy: models.Messagef("push to another one, or lift server.databases.read_only and default_to_read_only in its neo4j.conf"),
	}
	list := []reason{
		{"Security.AuthenticationRateLimit", models.Messagef("too many wrong passwords were tried"), models.Messagef("wait a few seconds, then try the right one")},
		{"Security.CredentialsExpired", models.Messagef("the password has to be changed before its first use"), models.Messagef("run ALTER CURRENT USER SET PASSWORD in Neo4j's own shell")},
		{"Security.Unauthorized", models.Messagef("the store refuses user %s with this password", c.Username), models.Messagef("check %s and %s", KeyUsername, KeyPassword)},
		{"Security.Forbidden", models.Messagef("user %s may not do this", c.Username), models.Messagef("ask for the rights to read and write %s", c.Database)},
		{"Database.DatabaseNotFound", models.Messagef("there is no database %s", c.Database), models.Messagef("name another one with --database or %s (Community Edition has just neo4j)", KeyDatabase)},
		{"Database.DatabaseUnavailable", models.Messagef("the database %s is not running", c.Database), models.Messagef("start it, or wait until it has")},
		{"General.ForbiddenOnReadOnlyDatabase", readOnly.what, readOnly.remedy},
		{"General.WriteOnReadOnlyAccessDatabase", readOnly.what, readOnly.remedy},
		{"Statement.AccessMode", models.Messagef("the question writes"), models.Messagef("questions only read: push and remove change what is stored")},
		{"Cluster.NotALeader", models.Messagef("this member of the cluster only reads"), models.Messagef("write neo4j:// instead of bolt://, so that writes are routed")},
		{"Schema.ConstraintCreationFailed", models.Messagef("the store holds other data that breaks harmpath's constraints"), models.Messagef("use a database of its own")},
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
		return &Trouble{models.Messagef("the host of %s is not known", c.URI), models.Messagef("check the address"), err}
	case says("certificate signed by unknown authority"):
		return &Trouble{models.Messagef("nobody vouches for the certificate of %s", c.URI), models.Messagef("name the certificate of its authority with --ca FILE"), err}
	case says("x509: "):
		_, why, _ := strings.Cut(text, "x509: ")
		return &Trouble{models.Messagef("the certificate of %s is not good for it", c.URI), models.Foreign(why), err}
	case says("check that TLS is enabled on the server"), says("first record does not look like a TLS handshake"), says("tls: "):
		return &Trouble{models.Messagef("the server at %s speaks no TLS", c.URI), models.Messagef("write the address without +s, or let the server use TLS (server.bolt.tls_level in its neo4j.conf)"), err}
	case says("server responded HTTP"):
		return &Trouble{models.Messagef("%s is a web server", c.URI), models.Messagef("write Bolt's port, which is 7687 by default"), err}
	case errors.As(err, &connectivity):
		return &Trouble{models.Messagef("no Neo4j server answers at %s", c.URI), models.Messagef("start it, or name another one with %s or --uri (%s)", KeyURI, models.Foreign(connectivity.Inner.Error())), err}
	}
	return nil
}

// outOfMemory tells whether a transaction was too large for the server.
func outOfMemory(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) &&
		(strings.Contains(server.Code, "MemoryPoolOutOfMemory") || strings.Contains(server.Code, "TransactionOutOfMemory") || strings.Contains(server.Code, "OutOfMemoryError"))
}
