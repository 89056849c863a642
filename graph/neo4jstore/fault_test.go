package neo4jstore_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/neo4jstore"
)

// Each way in which a connection fails is told with a remedy, and without the password.
func TestConnectionFailures(t *testing.T) {
	const secret = "open-sesame"
	web := httptest.NewServer(http.NotFoundHandler())
	defer web.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := listener.Addr().String()
	listener.Close()
	for _, c := range []struct {
		name   string
		change func(*neo4jstore.Connection)
		want   string
	}{
		{"no server", func(c *neo4jstore.Connection) { c.URI = "bolt://" + nobody }, "no Neo4j server answers at bolt://" + nobody + "; start it, or name another"},
		{"no host", func(c *neo4jstore.Connection) { c.URI = "bolt://nowhere.invalid" }, "the host of bolt://nowhere.invalid is not known; check the address"},
		{"web server", func(c *neo4jstore.Connection) { c.URI = "bolt://" + strings.TrimPrefix(web.URL, "http://") }, "does not answer as a Neo4j server does; write Bolt's port"},
		{"web address", func(c *neo4jstore.Connection) { c.URI = web.URL }, "http is not how the store is asked; write bolt://"},
		{"no TLS", func(c *neo4jstore.Connection) { c.URI = strings.Replace(c.URI, "bolt://", "bolt+s://", 1) }, "speaks no TLS; write the address without +s"},
		{"blind trust", func(c *neo4jstore.Connection) { c.URI = strings.Replace(c.URI, "bolt://", "bolt+ssc://", 1) }, "trusts whoever answers; write bolt+s"},
		{"no scheme", func(c *neo4jstore.Connection) { c.URI = "localhost:7687" }, "no URI with a host; write e.g."},
		{"other scheme", func(c *neo4jstore.Connection) { c.URI = "ftp://localhost" }, "begins with ftp; write bolt"},
		{"credentials in the address", func(c *neo4jstore.Connection) { c.URI = "bolt://neo4j:" + secret + "@localhost" }, "holds credentials; give the user and the password beside it"},
		{"authority without TLS", func(c *neo4jstore.Connection) { c.CA = []byte("x") }, "uses no TLS; write bolt+s"},
		{"wrong password", func(c *neo4jstore.Connection) { c.Password = secret }, "the store refuses user neo4j with this password; check NEO4J_USERNAME and NEO4J_PASSWORD"},
		{"no such database", func(c *neo4jstore.Connection) { c.Database = "elsewhere" }, "there is no database elsewhere; name another one with --database"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := shared
			c.change(&at)
			begun := time.Now()
			s, err := neo4jstore.Open(context.Background(), at, neo4jstore.Options{Greeting: 3 * time.Second})
			if err == nil {
				s.Close(context.Background())
				t.Fatal("it worked")
			}
			var trouble *neo4jstore.Trouble
			if !errors.As(err, &trouble) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %q, want %q", err, c.want)
			}
			for _, hidden := range []string{secret, shared.Password} {
				if strings.Contains(err.Error(), hidden) {
					t.Error("the error shows a password")
				}
			}
			if took := time.Since(begun); took > 15*time.Second {
				t.Errorf("it took %v to say so", took)
			}
		})
	}
}

