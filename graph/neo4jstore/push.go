package neo4jstore

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Name says which version of which case.
type Name struct {
	Case    models.CaseID
	Version string // what its author calls it; DefaultVersion where there is but one
}

// DefaultVersion is the version of a case whose author names none.
const DefaultVersion = "current"

// String writes case@version.
func (n Name) String() string { return string(n.Case) + "@" + n.Version }

// ParseName reads CASE or CASE@VERSION.
func ParseName(s string) (Name, error) {
	id, version, named := strings.Cut(s, "@")
	if !named {
		version = DefaultVersion
	}
	switch {
	case !models.ValidID(id):
		return Name{}, &Trouble{What: models.Messagef("`%s` is no id of a case", id), Remedy: models.Messagef("write CASE or CASE@VERSION, e.g. gas-water-heater@1.2")}
	case !validVersion(version):
		return Name{}, &Trouble{What: models.Messagef("`%s` is no name of a version", version), Remedy: models.Messagef("use letters, digits, dots, hyphens and underscores, up to 100")}
	}
	return Name{models.CaseID(id), version}, nil
}

func validVersion(v string) bool {
	outside := func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '.' && r != '-' && r != '_'
	}
	return v != "" && len(v) <= models.MaxIDLength && strings.IndexFunc(v, outside) < 0
}

// Pushed says what a push did.
type Pushed struct {
	Name      Name
	Nodes     int64 // of the version
	Rels      int64
	Added     int64 // nodes that came, changed or went, with their relationships
	Changed   int64
	Removed   int64
	Unchanged bool  // the store held just this
	Batches   bool  // it was too large for one transaction
	Uncleared error // why what it replaced still takes up room, where that could not be cleared; the next push tries again
}

// Push makes a version of a case hold just this content. What the store holds already stays untouched. When Push
// returns without error all of it can be read; before, nothing of it. After an error the same push, made again, goes
// on where this one was.
func (s *Store) Push(ctx context.Context, name Name, c Content) (Pushed, error) {
	if err := s.Prepare(ctx); err != nil {
		return Pushed{}, err
	}
	d := c.source.digest()
	if c.failed != nil && *c.failed != nil {
		return Pushed{}, *c.failed
	}
	x := &exchange{store: s, name: name, source: c.source, digest: d}
	x.out = Pushed{Name: name, Nodes: d.nodes, Rels: d.rels}
	current, err := s.current(ctx, name)
	switch {
	case err != nil:
		return x.out, err
	case current.content == d.hash:
		x.out.Unchanged = true
		return x.out, nil
	case d.rows() <= int64(s.options.Single) && current.rows <= int64(s.options.Single):
		err = x.inOne(ctx)
	default:
		err = errTooLarge
	}
	if errors.Is(err, errTooLarge) {
		x.out.Batches = true
		err = x.inBatches(ctx)
	}
	if err != nil {
		return x.out, err
	}
	x.out.Uncleared = s.clear(ctx, name.Case)
	return x.out, nil
}

// version is what the store says of a version that can be read; zero where there is none.
type version struct {
	generation generation
	content    string
	revision   int64
	rows       int64
}

func (s *Store) current(ctx context.Context, name Name) (version, error) {
	var v version
	err := s.read(ctx, "look for "+name.String(), func(tx transaction) (err error) {
		v, err = tx.current(name)
		return err
	})
	return v, err
}

func (t transaction) current(name Name) (version, error) {
	var v version
	err := t.each("MATCH (v:Version {slot: $slot}) RETURN v.gen, v.content, v.revision, v.rows", map[string]any{"slot": name.String()},
		func(values []any) error {
			gen, _ := values[0].(string)
			v.generation = generation(gen)
			v.content, _ = values[1].(string)
			v.revision, _ = values[2].(int64)
			v.rows, _ = values[3].(int64)
			return nil
		})
	return v, err
}

// lock makes others who would change the case wait until the transaction ends. Nothing is changed by it.
func (t transaction) lock(id models.CaseID) error {
	_, err := t.do("MERGE (c:Harmpath {uid: $uid}) ON CREATE SET c:Case, c.id = $id SET c.busy = true REMOVE c.busy",
		map[string]any{"uid": caseUID(id), "id": string(id)})
	return err
}

func caseUID(id models.CaseID) string { return "case/" + string(id) }

// exchange is one push under way.
type exchange struct {
	store  *Store
	name   Name
	source source
	digest digest
	out    Pushed
}

// head is the version's own node with what the store itself has to say of it.
func (x *exchange) head(n node, g generation, revision int64) map[string]any {
	row := g.row(n)
	row["case"], row["version"], row["slot"], row["gen"] = string(x.name.Case), x.name.Version, x.name.String(), string(g)
	row["content"], row["revision"], row["rows"] = x.digest.hash, revision, x.digest.rows()
	return row
}

// newGeneration makes up the beginning of uids that nobody else uses.
func newGeneration() generation {
	var b [6]byte
	rand.Read(b[:])
	return generation(hex.EncodeToString(b[:]))
}

// publish writes the version's own node and lets readers find it.
const publish = `MATCH (c:Harmpath {uid: $case}) MATCH (v:Harmpath {uid: $row.uid})
SET v = $row, v.pushed = datetime() SET v:Version REMOVE v:Staging MERGE (c)-[:VERSION]->(v)`
