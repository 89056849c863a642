package suite_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/strict"
	"github.com/harmpath/harmpath/models/topology"
)

// lines is the file lines.yaml beside the model of an incident: what is published of it, line by line, and what must come
// out of the model for it. Who wrote it had not seen the model.
type lines struct {
	MustDerive []line `json:"must_derive,omitempty"` // what happened, or was shown
	MustNot    []line `json:"must_not,omitempty"`    // what a control held off, or what nothing leads to
	Stops      []line `json:"stops,omitempty"`       // one change of the system each, which stops or hinders it
	NoHelp     []line `json:"no_help,omitempty"`     // changes that look as if, and do not
}

// line is a statement of one line of the description of an incident, of which there may be several, one after the other. It is
// of the assessed reading.
type line struct {
	Line       string            `json:"line"`                 // the words of the description
	Missed     string            `json:"missed,omitempty"`     // why it does not come out, or cannot be stated: it counts as missed
	By         models.ProfileID  `json:"by,omitempty"`         // the attacker or initiator that is let loose, alone; all, where none is named
	Capability models.Capability `json:"capability,omitempty"` // what that one is able to; as in the model, where it is not named
	Change     []string          `json:"change,omitempty"`     // as after `harmpath whatif --set`
	Holds      []models.Fact     `json:"holds,omitempty"`      // what comes about, after the change
	Not        []models.Fact     `json:"not,omitempty"`        // what does not; of a line of stops: what came about before the change
	Moves      []string          `json:"moves,omitempty"`      // what the change betters: margin(EFFECT), effort(EFFECT), recovery, economic, finding(KIND)
}

var update = flag.Bool("update", false, "write docs/corpus.md anew")

// corpusLists are the lists of lines, and the least share of each that must come out.
var corpusLists = []struct {
	name  string
	means string
	of    func(*lines) []line
	least float64
}{
	{"must_derive", "what happened, or was shown", func(l *lines) []line { return l.MustDerive }, 0.85},
	{"must_not", "what a control held off", func(l *lines) []line { return l.MustNot }, 0.75},
	{"stops", "changes that stop or hinder it", func(l *lines) []line { return l.Stops }, 0.4},
	{"no_help", "changes that do not", func(l *lines) []line { return l.NoHelp }, 0.6},
}

// TestCorpus holds the models of published incidents against what is published of them, and shows which share of it comes
// out. A line that is known to be missed says why; one that comes out after all must no longer say so.
func TestCorpus(t *testing.T) {
	var page corpusPage
	for _, c := range modeltest.CorpusCases(t, root) {
		t.Run(c.Name, func(t *testing.T) {
			system := loaded(t, c.Name)
			published := linesOf(t, c)
			if published == nil {
				page.untold = append(page.untold, c.Name)
				return
			}
			page.incident(c.Name, system)
			for i, list := range corpusLists {
				entries := list.of(published)
				for k, l := range entries {
					wrong := l.wrong(system, list.name)
					switch {
					case len(wrong) == 0 && l.Missed != "":
						t.Errorf("%s: %q comes out; it is not missed", list.name, l.Line)
					case len(wrong) > 0 && l.Missed == "":
						t.Errorf("%s: %q: %s", list.name, l.Line, strings.Join(wrong, "; "))
					}
					if len(wrong) > 0 {
						page.miss(i, l)
					}
					if k+1 == len(entries) || entries[k+1].Line != l.Line {
						page.line(i, !slices.ContainsFunc(entries, func(e line) bool { return e.Line == l.Line && e.Missed != "" }))
					}
				}
			}
		})
	}
	page.unmodelled = linesAlone(t)
	for i, list := range corpusLists {
		if all := page.all[i]; float64(all.right) < list.least*float64(all.stated) {
			t.Errorf("%s: less than %.0f %% come out: %s", list.name, 100*list.least, all)
		}
	}
	const file = root + "/docs/corpus.md"
	want := page.text()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("%v: docs/corpus.md is another than what comes out; run go test ./analysis/suite -run TestCorpus -update", err)
	}
}

// linesAlone tells of which incidents the lines stand there, and no model yet, and how many lines these are.
func linesAlone(t *testing.T) []string {
	t.Helper()
	folders, err := filepath.Glob(root + "/testdata/corpus/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, folder := range folders {
		if models, err := filepath.Glob(folder + "/model.*"); err != nil || len(models) > 0 {
			continue
		}
		published := linesOf(t, modeltest.Case{Folder: folder})
		n := 0
		for _, list := range corpusLists {
			n += len(list.of(published))
		}
		out = append(out, fmt.Sprintf("%s (%d)", filepath.Base(folder), n))
	}
	return out
}