// A broken connection, at any moment, and one that breaks while a commit is answered, so that nobody knows whether it
// happened: the push goes on, and what is stored is what a push without any trouble stores.
func TestBrokenConnections(t *testing.T) {
	for _, mode := range []struct {
		name    string
		options neo4jstore.Options
	}{{"one transaction", neo4jstore.Options{}}, {"batches", neo4jstore.Options{Single: 1, Batch: 300}}} {
		t.Run(mode.name, func(t *testing.T) {
			p := newProxy(t, shared)
			at := shared
			at.URI = p.uri
			s := open(t, at, mode.options)
			name := version(ownName(t, s), "current")
			content := analysed(t, "kalay-camera", name.Case, nil)
			push(t, s, version(name.Case, "sound"), content.content())
			want := dump(t, version(name.Case, "sound"))
			for _, plan := range []fault{{bytes: 30_000}, {bytes: 120_000}, {commits: 1}, {commits: 2}} {
				p.fault(plan)
				push(t, s, version(name.Case, "broken"), content.content())
				if !p.struck() && mode.options.Single == 1 {
					t.Errorf("%+v: the connection was never broken", plan)
				}
				p.fault(fault{})
				if d := cmp.Diff(want, dump(t, version(name.Case, "broken"))); d != "" {
					t.Errorf("%+v: what is stored differs:\n%s", plan, d)
				}
				if _, err := s.Remove(context.Background(), name.Case, "broken"); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// The server is killed in the middle of a push and started again: a patient push ends well, an impatient one is told
// how far it came, nobody sees half of it, and the same push again goes on from there. The server has little memory
// for a transaction, which makes pushes go in batches, and smaller ones. It is reached over TLS, whose certificate is
// verified. Then it is filled from exported files, and made read-only.
func TestBadServer(t *testing.T) {
	s := newServer(t)
	authority := certify(t, filepath.Join(s.folder, "certificates"))
	settings := []string{
		"db.memory.transaction.max=3m", "server.bolt.tls_level=OPTIONAL", "dbms.ssl.policy.bolt.enabled=true",
		"dbms.ssl.policy.bolt.base_directory=" + filepath.Join(s.folder, "certificates"),
		"dbms.ssl.policy.bolt.private_key=private.key", "dbms.ssl.policy.bolt.public_certificate=public.crt",
	}
	at := s.mustStart(t, settings...)
	at.URI = strings.Replace(at.URI, "bolt://", "bolt+s://", 1)
	t.Run("TLS", func(t *testing.T) { verifies(t, at, authority) })
	at.CA = authority
	t.Run("memory", func(t *testing.T) { littleMemory(t, at) })
	t.Run("killed", func(t *testing.T) { killed(t, s, at, settings) })
	at.CA, at.URI = nil, strings.Replace(at.URI, "bolt+s://", "bolt://", 1)
	t.Run("import", func(t *testing.T) { imported(t, s, at) })
}

func verifies(t *testing.T, at neo4jstore.Connection, authority []byte) {
	_, err := neo4jstore.Open(context.Background(), at, neo4jstore.Options{})
	if err == nil || !strings.Contains(err.Error(), "nobody vouches for the certificate") || !strings.Contains(err.Error(), "--ca FILE") {
		t.Errorf("without its authority: %v", err)
	}
	at.CA = authority
	elsewhere := at
	elsewhere.URI = strings.Replace(at.URI, "127.0.0.1", "localhost", 1)
	if _, err := neo4jstore.Open(context.Background(), elsewhere, neo4jstore.Options{}); err == nil || !strings.Contains(err.Error(), "is not good for it") {
		t.Errorf("under another name: %v", err)
	}
	open(t, at, neo4jstore.Options{})
}

func littleMemory(t *testing.T, at neo4jstore.Connection) {
	store := open(t, at, neo4jstore.Options{Batch: 4_000, Single: 1_000_000})
	g := wide(2_500)
	told := push(t, store, version("full", "current"), neo4jstore.GraphContent("full", g))
	if !told.Batches {
		t.Error("the transaction fitted: the test proves nothing")
	}
	x, err := store.Reach(context.Background(), version("full", "current"), neo4jstore.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	if want := len(graph.Reach(g, g.All()).Order()); x.Facts != int64(want) {
		t.Errorf("%d facts hold, want %d", x.Facts, want)
	}
	if err := x.Close(context.Background()); err != nil {
		t.Error(err)
	}
	if n, err := store.Remove(context.Background(), "full", ""); n != 1 || err != nil {
		t.Errorf("removed %d, %v", n, err)
	}
}

// wide is a graph of n facts and twice as many rules.
func wide(n int) *graph.AttackGraph {
	g, _ := graphtest.Random(mathrand.New(mathrand.NewPCG(1, 2)), graphtest.Shape{Facts: n, Rules: 2 * n, MaxIf: 4, Counted: n / 3})
	return g
}

func killed(t *testing.T, s server, at neo4jstore.Connection, settings []string) {
	g := wide(1_500)
	content := func() neo4jstore.Content { return neo4jstore.GraphContent("victim", g) }
	name := version("victim", "current")
	var once sync.Once
	kill := func(restart bool) func(neo4jstore.Progress) {
		once = sync.Once{}
		return func(p neo4jstore.Progress) {
			if p.Done*2 < p.Total {
				return
			}
			once.Do(func() {
				s.script("stop")
				if restart {
					s.mustStart(t, settings...)
				}
			})
		}
	}

	patient := open(t, at, neo4jstore.Options{Single: 1, Batch: 500, Patience: time.Minute, Progress: kill(true)})
	push(t, patient, version("victim", "patient"), content())

	impatient := open(t, at, neo4jstore.Options{Single: 1, Batch: 500, Patience: time.Second, Progress: kill(false)})
	_, err := impatient.Push(context.Background(), name, content())
	if err == nil || !strings.Contains(err.Error(), "the same push, made again, goes on from there") {
		t.Fatalf("error %v", err)
	}
	s.mustStart(t, settings...)

	var first int64 = -1
	again := open(t, at, neo4jstore.Options{Single: 1, Batch: 500, Progress: func(p neo4jstore.Progress) {
		if first < 0 {
			first = p.Done
		}
	}})
	unfinished(t, again, name)
	told := push(t, again, name, content())
	if first*2 < told.Nodes+told.Rels {
		t.Errorf("of %d rows the push began again at %d", told.Nodes+told.Rels, first)
	}
	rows := ask(t, plain(at), "MATCH (v:Version) MATCH (n:Harmpath) WHERE n.uid STARTS WITH v.gen + '/' OPTIONAL MATCH (n)-[r]->() RETURN v.version, count(DISTINCT n), count(r) ORDER BY v.version", nil)
	if len(rows) != 2 || rows[0][1] != rows[1][1] || rows[0][2] != rows[1][2] || rows[0][1] != told.Nodes {
		t.Errorf("nodes and relationships by version: %v, want %d and %d", rows, told.Nodes, told.Rels)
	}
}

// unfinished wants a push to be told of as unfinished, and readers to see nothing of it.
func unfinished(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name) {
	t.Helper()
	list, err := s.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, e := range list {
		if e.Name == name {
			found = true
			if !e.Unfinished() || e.Done == 0 {
				t.Errorf("the list says %+v", e)
			}
		}
	}
	if !found {
		t.Errorf("the list does not tell of the push: %+v", list)
	}
	if _, err := s.Pull(context.Background(), name); err == nil || !strings.Contains(err.Error(), "the store holds no "+name.String()) {
		t.Errorf("half a push can be pulled: %v", err)
	}
}

// plain is the connection without TLS.
func plain(at neo4jstore.Connection) neo4jstore.Connection {
	at.URI, at.CA = strings.Replace(at.URI, "+s://", "://", 1), nil
	return at
}

// imported fills a database from files and wants the same in it as pushes make; then the database is read-only.
func imported(t *testing.T, s server, at neo4jstore.Connection) {
	folder, cases := t.TempDir(), []string{"consumer-drone", "gas-water-heater", "kalay-camera"}
	contents := map[neo4jstore.Name]neo4jstore.Content{}
	for _, usecase := range cases {
		model := usecaseModel(t, usecase)
		contents[version(model.ID, "1.0")] = analyse(t, model).content()
	}
	files, err := neo4jstore.Export(contents, time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), func(name string) (io.WriteCloser, error) {
		return os.Create(filepath.Join(folder, name))
	})
	if err != nil {
		t.Fatal(err)
	}
	s.script("stop")
	arguments := []string{"database", "import", "full", "neo4j", "--overwrite-destination", "--report-file=" + filepath.Join(folder, "report")}
	for _, a := range neo4jstore.ImportArguments(files) {
		arguments = append(arguments, strings.Replace(strings.Replace(a, "nodes=", "nodes="+folder+"/", 1), "relationships=relationships", "relationships="+folder+"/relationships", 1))
	}
	if out, err := s.script("admin", arguments...); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.mustStart(t, "server.databases.default_to_read_only=true")
	store := open(t, at, neo4jstore.Options{})
	for _, usecase := range cases {
		model := usecaseModel(t, usecase)
		pulled, err := store.Pull(context.Background(), version(model.ID, "1.0"))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(withoutPlaces(t, model), withoutPlaces(t, pulled.System)); d != "" {
			t.Errorf("what was exported and what was pulled differ:\n%s", d)
		}
	}
	sameAsPushed(t, at, contents)
	_, err = store.Push(context.Background(), version("new", "current"), neo4jstore.GraphContent("new", wide(10)))
	if err == nil || !strings.Contains(err.Error(), "the database neo4j is read-only; push to another one") {
		t.Errorf("pushing to a read-only database: %v", err)
	}
}

// sameAsPushed compares imported versions with the same ones pushed to the shared server.
func sameAsPushed(t *testing.T, at neo4jstore.Connection, contents map[neo4jstore.Name]neo4jstore.Content) {
	t.Helper()
	store := open(t, shared, neo4jstore.Options{})
	for name, content := range contents {
		own := version(ownName(t, store), name.Version)
		push(t, store, own, content)
		want := strings.ReplaceAll(strings.Join(dump(t, own), "\n"), string(own.Case), string(name.Case))
		got := strings.Join(dumpAt(t, at, name), "\n")
		if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); d != "" {
			t.Errorf("%s: pushed and imported differ (-pushed +imported):\n%s", name, d)
		}
	}
}

// certify makes an authority, and a key for the server with a certificate for 127.0.0.1 by it.
func certify(t *testing.T, folder string) []byte {
	t.Helper()
	sign := func(template, parent *x509.Certificate, key, by *ecdsa.PrivateKey) []byte {
		der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, by)
		if err != nil {
			t.Fatal(err)
		}
		return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	}
	newKey := func() *ecdsa.PrivateKey {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	until := time.Now().Add(time.Hour)
	authority := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "authority"}, NotAfter: until, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	own := &x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "server"}, NotAfter: until, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	authorityKey, key := newKey(), newKey()
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for _, sub := range []string{"", "trusted", "revoked"} {
		if err := os.MkdirAll(filepath.Join(folder, sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	ca := sign(authority, authority, authorityKey, authorityKey)
	for name, body := range map[string][]byte{
		"private.key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
		"public.crt":  sign(own, authority, key, authorityKey),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return ca
}

// fault is what a proxy does to the connections through it, once: it breaks one after so many bytes to the server, or
// when the server has been told to commit for the so manieth time, before its answer comes back.
type fault struct{ bytes, commits int }

// proxy stands between a test and a server.
type proxy struct {
	uri    string
	target string

	mu   sync.Mutex
	plan fault
	hit  bool
}

func newProxy(t *testing.T, at neo4jstore.Connection) *proxy {
	t.Helper()
	u, err := url.Parse(at.URI)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	p := &proxy{uri: u.Scheme + "://" + listener.Addr().String(), target: u.Host}
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go p.serve(client)
		}
	}()
	return p
}

func (p *proxy) fault(plan fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.plan, p.hit = plan, false
}

func (p *proxy) struck() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hit
}

func (p *proxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		return
	}
	defer server.Close()
	go func() {
		io.Copy(client, server)
		client.Close()
	}()
	buffer := make([]byte, 8<<10)
	for {
		n, err := client.Read(buffer)
		if err != nil {
			return
		}
		cut, late := p.strikes(buffer[:n])
		if cut && !late {
			return
		}
		if cut {
			client.Close() // the answer has nowhere to go
		}
		if _, err := server.Write(buffer[:n]); err != nil || cut {
			time.Sleep(300 * time.Millisecond) // for the server to commit
			return
		}
	}
}

// strikes decides what is done to some bytes on their way: cut before them, or late, after them.
func (p *proxy) strikes(sent []byte) (cut, late bool) {
	const commit = "\x00\x02\xb0\x12\x00\x00" // Bolt's message COMMIT in a chunk of its own
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.hit:
		return false, false
	case p.plan.bytes > 0:
		p.plan.bytes -= len(sent)
		p.hit = p.plan.bytes <= 0
		return p.hit, false
	case p.plan.commits > 0:
		p.plan.commits -= strings.Count(string(sent), commit)
		p.hit = p.plan.commits <= 0
		return p.hit, true
	}
	return false, false
}
