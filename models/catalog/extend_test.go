package catalog

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/models"
)

// folder makes a folder of a user's catalog from pairs of names and texts.
func folder(files ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

const head = "name: {ja: 名, en: name}\nmeans: {ja: 意味。, en: Meaning.}\n"

func TestExtendAddsAndOverrides(t *testing.T) {
	base := loaded(t)
	kinds, threats := len(base.Kinds), len(base.Threats)
	c, err := Extend(base, folder(
		"README.md", "# mine",
		".hidden/x.yaml", "nonsense: [",
		"kinds/elevator.yaml", "id: elevator\norder: 5\nparent: appliance\n"+head+"threats: [misuse, trapping]\n",
		"states/trapped.yaml", "id: trapped\nof: component\n"+head,
		"threats/trapping.yaml", "id: trapping\nstate: trapped\n"+head,
		"rules/trap.yaml", "id: trap\n"+head+"class: consequence\nover: component\nwhere: [kind(component) is elevator, not flaw_free(component)]\nif: [used(component)]\nthen: trapped(component)\nexplains: {ja: '{component}に閉じ込める。', en: '{component} traps somebody.'}\n",
		"rules/flood.yaml", "id: flood\n"+head+"class: attack\nover: component\nif: [reached(component)]\nthen: stopped(component)\neffort: {days: 7, basis: {ja: 推定, en: judgement}}\nexplains: {ja: '{component}。', en: '{component}.'}\n",
	))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Kinds[0].ID; got != "elevator" {
		t.Errorf("the first kind is %s: the added one does not stand at its order", got)
	}
	if !c.IsA("elevator", "device") || !slices.Equal(c.ThreatsOf("elevator"), []models.ThreatID{"trapping", "misuse"}) {
		t.Errorf("the added kind has the line %v and the threats %v", c.Line("elevator"), c.ThreatsOf("elevator"))
	}
	if got := c.Rule("flood").Effort.Days; got != 7 {
		t.Errorf("the overridden rule costs %g days, want 7", got)
	}
	if c.Rule("flood").At != (models.Place{File: "rules/flood.yaml", Line: 1, Column: 1}) {
		t.Errorf("the overridden rule stands at %s", c.Rule("flood").At)
	}
	if len(base.Kinds) != kinds || len(base.Threats) != threats || base.Kind("elevator") != nil || base.Rule("flood").Effort.Days == 7 {
		t.Error("extending changed the base")
	}
	again, err := Extend(c, folder("threats/trapping.yaml", "id: trapping\nstate: used\n"+head))
	if err != nil || again.Threat("trapping").State != "used" || c.Threat("trapping").State != "trapped" {
		t.Errorf("an extension cannot be extended: %v", err)
	}
}

// aRule is a good rule but for what a test writes.
func aRule(lines string) string {
	good := []string{"class: attack", "over: flow", "if: [spoofed(flow)]", "then: used(to)", "explains: {ja: '{to}。', en: '{to}.'}"}
	var b strings.Builder
	b.WriteString("id: mine\n" + head)
	for _, line := range good {
		key, _, _ := strings.Cut(line, ":")
		if !strings.HasPrefix(lines, key+":") && !strings.Contains(lines, "\n"+key+":") {
			b.WriteString(line + "\n")
		}
	}
	return b.String() + lines + "\n"
}

// Each case is one file of a user's catalog and all that is said of it.
func TestBadCatalogs(t *testing.T) {
	for _, tt := range []struct {
		name string
		fs   fstest.MapFS
		want string
	}{
		{"file and id differ", folder("kinds/a.yaml", "id: b\n"+head),
			`kinds/a.yaml:1:5: id: the id "b" is not the name of its file; name the file b.yaml, or write id: a`},
		{"no identifier", folder("kinds/A b.yaml", "id: A b\n"+head),
			`kinds/A b.yaml:1:5: id: "A b" is no identifier; write a lower-case letter, then lower-case letters, digits, - and _`},
		{"unknown key", folder("kinds/a.yaml", "id: a\n"+head+"parnt: device\n"),
			`kinds/a.yaml:4:1: parnt: unknown key "parnt"; did you mean parent?`},
		{"folder", folder("rule/a.yaml", ""),
			`rule: the catalog has no folder of this name; did you mean rules?`},
		{"outside", folder("flood.yaml", ""),
			`flood.yaml: an entry lies outside the folders of the catalog; move it into one of kinds, classes, states, properties, threats, rules, attacks, measures, requirements, viewpoints, sensitivities, sites, findings, cells, schemes, policies, categories, norms, data_risks`},
		{"extension", folder("kinds/a.yml", ""),
			`kinds/a.yml: the file is not read as an entry; give it a name that ends in .yaml, or move it away`},
		{"nested", folder("kinds/a/b.yaml", ""),
			`kinds/a: a folder lies where only entries are read; put one file for each entry into kinds`},
		{"one language", folder("kinds/a.yaml", "id: a\nname: {ja: 名}\nmeans: {ja: 意味。, en: Meaning.}\nwhy: {en: Why.}\n"),
			"kinds/a.yaml:2:7: name: the text is not in both languages: en is missing; add en: …\n" +
				"kinds/a.yaml:4:6: why: the text is not in both languages: ja is missing; add ja: …"},
		{"references", folder("kinds/a.yaml", "id: a\n"+head+"references:\n  - {scheme: CAPEC, id: '94'}\n  - {scheme: CWE, id: CWE-1}\n  - {scheme: CWE, id: CWE-1}\n"),
			"kinds/a.yaml:5:25: references[0].id: \"94\" is no id of CAPEC; write one such as CAPEC-94\n" +
				"kinds/a.yaml:7:5: references[2]: CWE-1 is named twice; remove one"},
		{"kind", folder("kinds/a.yaml", "id: a\n"+head+"parent: devise\nthreats: [misuse, misuse, misues]\nproperties: [encrypted]\n"),
			"kinds/a.yaml:4:9: parent: there is no \"devise\" in kinds; did you mean device?\n" +
				"kinds/a.yaml:5:19: threats[1]: \"misuse\" is named twice; remove one\n" +
				"kinds/a.yaml:5:27: threats[2]: there is no \"misues\" in threats; did you mean misuse?\n" +
				"kinds/a.yaml:6:14: properties[0]: encrypted is a property of a dataflow; name properties of components only"},
		{"cycle", folder("kinds/a.yaml", "id: a\nparent: b\n"+head, "kinds/b.yaml", "id: b\nparent: device\n"+head, "kinds/device.yaml", "id: device\nparent: a\n"+head),
			"kinds/a.yaml:2:9: parent: the kind stands above itself: a → b → device → a; give one of them another parent\n" +
				"kinds/b.yaml:2:9: parent: the kind stands above itself: b → device → a → b; give one of them another parent\n" +
				"kinds/device.yaml:2:9: parent: the kind stands above itself: device → a → b → device; give one of them another parent"},
		{"class", folder("classes/a.yaml", "id: a\nkind: heater\n"+head),
			`classes/a.yaml:2:7: kind: there is no "heater" in kinds; did you mean meter?`},
		{"state", folder("states/conditions.yaml", "id: conditions\nof: dependency\n"+head, "states/used.yaml", "id: used\nof: dataflow\n"+head),
			"states/conditions.yaml:1:5: id: conditions stands for several premises in rules; give the state another id\n" +
				"states/conditions.yaml:2:5: of: a dependency has no states; write what the fact would be about, e.g. component\n" +
				"states/used.yaml:2:5: of: rules take used as a state of a component; write of: component, or give the state another id"},
		{"property", folder("properties/kind.yaml", "id: kind\nof: effect\n"+head, "properties/encrypted.yaml", "id: encrypted\nof: data\n"+head),
			"properties/encrypted.yaml:2:5: of: rules take encrypted as a property of a dataflow; write of: dataflow, or give the property another id\n" +
				"properties/kind.yaml:1:5: id: kind is an attribute that tests ask for; give the property another id\n" +
				"properties/kind.yaml:2:5: of: an effect has no properties; write component, dataflow or data"},
		{"threat", folder("threats/a.yaml", "id: a\nstate: spoofed\n"+head, "threats/b.yaml", "id: b\nstate: usd\n"+head),
			"threats/a.yaml:2:8: state: spoofed is a state of a dataflow; name a state of components\n" +
				"threats/b.yaml:2:8: state: there is no \"usd\" in states; did you mean used?"},
		{"viewpoint", folder("viewpoints/a.yaml", "id: a\nno: 1\n"+head, "viewpoints/b.yaml", "id: b\nno: -1\n"+head),
			"viewpoints/a.yaml:2:5: no: viewpoint-1 has the number 1 already; give each viewpoint its own number\n" +
				"viewpoints/b.yaml:2:5: no: -1 is no number of a viewpoint; write 1 or more"},
		{"sensitivity", folder("sensitivities/a.yaml", "id: a\nimportant: true\n"+head),
			`sensitivities/a.yaml:2:12: important: only personal information is of high importance to the framework; add personal: true, or remove important`},
		{"site", folder("sites/a.yaml", "id: a\nmark: star\nlong_duration: long\n"+head),
			`sites/a.yaml:3:16: long_duration: "long" is no time; write a number of hours, days or weeks such as 12h, 3d or 2w`},
		{"policy", folder("policies/large_recall.yaml", "id: large_recall\ndefault: never\nchoices: [{id: escalate, means: {ja: a。, en: a.}}, {id: sometimes, means: {ja: b。, en: b.}}]\n"+head,
			"policies/misuse.yaml", "id: misuse\n"+head),
			"policies/large_recall.yaml:2:10: default: \"never\" is none of the choices; write one of escalate, sometimes\n" +
				"policies/large_recall.yaml:3:57: choices[1].id: \"sometimes\" is no choice of large_recall; write one of escalate, conjunctive\n" +
				"policies/misuse.yaml:1:5: id: harmpath asks for no policy misuse; did you mean foreseeable_misuse?"},
		{"cell", folder("cells/a.yaml", "id: a\nrecovery: fatal\neconomic: limited\nviewpoints: [viewpoint-9]\n"+head),
			"cells/a.yaml:1:1: fatal-limited is about the same cell of the risk map; override that entry, or remove one\n" +
				"cells/a.yaml:4:14: viewpoints[0]: there is no \"viewpoint-9\" in viewpoints; did you mean viewpoint-1?"},
		{"finding", folder("findings/a.yaml", "id: a\nseverity: notice\nname: {ja: 名, en: name}\nmeans: {ja: '{1}と{0}。', en: 'Of {one} and {2.'}\nremedy: {ja: 直す。, en: 'Mend 1}.'}\n"),
			"findings/a.yaml:4:13: means.ja: \"{0}\" names no subject; write {1} for the first subject, {2} for the second\n" +
				"findings/a.yaml:4:29: means.en: \"{2.\" names no subject; write {1} for the first subject, {2} for the second\n" +
				"findings/a.yaml:4:29: means.en: \"{one}\" names no subject; write {1} for the first subject, {2} for the second\n" +
				"findings/a.yaml:5:23: remedy.en: \"}\" names no subject; write {1} for the first subject, {2} for the second"},
		{"rule: relation", folder("rules/mine.yaml", aRule("over: flows")),
			`rules/mine.yaml:8:7: over: there is no relation "flows"; did you mean flow?`},
		{"rule: roles", folder("rules/mine.yaml", aRule("where: [nature(flw) is update]\nif: [used(form), spoofed(too)]\nthen: used(component)")),
			"rules/mine.yaml:7:9: where[0]: the relation flow has no role \"flw\"; did you mean flow?\n" +
				"rules/mine.yaml:8:6: if[0]: the relation flow has no role \"form\"; did you mean from?\n" +
				"rules/mine.yaml:8:18: if[1]: the relation flow has no role \"too\"; did you mean to?\n" +
				"rules/mine.yaml:9:7: then: the relation flow has no role \"component\"; write one of flow, from, to"},
		{"rule: sorts", folder("rules/mine.yaml", aRule("where: [kind(flow) is device, encrypted(to), nature(to) is update]\nif: [used(flow), conditions(to)]\nthen: spoofed(to)")),
			"rules/mine.yaml:7:9: where[0]: kind is asked of a component, and flow is a dataflow; name a role of that sort\n" +
				"rules/mine.yaml:7:31: where[1]: encrypted is asked of a dataflow, and to is a component; name a role of that sort\n" +
				"rules/mine.yaml:7:46: where[2]: nature is asked of a dataflow, and to is a component; name a role of that sort\n" +
				"rules/mine.yaml:8:6: if[0]: used is a state of a component, and flow is a dataflow; name a state or a role of the right sort\n" +
				"rules/mine.yaml:8:18: if[1]: conditions is asked of a dataflow, and to is a component; name a role of that sort\n" +
				"rules/mine.yaml:9:7: then: spoofed is a state of a dataflow, and to is a component; name a state or a role of the right sort"},
		{"rule: words", folder("rules/mine.yaml", aRule("where: [kind(to) is devise|server, encrypted(flow) is true, nature(flow), natur(flow) is update, encryptd(flow)]\nif: [usd(from)]\nthen: conditions(flow)")),
			"rules/mine.yaml:7:9: where[0]: \"devise\" is no kind; did you mean device?\n" +
				"rules/mine.yaml:7:36: where[1]: encrypted is a property: it is true or not; write encrypted(flow) or not encrypted(flow)\n" +
				"rules/mine.yaml:7:61: where[2]: nature is compared with words; write nature(flow) is …\n" +
				"rules/mine.yaml:7:75: where[3]: there is no attribute and no property \"natur\"; did you mean nature?\n" +
				"rules/mine.yaml:7:98: where[4]: there is no attribute and no property \"encryptd\"; did you mean encrypted?\n" +
				"rules/mine.yaml:8:6: if[0]: there is no state \"usd\"; did you mean used?\n" +
				"rules/mine.yaml:9:7: then: conditions stands for several premises and cannot be concluded; write one of reached, touched, used, misled, accessed, infected, leaking, tampered, stopped, misoperated, on_path, observed, spoofed, falsified, cut, disclosed, altered, challenged, defeated, occurred, present, insider, holds, carried, assumed, weak, passable, ineffective, passed"},
		{"rule: negated fact", folder("rules/mine.yaml", aRule("where: [not used(from)]")),
			`rules/mine.yaml:9:9: where[0]: used is a state: facts are premises, and tests ask only what the model states; write it under if, without not`},
		{"rule: negated premise", folder("rules/mine.yaml", aRule("if: [not used(from)]")),
			`rules/mine.yaml:8:6: if[0]: "not used(from)" is not of the form state(role), e.g. used(from)`},
		{"rule: nothing wanted", folder("rules/mine.yaml", aRule("if: []")),
			`rules/mine.yaml:8:5: if: a rule without premises would make its conclusion true by itself; name the facts that it takes`},
		{"rule: itself", folder("rules/mine.yaml", aRule("if: [used(to), spoofed(flow), spoofed(flow)]")),
			"rules/mine.yaml:8:6: if[0]: used(to) is what the rule concludes; remove it\n" +
				"rules/mine.yaml:8:31: if[2]: spoofed(flow) is named twice; remove one"},
		{"rule: figures", folder("rules/mine.yaml", aRule("effort: {days: -1, basis: {ja: 推定}}\nprobability: 1.5")),
			"rules/mine.yaml:9:16: effort.days: -1 is no amount; write 0 or more\n" +
				"rules/mine.yaml:9:27: effort.basis: the text is not in both languages: en is missing; add en: …\n" +
				"rules/mine.yaml:10:14: probability: 1.5 is no probability; write a number from 0 to 1"},
		{"rule: effort of a consequence", folder("rules/mine.yaml", aRule("class: consequence\neffort: {days: 1, basis: x}")),
			`rules/mine.yaml:9:9: effort: a consequence costs nobody effort; remove it, or write class: attack`},
		{"rule: sentence", folder("rules/mine.yaml", aRule("explains: {ja: '{to}と{host}。', en: '{to and from}.'}")),
			"rules/mine.yaml:8:16: explains.ja: \"{host}\" names no role of the relation flow; write one of {flow}, {from}, {to}\n" +
				"rules/mine.yaml:8:36: explains.en: \"{to and from}\" names no role of the relation flow; write one of {flow}, {from}, {to}"},
		{"measure", folder("measures/a.yaml", "id: a\n"+head+"viewpoint: viewpoint-5\ntarget: system\nthreats: [misuse]\nall_threats: true\nrequires: orgnisation\nmeasure: {ja: 策。, en: Do.}\nkinds: [sensr]\nprovides: [encrypte]\nblocks: [flood]\nhardens: [{rule: flood, effort: 1}, {rule: lure-user}, {rule: fload, probability: 2, effort: -1}]\novercome: {effort: -1, probability: -1}\ncost: -1\nburden: -0.5\n"),
			"measures/a.yaml:4:12: viewpoint: there is no \"viewpoint-5\" in viewpoints; did you mean viewpoint-1?\n" +
				"measures/a.yaml:6:10: threats: the measure is against all threats and against some; write either all_threats: true or threats\n" +
				"measures/a.yaml:8:11: requires: there is no \"orgnisation\" in requirements; did you mean organisation?\n" +
				"measures/a.yaml:10:9: kinds[0]: there is no \"sensr\" in kinds; did you mean sensor?\n" +
				"measures/a.yaml:11:12: provides[0]: there is no \"encrypte\" in properties; did you mean encrypted?\n" +
				"measures/a.yaml:13:18: hardens[0].rule: flood is blocked by the same measure; remove one\n" +
				"measures/a.yaml:13:37: hardens[1]: lure-user is made no harder; add effort or probability\n" +
				"measures/a.yaml:13:63: hardens[2].rule: there is no \"fload\" in rules; did you mean flood?\n" +
				"measures/a.yaml:13:83: hardens[2].probability: 2 is no probability; write a number from 0 to 1\n" +
				"measures/a.yaml:13:94: hardens[2].effort: -1 is no amount; write 0 or more\n" +
				"measures/a.yaml:14:20: overcome.effort: -1 is no amount; write 0 or more\n" +
				"measures/a.yaml:14:37: overcome.probability: -1 is no probability; write a number from 0 to 1\n" +
				"measures/a.yaml:15:7: cost: -1 is no amount; write 0 or more\n" +
				"measures/a.yaml:16:9: burden: -0.5 is no amount; write 0 or more"},
		{"measure against nothing", folder("measures/a.yaml", "id: a\n"+head+"viewpoint: viewpoint-1\ntarget: system\nmeasure: {ja: 策。, en: Do.}\n"),
			`measures/a.yaml:1:1: the measure counters no threat; add threats, or all_threats: true`},
		{"class of attacks without an answer", folder("attacks/a.yaml", "id: a\n"+head+"answers: []\n"),
			`attacks/a.yaml:1:1: the class has no answer; add answers: of which kinds, and rules, left_out or not_yet`},
		{"answers about attacks", folder("attacks/a.yaml", "id: a\n"+head+"answers:\n  - kinds: [gateway, gatevay]\n    rules: [fload]\n  - kinds: [server, gateway]\n  - kinds: []\n    rules: [flood]\n    not_yet: {ja: 不足。, en: Much.}\n"),
			"attacks/a.yaml:5:22: answers[0].kinds[1]: there is no \"gatevay\" in kinds; did you mean gateway?\n" +
				"attacks/a.yaml:6:13: answers[0].rules[0]: there is no \"fload\" in rules; did you mean flood?\n" +
				"attacks/a.yaml:7:5: answers[1]: the answer is not one of three; write one of rules, left_out and not_yet\n" +
				"attacks/a.yaml:7:21: answers[1].kinds[1]: \"gateway\" has an answer already; remove one\n" +
				"attacks/a.yaml:8:5: answers[2]: the answer is about no kind; add kinds: [component], or others\n" +
				"attacks/a.yaml:8:5: answers[2]: the answer is not one of three; write one of rules, left_out and not_yet"},
		{"nothing is said of what refers to a broken file", folder("kinds/box.yaml", "id: box\nparnt: device\n"+head, "classes/tin.yaml", "id: tin\nkind: box\n"+head),
			`kinds/box.yaml:2:1: parnt: unknown key "parnt"; did you mean parent?`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Extend(loaded(t), tt.fs)
			if err == nil {
				t.Fatal("nothing is found wrong")
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			var problems models.Problems
			if !errors.As(err, &problems) {
				t.Errorf("the error is a %T", err)
			}
		})
	}
}

// brokenFS fails where a folder's files are read.
type brokenFS struct{ fstest.MapFS }

func (b brokenFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		return nil, fs.ErrPermission
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) Stat(name string) (fs.FileInfo, error)      { return b.MapFS.Stat(name) }
func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) { return b.MapFS.ReadDir(name) }
func (b brokenFS) ReadFile(name string) ([]byte, error)       { return nil, fs.ErrPermission }

func TestWorldFails(t *testing.T) {
	_, err := Extend(loaded(t), brokenFS{folder("kinds/a.yaml", "id: a\n")})
	var problems models.Problems
	if !errors.Is(err, fs.ErrPermission) || errors.As(err, &problems) {
		t.Errorf("a file that cannot be read gives %v", err)
	}
}

func TestLargeFile(t *testing.T) {
	_, err := Extend(loaded(t), folder("kinds/a.yaml", "id: a\n"+strings.Repeat("#", 2<<20)))
	if want := "kinds/a.yaml: the file is larger than 1048576 bytes; write one entry a file"; err == nil || err.Error() != want {
		t.Errorf("a large file gives %v", err)
	}
}
