package neo4jstore

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/url"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Connection says which store to use, as whom. It never prints its password.
type Connection struct {
	URI      string // bolt://, neo4j://, or with TLS bolt+s://, neo4j+s://
	Username string
	Password string
	Database string // empty: neo4j
	CA       []byte // certificates in PEM that vouch for the server; none: those of the system
}

// The defaults of a Connection.
const (
	DefaultURI      = "bolt://localhost:7687"
	DefaultUsername = "neo4j"
	DefaultDatabase = "neo4j"
)

// The keys by which a connection is written in the environment and in files, as Neo4j's own tools and services do.
const (
	KeyURI      = "NEO4J_URI"
	KeyUsername = "NEO4J_USERNAME"
	KeyPassword = "NEO4J_PASSWORD"
	KeyDatabase = "NEO4J_DATABASE"
)

// String names the store, without credentials.
func (c Connection) String() string { return c.Database + " at " + c.URI }

// GoString names the store, without credentials.
func (c Connection) GoString() string { return c.String() }

// Or takes from other what c does not say.
func (c Connection) Or(other Connection) Connection {
	for _, field := range []struct {
		own  *string
		more string
	}{{&c.URI, other.URI}, {&c.Username, other.Username}, {&c.Password, other.Password}, {&c.Database, other.Database}} {
		if *field.own == "" {
			*field.own = field.more
		}
	}
	if c.CA == nil {
		c.CA = other.CA
	}
	return c
}

// ConnectionFrom reads a connection from something that looks keys up, such as the environment.
func ConnectionFrom(lookUp func(key string) string) Connection {
	return Connection{URI: lookUp(KeyURI), Username: lookUp(KeyUsername), Password: lookUp(KeyPassword), Database: lookUp(KeyDatabase)}
}

// ReadConnection reads a file of KEY=VALUE lines, as Neo4j Aura hands out for a new instance. Other keys, empty lines
// and lines that begin with # are passed over. Errors name the line but never show it.
func ReadConnection(r io.Reader, name string) (Connection, error) {
	found := map[string]string{}
	lines := bufio.NewScanner(io.LimitReader(r, 1<<20))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, assigned := strings.Cut(line, "=")
		if !assigned {
			return Connection{}, models.Messagef("%s:%d: no KEY=VALUE; known keys are %s, %s, %s and %s", name, n, KeyURI, KeyUsername, KeyPassword, KeyDatabase)
		}
		found[strings.TrimSpace(key)] = unquoted(strings.TrimSpace(value))
	}
	if err := lines.Err(); err != nil {
		return Connection{}, fmt.Errorf("read %s: %w", name, err)
	}
	return ConnectionFrom(func(key string) string { return found[key] }), nil
}

func unquoted(s string) string {
	for _, quote := range []string{`"`, `'`} {
		if len(s) > 1 && strings.HasPrefix(s, quote) && strings.HasSuffix(s, quote) {
			return s[1 : len(s)-1]
		}
	}
	return s
}

// Plain tells whether the password would travel unencrypted to another machine.
func (c Connection) Plain() bool {
	u, err := url.Parse(c.URI)
	if err != nil || strings.HasSuffix(u.Scheme, "+s") {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback())
}

// Check says what is wrong with a connection before anybody is called. Its errors are of type *Trouble.
func (c Connection) Check() error {
	u, err := url.Parse(c.URI)
	wrong := func(what, remedy models.Message) error { return &Trouble{What: what, Remedy: remedy} }
	switch {
	case err != nil || u.Host == "":
		return wrong(models.Messagef("the address of the store is no URI with a host"), models.Messagef("write e.g. %s", DefaultURI))
	case u.User != nil:
		return wrong(models.Messagef("the address of the store holds credentials"), models.Messagef("give the user and the password beside it: addresses are shown and logged"))
	case strings.HasSuffix(u.Scheme, "+ssc"):
		return wrong(models.Messagef("%s trusts whoever answers", u.Scheme), models.Messagef("write %s+s and name the certificate that vouches for the server", strings.TrimSuffix(u.Scheme, "+ssc")))
	case u.Scheme == "http" || u.Scheme == "https":
		return wrong(models.Messagef("%s is not how the store is asked", u.Scheme), models.Messagef("write %s or neo4j+s://HOST: Bolt's port is 7687", DefaultURI))
	case !slices.Contains([]string{"bolt", "bolt+s", "neo4j", "neo4j+s"}, u.Scheme):
		return wrong(models.Messagef("the address of the store begins with %s", u.Scheme), models.Messagef("write bolt, neo4j, or with TLS bolt+s, neo4j+s"))
	case len(c.CA) > 0 && !strings.HasSuffix(u.Scheme, "+s"):
		return wrong(models.Messagef("a certificate is named, and %s uses no TLS", u.Scheme), models.Messagef("write %s", u.Scheme+"+s"))
	}
	return nil
}