// linesOf reads what is published of an incident; nil where nobody has written it down yet.
func linesOf(t *testing.T, c modeltest.Case) *lines {
	t.Helper()
	file := c.Folder + "/lines.yaml"
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var out lines
	if _, problems := strict.Decode(file, text, &out, strict.Limits{}); len(problems) > 0 {
		t.Fatal(problems)
	}
	return &out
}

// rate is how many of some lines come out.
type rate struct{ right, stated int }

func (r rate) String() string { return fmt.Sprintf("%d of %d", r.right, r.stated) }

// corpusPage is the page that tells which lines come out.
type corpusPage struct {
	all, one [4]rate // by the lists: of all incidents, of the last
	rows     strings.Builder
	missed   strings.Builder
	open     string // the beginning of the row of the last incident
	name     string

	unmodelled, untold []string // what has lines alone, with their number; what has a model alone
}

func (p *corpusPage) incident(name string, system *models.System) {
	p.close()
	p.name, p.one = name, [4]rate{}
	p.open = fmt.Sprintf("| [%s](../testdata/corpus/%s/model.yaml) | %s |", name, name, system.Title.EN)
}

// close ends the row of the last incident.
func (p *corpusPage) close() {
	if p.open == "" {
		return
	}
	p.rows.WriteString(p.open)
	for _, r := range p.one {
		fmt.Fprintf(&p.rows, " %s |", r)
	}
	p.rows.WriteString("\n")
	p.open = ""
}

// line counts a line, of which all statements come out or not.
func (p *corpusPage) line(list int, right bool) {
	p.all[list].stated++
	p.one[list].stated++
	if right {
		p.all[list].right++
		p.one[list].right++
	}
}

func (p *corpusPage) miss(list int, l line) {
	fmt.Fprintf(&p.missed, "- %s, %s: “%s” – %s.\n", p.name, corpusLists[list].name, l.Line, l.Missed)
}

func (p *corpusPage) text() string {
	p.close()
	var out strings.Builder
	out.WriteString(`# What comes out of published incidents

Each incident is modelled from what is published of it, and what is published is held against the model line by line: which
facts must come about, and by whom; which must not, as a control held them off; which single changes stop or hinder the
attack; and which look as if they did. A line that cannot be stated, or only in part, counts as one that does not come out.
The models and lines stand in testdata/corpus; the test TestCorpus writes this page.

| Lines | What they tell | Come out |
|---|---|---|
`)
	for i, list := range corpusLists {
		fmt.Fprintf(&out, "| %s | %s | %s (%.0f %%) |\n", list.name, list.means, p.all[i], 100*float64(p.all[i].right)/float64(max(p.all[i].stated, 1)))
	}
	out.WriteString("\n| Incident | |")
	for _, list := range corpusLists {
		fmt.Fprintf(&out, " %s |", list.name)
	}
	out.WriteString("\n|---|---|---|---|---|---|\n" + p.rows.String() + "\n## What does not come out\n\n" + p.missed.String())
	if len(p.unmodelled)+len(p.untold) > 0 {
		fmt.Fprintf(&out, "\n## What is not counted yet\n\nThere is no model yet for the lines of %s.\nThere are no lines yet for the models of %s.\n", some(p.unmodelled), some(p.untold))
	}
	return out.String()
}

