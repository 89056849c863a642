package neo4jstore_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/models/modeltest"
)

// shared is the server of the tests that do no harm to it: the one that NEO4J_URI names, else one of their own.
var shared neo4jstore.Connection

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(withServer(m.Run))
}

// withServer runs the tests with a real server. Without Java or Maven they fail: no fake stands in.
func withServer(run func() int) int {
	shared = neo4jstore.ConnectionFrom(os.Getenv)
	if shared.URI != "" {
		return run()
	}
	folder, err := os.MkdirTemp("", "neo4jstore")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	s := server{folder}
	defer s.script("stop")
	if shared, err = s.start(); err != nil {
		fmt.Fprintf(os.Stderr, "these tests need a Neo4j server: set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD, or have Java 17 and Maven at hand\n%v\n", err)
		return 1
	}
	for key, value := range map[string]string{
		neo4jstore.KeyURI: shared.URI, neo4jstore.KeyUsername: shared.Username, neo4jstore.KeyPassword: shared.Password,
	} {
		os.Setenv(key, value) // for the tests inside the package
	}
	return run()
}

// server is a server with a data folder of its own, to be treated badly.
type server struct{ folder string }

func newServer(t *testing.T) server {
	t.Helper()
	s := server{t.TempDir()}
	t.Cleanup(func() { s.script("stop") })
	return s
}

func (s server) start(settings ...string) (neo4jstore.Connection, error) {
	out, err := s.script("start", settings...)
	values := map[string]string{}
	for line := range strings.Lines(out) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[key] = value
	}
	return neo4jstore.ConnectionFrom(func(key string) string { return values[key] }), err
}

func (s server) mustStart(t *testing.T, settings ...string) neo4jstore.Connection {
	t.Helper()
	at, err := s.start(settings...)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// script obeys scripts/neo4j.sh.
func (s server) script(command string, args ...string) (string, error) {
	var out, errs bytes.Buffer
	c := exec.Command("../../scripts/neo4j.sh", append([]string{command, s.folder}, args...)...)
	c.Stdout, c.Stderr = &out, &errs
	c.Env = append(os.Environ(), "OWNER="+strconv.Itoa(os.Getpid()))
	if err := c.Run(); err != nil {
		return out.String(), fmt.Errorf("neo4j.sh %s: %w\n%s", command, err, errs.String())
	}
	return out.String(), nil
}

// open opens a store, to be closed with the test.
func open(t testing.TB, at neo4jstore.Connection, options neo4jstore.Options) *neo4jstore.Store {
	t.Helper()
	if options.Patience == 0 {
		options.Patience = 20 * time.Second
	}
	s, err := neo4jstore.Open(context.Background(), at, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

var names atomic.Int64

// ownName is a case that no other test has, and that is gone after it: the store may be a developer's own.
func ownName(t testing.TB, s *neo4jstore.Store) models.CaseID {
	id := models.CaseID(fmt.Sprintf("test-%d-%d-%d", os.Getpid(), time.Now().UnixNano(), names.Add(1)))
	t.Cleanup(func() { s.Remove(context.Background(), id, "") })
	return id
}

// pushed is a use case as it is pushed.
type pushed struct {
	read     *models.System
	grounded *ground.Case
	result   *models.Result
}

func (p pushed) content() neo4jstore.Content {
	return neo4jstore.CaseContent(p.read, p.grounded, p.result)
}

// analysed reads and analyses a use case under another id.
func analysed(t testing.TB, usecase string, id models.CaseID, change func(*models.System)) pushed {
	t.Helper()
	s := usecaseModel(t, usecase)
	s.ID = id
	if change != nil {
		change(s)
	}
	return analyse(t, s)
}

func analyse(t testing.TB, s *models.System) pushed {
	t.Helper()
	known := knowledge(t)
	grounded, err := ground.New(s, known)
	if err != nil {
		t.Fatal(err)
	}
	result, err := analysis.Run(context.Background(), s, known, suite.All(), analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return pushed{s, grounded, result}
}

func knowledge(t testing.TB) *models.Catalog {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return known
}

func usecaseModel(t testing.TB, name string) *models.System {
	t.Helper()
	folder := modeltest.Find(t, "../..", name).Folder
	model, err := load.Load(formats.All(), load.Source{Files: os.DirFS(folder), Name: "model.yaml", Shown: folder})
	if err != nil {
		t.Fatal(err)
	}
	return model.System
}

func usecaseNames(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, c := range modeltest.Cases(t, "../..") {
		out = append(out, c.Name)
	}
	return out
}

func version(id models.CaseID, name string) neo4jstore.Name {
	return neo4jstore.Name{Case: id, Version: name}
}

// push pushes and wants it to work.
func push(t testing.TB, s *neo4jstore.Store, name neo4jstore.Name, c neo4jstore.Content) neo4jstore.Pushed {
	t.Helper()
	out, err := s.Push(context.Background(), name, c)
	if err != nil {
		t.Fatal(err)
	}
	if out.Uncleared != nil {
		t.Errorf("not cleared: %v", out.Uncleared)
	}
	return out
}
