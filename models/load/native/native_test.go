package native_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/strict"
)

const head = "harmpath: \"1\"\nid: x\ntitle: X\nsite: consumer\n"

// folder is a file system of some texts by name.
func folder(files map[string]string) fs.FS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// zones tells the zones of a model with their places, in order.
func zones(m *models.System) string {
	var out []string
	for _, z := range m.Zones {
		out = append(out, string(z.ID)+"@"+z.At.String())
	}
	return strings.Join(out, " ")
}

func zone(id string) string { return fmt.Sprintf("trust_zones: [{id: %s, name: Z}]\n", id) }

func TestIncludes(t *testing.T) {
	files := folder(map[string]string{
		"case/model.yaml":         head + "include: [parts/a.yaml, b.json]\n" + zone("z0"),
		"case/parts/a.yaml":       zone("z1") + "include: [deeper/c.yml]\n",
		"case/parts/deeper/c.yml": zone("z2") + "include: [../../d.yaml]\n",
		"case/b.json":             `{"trust_zones": [{"id": "z4", "name": "Z"}], "date": "2021-11-29"}`,
		"case/d.yaml":             zone("z3"),
	})
	for _, name := range []string{"case", "case/model.yaml"} {
		model, err := load.Load([]load.Format{native.Format}, load.Source{Files: files, Name: name, Shown: "here"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := "z0@here/case/model.yaml:6:15 z1@here/case/parts/a.yaml:1:15 z2@here/case/parts/deeper/c.yml:1:15 z3@here/case/d.yaml:1:15 z4@here/case/b.json:1:18"
		if got := zones(model.System); got != want {
			t.Errorf("%s: zones\n%s, want\n%s", name, got, want)
		}
		if model.System.Date != "2021-11-29" || model.System.Include != nil {
			t.Errorf("%s: date %q, include %v", name, model.System.Date, model.System.Include)
		}
		located := model.Locate(models.Problems{{Path: "trust_zones[4].name"}, {Path: "date"}, {Path: "trust_zones[2].id"}})
		wantPlaces := []string{"here/case/b.json:1:39", "here/case/b.json:1:54", "here/case/parts/deeper/c.yml:1:20"}
		var places []string
		for _, p := range located {
			places = append(places, p.At.String())
		}
		if diff := cmp.Diff(wantPlaces, places); diff != "" {
			t.Errorf("%s: places (-want +got):\n%s", name, diff)
		}
	}
}

func TestProblems(t *testing.T) {
	many := map[string]string{"model.yaml": head + "include: [p0.yaml, p1.yaml, p2.yaml]\n"}
	chain := map[string]string{"model.yaml": head + "include: [p0.yaml]\n"}
	for i := range 5 {
		many[fmt.Sprintf("p%d.yaml", i)] = zone(fmt.Sprintf("z%d", i))
		chain[fmt.Sprintf("p%d.yaml", i)] = fmt.Sprintf("include: [p%d.yaml]\n", i+1)
	}
	for name, test := range map[string]struct {
		files  map[string]string
		limits native.Limits
		want   string
	}{
		"version":             {map[string]string{"model.yaml": strings.Replace(head, `"1"`, `"2"`, 1)}, native.Limits{}, `model.yaml:1:11: harmpath: version "2" of the format is not known; write "1"`},
		"version unquoted":    {map[string]string{"model.yaml": strings.Replace(head, `"1"`, `1`, 1)}, native.Limits{}, `model.yaml:1:11: harmpath: expected text, found the number 1; put it in quotes: "1"`},
		"missing keys":        {map[string]string{"model.yaml": "trust_zones: []\n"}, native.Limits{}, "model.yaml:1:1: harmpath: key \"harmpath\" is missing; add harmpath: …\nmodel.yaml:1:1: id: key \"id\" is missing; add id: …\nmodel.yaml:1:1: site: key \"site\" is missing; add site: …\nmodel.yaml:1:1: title: key \"title\" is missing; add title: …"},
		"no file":             {map[string]string{"model.yaml": head + "include: [a.yaml]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: there is no file "a.yaml"; name files relative to the one that includes them`},
		"folder":              {map[string]string{"model.yaml": head + "include: [a.yaml]\n", "a.yaml/x": ""}, native.Limits{}, `model.yaml:5:11: include[0]: "a.yaml" is a folder; include its files one by one`},
		"outside":             {map[string]string{"model.yaml": head + "include: [../a.yaml]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "../a.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"outside by a detour": {map[string]string{"model.yaml": head + "include: [a/../../b.yaml]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "a/../../b.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"absolute":            {map[string]string{"model.yaml": head + "include: [/a.yaml]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "/a.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"drive":               {map[string]string{"model.yaml": head + "include: ['C:a.yaml']\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "C:a.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"backslash":           {map[string]string{"model.yaml": head + "include: ['..\\a.yaml']\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "..\\a.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"address":             {map[string]string{"model.yaml": head + "include: ['https://host/a.yaml']\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "https://host/a.yaml" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"empty":               {map[string]string{"model.yaml": head + "include: ['']\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "" is no file below the model's folder; write a relative path such as parts/network.yaml`},
		"other extension":     {map[string]string{"model.yaml": head + "include: [a.txt]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: "a.txt" is neither YAML nor JSON; include files that end in .yaml, .yml, .json`},
		"itself":              {map[string]string{"model.yaml": head + "include: [model.yaml]\n"}, native.Limits{}, `model.yaml:5:11: include[0]: the file includes itself: model.yaml → model.yaml; remove this include`},
		"cycle":               {map[string]string{"model.yaml": head + "include: [a/a.yaml]\n", "a/a.yaml": "include: [../b.yaml]", "b.yaml": "include: [a/a.yaml]"}, native.Limits{}, `b.yaml:1:11: include[2]: the file includes itself: model.yaml → a/a.yaml → b.yaml → a/a.yaml; remove this include`},
		"twice":               {map[string]string{"model.yaml": head + "include: [a.yaml, ./a.yaml]\n", "a.yaml": "{}"}, native.Limits{}, `model.yaml:5:19: include[1]: "a.yaml" is included twice; remove this include`},
		"scalar twice":        {map[string]string{"model.yaml": head + "include: [a.yaml]\n", "a.yaml": "id: y\n"}, native.Limits{}, `a.yaml:1:1: id: key "id" is already set in model.yaml:2:1; set it in one file only`},
		"in a part":           {map[string]string{"model.yaml": head + "include: [a.yaml]\n" + zone("z0"), "a.yaml": "trust_zones: [{id: z1}]\n"}, native.Limits{}, `a.yaml:1:15: trust_zones[1].name: key "name" is missing; add name: …`},
		"broken part":         {map[string]string{"model.yaml": "include: [a.yaml]\nzones: 1\n", "a.yaml": "a: [\n"}, native.Limits{}, "a.yaml:2:1: this is no YAML: did not find expected node content\nmodel.yaml:2:1: zones: unknown key \"zones\"; did you mean trust_zones?"},
		"too many files":      {many, native.Limits{Files: 3}, `model.yaml:5:29: include[2]: the case has more than 3 files; join some of them`},
		"too deep":            {chain, native.Limits{IncludeDepth: 3}, `p2.yaml:1:11: include[3]: more than 3 files include each other in a row; include it from a file further up`},
		"too large":           {many, native.Limits{Limits: strict.Limits{YAMLSize: 100}}, ""},
		"too large by far":    {map[string]string{"model.yaml": head + "# " + strings.Repeat("x", 100)}, native.Limits{Limits: strict.Limits{YAMLSize: 100}}, `model.yaml: the file is larger than 100 bytes; split the model and include its parts`},
		"too large together":  {many, native.Limits{Limits: strict.Limits{TotalSize: 150}}, "p2.yaml: the files are together larger than 150 bytes; write a smaller model"},
	} {
		t.Run(name, func(t *testing.T) {
			model, err := native.Decode(load.Source{Files: folder(test.files), Name: "model.yaml"}, test.limits)
			if unread := strings.Contains(test.want, "include[") || strings.Contains(test.want, "no YAML") || strings.Contains(test.want, "larger than"); unread == (model != nil) {
				t.Errorf("the model is %v", model)
			}
			got := ""
			if err != nil {
				got = err.Error()
			}
			var problems models.Problems
			if err != nil && !errors.As(err, &problems) {
				t.Fatalf("%v is a %T, not problems", err, err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// unreadable is a file system in which one file fails.
type unreadable struct{ fs.FS }

var errDisk = errors.New("the disk is gone")

func (u unreadable) Open(name string) (fs.File, error) {
	if name == "a.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errDisk}
	}
	return u.FS.Open(name)
}

func TestFailureOfTheWorldIsNoProblem(t *testing.T) {
	files := unreadable{folder(map[string]string{"model.yaml": head + "include: [a.yaml]\n", "a.yaml": ""})}
	_, err := native.Decode(load.Source{Files: files, Name: "model.yaml"}, native.Limits{})
	if !errors.Is(err, errDisk) {
		t.Errorf("the error is %v", err)
	}
}

// What is wrong with a case beside what reading tells is told at once, and nothing twice.
func TestReadingAndCheckingTogether(t *testing.T) {
	text := head + `components:
  - {id: net, name: Net, kind: wide_network, zone: home}
  - {id: phone, name: Phone, kind: smartfone, zone: home, on: [net, nte], frm: x}
trust_zones:
  - {id: home, name: Home}
  - {name: Away}
dataflows:
  - {id: f, frm: phone, to: nowhere, nature: comand, opened_by: net}
effects:
  - {id: e, name: E, causes: used, harm: {injury: severe}}
safeguards:
  - {id: s, name: S, guards: [e], independence: mechanicl}
  - {id: r, name: R, guards: [x], independence: mechanical}
attackers:
  - {id: a, name: A, kind: remote, stats: [reached(net)]}
`
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: folder(map[string]string{"m.yaml": text}), Name: "m.yaml"})
	var problems models.Problems
	if model == nil || !errors.As(err, &problems) {
		t.Fatalf("model %v, error %v", model, err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	problems = append(problems, model.Locate(check.System(model.System, knowledge))...).Sort()
	var got []string
	for _, p := range problems {
		got = append(got, p.At.String()+" "+p.Path+": "+p.What.String())
	}
	want := []string{
		`m.yaml:7:36 components[1].kind: there is no kind "smartfone"`,
		`m.yaml:7:69 components[1].networks[1]: there is no component "nte"`,
		`m.yaml:7:75 components[1].frm: unknown key "frm"`,
		`m.yaml:10:5 trust_zones[1].id: key "id" is missing`,
		`m.yaml:12:13 dataflows[0].frm: unknown key "frm"`,
		`m.yaml:12:29 dataflows[0].to: there is no component "nowhere"`,
		`m.yaml:12:46 dataflows[0].nature: unknown word "comand"`,
		`m.yaml:14:30 effects[0].causes: "used" is not of the form state(subject), e.g. used(heater)`,
		`m.yaml:16:49 safeguards[0].independence: unknown word "mechanicl"`,
		`m.yaml:17:31 safeguards[1].guards[0]: there is no effect or named cause "x"`,
		`m.yaml:19:36 attackers[0].stats: unknown key "stats"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
