package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
)

// storeServer is how the environment reaches a Neo4j server: a developer's own, that of make test, or one of this test.
func storeServer(t *testing.T) func(string) string {
	t.Helper()
	if os.Getenv("NEO4J_URI") != "" {
		return os.Getenv
	}
	folder := t.TempDir()
	script := func(command string) (string, error) {
		c := exec.Command("../../scripts/neo4j.sh", command, folder)
		c.Env = append(os.Environ(), "OWNER="+strconv.Itoa(os.Getpid()))
		c.Stderr = os.Stderr
		out, err := c.Output()
		return string(out), err
	}
	t.Cleanup(func() { script("stop") })
	out, err := script("start")
	if err != nil {
		t.Fatalf("this test needs a Neo4j server: set NEO4J_URI, or have Java 17 and Maven at hand: %v", err)
	}
	values := map[string]string{}
	for line := range strings.Lines(out) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[key] = value
	}
	return func(key string) string { return values[key] }
}

// storeRun is harmpath with a store.
type storeRun struct {
	t      *testing.T
	getenv func(string) string
}

// does runs one command line and returns what it printed.
func (r storeRun) does(want process.ExitCode, args ...string) (stdout, stderr string) {
	r.t.Helper()
	var out, errs strings.Builder
	code := run(context.Background(), process.World{Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: r.getenv})
	if code != want {
		r.t.Fatalf("harmpath %s: exit code %d, want %d\n%s", strings.Join(args, " "), code, want, errs.String())
	}
	return out.String(), errs.String()
}

// ownCase copies a use case under an id that no other test and no developer has.
func ownCase(t *testing.T, usecase string) (folder, id string) {
	t.Helper()
	folder, id = t.TempDir(), "test-"+strconv.Itoa(os.Getpid())+"-"+usecase
	from := modeltest.Find(t, root, usecase).Folder
	if err := os.CopyFS(folder, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "model.yaml")
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(body), "\nid: "+usecase+"\n", "\nid: "+id+"\n", 1)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return folder, id
}

// TestStore asks one server of all that needs one.
func TestStore(t *testing.T) {
	getenv := storeServer(t)
	t.Run("session", func(t *testing.T) { storeSession(storeRun{t, getenv}) })
	for _, c := range modeltest.Cases(t, root) {
		t.Run("engines agree on "+c.Name, func(t *testing.T) {
			t.Parallel() // mostly the server's commits are waited for
			enginesAgree(storeRun{t, getenv}, c.Name)
		})
	}
}

// storeSession is a session with the store, as a user has it.
func storeSession(r storeRun) {
	t := r.t
	model, id := ownCase(t, "gas-water-heater")
	defer r.does(process.Fine, "store", "remove", id)

	if _, told := r.does(process.Fine, "store", "push", model); !strings.Contains(told, id+"@current: ") || !strings.Contains(told, " nodes added, 0 changed, 0 removed") {
		t.Errorf("push told %q", told)
	}
	if _, told := r.does(process.Fine, "store", "push", model); !strings.Contains(told, "nothing to change") {
		t.Errorf("a second push told %q", told)
	}
	r.does(process.Fine, "store", "push", model, "--as", "1.0", "--stream")
	listed, _ := r.does(process.Fine, "store", "list", "--json")
	var entries []struct{ Case, Version, Recovery string }
	if err := json.Unmarshal([]byte(listed), &entries); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		if e.Case == id {
			found[e.Version] = e.Recovery
		}
	}
	if d := cmp.Diff(map[string]string{"current": "serious", "1.0": ""}, found); d != "" {
		t.Errorf("listed:\n%s", d)
	}

	pulled := filepath.Join(t.TempDir(), "model.json")
	r.does(process.Fine, "store", "pull", id, "-o", pulled)
	before, _ := r.does(process.Fine, "analyze", model)
	after, _ := r.does(process.Fine, "analyze", pulled)
	if d := cmp.Diff(withoutFindings(before), withoutFindings(after)); d != "" {
		t.Errorf("what was pulled analyses otherwise:\n%s", d)
	}
	if _, told := r.does(process.Fine, "store", "push", pulled); !strings.Contains(told, "nothing to change") {
		t.Errorf("pushing what was pulled told %q", told)
	}

	if out, _ := r.does(process.Fine, "store", "query", "reachable", "--case", id); !strings.Contains(out, "scald") {
		t.Errorf("reachable answered %q", out)
	}
	if out, _ := r.does(process.Fine, "store", "query", "MATCH (v:Version {case: $case}) RETURN count(v) AS n", "--param", "case="+id, "--json"); !strings.Contains(out, "[\n      2\n    ]") {
		t.Errorf("Cypher answered %q", out)
	}
	if _, told := r.does(process.Failed, "store", "query", "MATCH (n) DETACH DELETE n"); !strings.Contains(told, "questions only read") {
		t.Errorf("a question that writes was told %q", told)
	}
	if _, told := r.does(process.Fine, "store", "remove", id+"@1.0"); told != id+"@1.0: 1 removed\n" {
		t.Errorf("remove told %q", told)
	}
	if _, told := r.does(process.Failed, "store", "pull", id+"@1.0"); !strings.Contains(told, "the store holds no "+id+"@1.0; harmpath store list shows what it holds") {
		t.Errorf("pull told %q", told)
	}
	if out, _ := r.does(process.Fine, "store", "schema"); !strings.Contains(out, "CREATE CONSTRAINT harmpath_uid") {
		t.Errorf("schema printed %q", out)
	}
}