func some(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// wrong tells what of a line does not come out.
func (l *line) wrong(system *models.System, list string) []string {
	if len(l.Holds)+len(l.Not)+len(l.Moves) == 0 {
		return []string{"nothing is stated"}
	}
	changing := list == "stops" || list == "no_help"
	if changing && len(l.Change) == 0 {
		return []string{"no change is stated"}
	}
	before, err := l.outcome(system, nil)
	if err != nil {
		return []string{err.Error()}
	}
	after := before
	if len(l.Change) > 0 {
		if after, err = l.outcome(system, l.Change); err != nil {
			return []string{err.Error()}
		}
	}
	var out []string
	for _, f := range l.Holds {
		out = append(out, after.expect(f, true)...)
		if changing {
			out = append(out, before.expect(f, true)...)
		}
	}
	for _, f := range l.Not {
		out = append(out, after.expect(f, false)...)
		if changing {
			out = append(out, before.expect(f, true)...)
		}
	}
	for _, what := range l.Moves {
		out = append(out, better(what, l.By, before.result, after.result)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// outcome is what comes about in a system when one profile is let loose.
type outcome struct {
	known  *models.Catalog
	result *models.Result
	units  *topology.Units
	facts  map[models.Fact]bool // what holds in the assessed reading
}

func (l *line) outcome(system *models.System, changes []string) (*outcome, error) {
	known, err := catalog.Load()
	if err != nil {
		return nil, err
	}
	var list []change.Change
	for _, written := range changes {
		c, err := change.Parse(written)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	changed, err := change.Apply(system, known, list)
	if err != nil {
		return nil, err
	}
	if l.By != "" {
		other := func(p models.Profile) bool { return p.ID != l.By }
		changed.Attackers, changed.Initiators = slices.DeleteFunc(slices.Clone(changed.Attackers), other), slices.DeleteFunc(slices.Clone(changed.Initiators), other)
		if len(changed.Attackers)+len(changed.Initiators) == 0 {
			return nil, fmt.Errorf("there is no profile %s", l.By)
		}
	}
	if l.Capability != 0 {
		for i := range changed.Attackers {
			changed.Attackers[i].Capability = l.Capability
		}
	}
	analyses := told()
	if len(l.Moves) == 0 {
		analyses = slices.DeleteFunc(analyses, func(a analysis.Analysis) bool { return a.Name != "levels" && a.Name != "paths" })
	}
	out := &outcome{known: known, units: topology.New(changed).Ways(known).Units(), facts: map[models.Fact]bool{}}
	if out.result, err = analysistest.Analysed(changed, analyses); err != nil {
		return nil, err
	}
	for i := range out.result.Facts {
		f := &out.result.Facts[i]
		out.facts[f.Fact] = f.Reached.Assessed != models.NotReached
	}
	return out, nil
}

// expect tells what is wrong with the expectation that a fact holds, or not. What is there once is all there is of it.
func (o *outcome) expect(f models.Fact, holds bool) []string {
	if state := o.known.State(f.State); state == nil || !named(&o.result.System, state.Of, f.Subject) {
		return []string{fmt.Sprintf("%s is nothing that the model could say", f)}
	}
	if f.In == models.OneUnit || !o.units.Many(f) {
		f.In = ""
	}
	if o.facts[f] != holds {
		return []string{fmt.Sprintf("%s: %v, want %v", f, o.facts[f], holds)}
	}
	return nil
}

// named tells whether a system has an element of a sort with an id. What is no element is taken to be there.
func named(system *models.System, sort models.Sort, id string) bool {
	entry := sort.Entry()
	if len(entry.Lists) == 0 {
		return true
	}
	for _, item := range entry.Items(system) {
		if item.ID == id {
			return true
		}
	}
	return false
}

// better tells whether a change did not better something.
func better(what string, by models.ProfileID, before, after *models.Result) []string {
	kind, of, _ := strings.Cut(strings.TrimSuffix(what, ")"), "(")
	var less, more float64
	switch kind {
	case "recovery":
		less, more = -float64(before.Levels.Published.Assessed.Recovery.Level), -float64(after.Levels.Published.Assessed.Recovery.Level)
	case "economic":
		less, more = -float64(before.Levels.Published.Assessed.Economic.Max), -float64(after.Levels.Published.Assessed.Economic.Max)
	case "margin":
		less, more = marginOf(before, of, by), marginOf(after, of, by)
	case "effort":
		less, more = effortOf(before, of, by), effortOf(after, of, by)
	case "finding":
		less, more = -float64(findingsOf(before, of)), -float64(findingsOf(after, of))
	default:
		return []string{what + " is nothing that a change moves"}
	}
	if more <= less {
		return []string{fmt.Sprintf("%s: not better (%v, then %v)", what, less, more)}
	}
	return nil
}

// far stands for what is not there at all.
const far = 1 << 20

// marginOf is the least margin of the profiles: above zero, where the consequence does not come about.
func marginOf(r *models.Result, effect string, by models.ProfileID) float64 {
	least := float64(far)
	for _, m := range r.Margins {
		if string(m.Effect) != effect || m.Reading != "assessed" || by != "" && m.Profile != by {
			continue
		}
		margin := float64(far)
		switch {
		case m.Depth > 0:
			margin = float64(m.Depth)
		case m.Raise > 0:
			margin = -float64(m.Raise)
		case m.Standing.ComesAbout():
			margin = -far
		}
		least = min(least, margin)
	}
	return least
}

// effortOf is the least effort of the profiles.
func effortOf(r *models.Result, effect string, by models.ProfileID) float64 {
	least := float64(far)
	for _, c := range r.Consequences {
		for _, a := range c.Attacks {
			if string(c.Effect) == effect && a.Effort.Value != nil && (by == "" || a.Profile == by) && slices.Contains(c.Reachable.Assessed.By, a.Profile) {
				least = min(least, *a.Effort.Value)
			}
		}
	}
	return least
}

func findingsOf(r *models.Result, kind string) (n int) {
	for _, f := range r.Findings {
		if f.Kind == kind {
			n++
		}
	}
	return n
}