// withoutFindings leaves out what has places.
func withoutFindings(summary string) string {
	var out []string
	for line := range strings.Lines(summary) {
		if !strings.Contains(line, "model.") && !strings.Contains(line, ".yaml:") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// enginesAgree wants the engine of the store to find in a case what the built-in engine finds.
func enginesAgree(r storeRun, usecase string) {
	model, id := ownCase(r.t, usecase)
	defer r.does(process.Fine, "store", "remove", id)
	builtin, _ := r.does(process.Fine, "analyze", model, "--json")
	stored, _ := r.does(process.Fine, "analyze", model, "--json", "--engine", "neo4j")
	if d := cmp.Diff(reachedIn(r.t, builtin), reachedIn(r.t, stored)); d != "" {
		r.t.Errorf("-builtin +neo4j:\n%s", d)
	}
}

// reachedIn is what both engines say of a case.
func reachedIn(t *testing.T, body string) any {
	t.Helper()
	var r models.Result
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		t.Fatal(err)
	}
	type reached struct {
		Fact string
		In   models.InReadings[models.Reachability]
	}
	var out []reached
	for _, c := range r.Consequences {
		out = append(out, reached{string(c.Effect), c.Reachable})
	}
	rows := map[string]models.InReadings[models.Reachability]{}
	for _, row := range r.Threats {
		rows[row.Fact.String()+" "+string(row.Threat)] = row.Reachable
	}
	r.Levels.Intervals = nil // an engine is not asked what is open
	return []any{r.Levels, r.Exceeded, out, rows}
}

// What is wrong with a command line of the store is told before any server is asked, and no password is shown.
func TestStoreMisuse(t *testing.T) {
	folder := t.TempDir()
	secret := filepath.Join(folder, "connection")
	if err := os.WriteFile(secret, []byte("NEO4J_URI=bolt://127.0.0.1:1\nopen sesame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := storeRun{t, func(key string) string {
		return map[string]string{"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "open sesame"}[key]
	}}
	for _, c := range []struct {
		args string
		code process.ExitCode
		want string
	}{
		{"store", process.BadInput, "harmpath store: a command is missing"},
		{"store puhs", process.BadInput, "there is no command `puhs`; did you mean push?"},
		{"store push", process.BadInput, "MODEL is missing; write harmpath store push MODEL..."},
		{"store push nowhere", process.BadInput, "there is no file or folder `nowhere`"},
		{"store pull a/b", process.BadInput, "`a/b` is no id of a case; write CASE or CASE@VERSION"},
		{"store pull a@b/c", process.BadInput, "`b/c` is no name of a version"},
		{"store query nonsense", process.BadInput, "there is no question `nonsense`; write one of attacks, "},
		{"store query attacks", process.BadInput, "the question is about a case; name it with --case"},
		{"store query paths --case a", process.BadInput, "the question wants to, the fact to end with"},
		{"store query attacks --case a --param colour=red", process.BadInput, "the question has no parameter `colour`"},
		{"store query attacks --case a --param effect", process.BadInput, "`effect` gives no value; write NAME=VALUE"},
		{"store list --connection nowhere", process.BadInput, "--connection: there is no file `nowhere`"},
		{"store list --connection " + secret, process.BadInput, "connection:2: no KEY=VALUE"},
		{"store list --password-file nowhere", process.BadInput, "--password-file: there is no file `nowhere`"},
		{"store list", process.Failed, "no Neo4j server answers at bolt://127.0.0.1:1; start it, or name another one with NEO4J_URI or --uri"},
		{"store list --uri bolt://127.0.0.1:2", process.Failed, "no Neo4j server answers at bolt://127.0.0.1:2"},
		{"store export-csv", process.BadInput, "MODEL is missing; write harmpath store export-csv MODEL..."},
		{"store export-csv nowhere", process.BadInput, "the folder to write into is missing; name it with -o DIR"},
		{"analyze x --engine oracle", process.BadInput, "there is no file or folder `x`"},
	} {
		_, told := r.does(c.code, strings.Fields(c.args)...)
		if !strings.Contains(told, c.want) {
			t.Errorf("harmpath %s told %q, want %q", c.args, told, c.want)
		}
		if strings.Contains(told, "sesame") {
			t.Errorf("harmpath %s shows the password", c.args)
		}
	}
}

// An export says how it is imported, and tells what is in the way.
func TestStoreExport(t *testing.T) {
	r := storeRun{t, func(string) string { return "" }}
	out := filepath.Join(t.TempDir(), "csv")
	model := filepath.Join(root, "testdata", "usecases", "kalay-camera")
	printed, _ := r.does(process.Fine, "store", "export-csv", model, "-o", out)
	if !strings.Contains(printed, "neo4j-admin database import full neo4j") || !strings.Contains(printed, "--nodes=nodes-m-component.csv") {
		t.Errorf("printed %q", printed)
	}
	if _, told := r.does(process.BadInput, "store", "export-csv", model, "-o", out); !strings.Contains(told, "is not empty; name a new one") {
		t.Errorf("told %q", told)
	}
}
