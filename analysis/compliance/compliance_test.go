package compliance_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/compliance"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// lamp is the system of the tables: a lamp behind its router, and the service that commands it.
//
//	internet ──▶ service ──command──▶ lamp ──▶ burn (severe)
const lamp = `
harmpath: "1"
id: lamp
title: Lamp
site: SITE
stakeholders: [{id: vendor, name: vendor, operates: [lamp, service]}]
trust_zones: [{id: in, name: in}, {id: out, name: out}]
data: [{id: login, name: login, sensitivity: SENSITIVITY}]
components:
  - {id: lamp, name: lamp, kind: KIND, zone: in, networks: [lan], properties: {LAMP}}
  - {id: service, name: service, kind: cloud_service, zone: out, networks: [internet], stores: [login], properties: {SERVICE}}
  - {id: lan, name: lan, kind: local_network, zone: in, drawn_only: true}
  - {id: internet, name: internet, kind: wide_network, zone: out, drawn_only: true}
dataflows:
  - {id: order, name: order, from: service, to: lamp, nature: NATURE, credentials: [login], properties: {ORDER}}
effects:
  - {id: burn, name: burn, causes: {any: [used(lamp)]}, harm: {injury: severe}}
attackers: [{id: who, name: who, kind: remote, starts: [reached(internet)]}]
measures: [MEASURES]
`

// with fills the places of the system in.
func with(pairs ...string) string {
	pairs = append(pairs, "SITE", "consumer", "SENSITIVITY", "credential", "KIND", "appliance", "LAMP", "", "SERVICE", "", "NATURE", "command", "ORDER", "", "MEASURES", "")
	return strings.NewReplacer(pairs...).Replace(lamp)
}

func held(t testing.TB, text string, schemes ...models.SchemeID) *models.Result {
	t.Helper()
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(text)}}, "model.yaml")
	return analysistest.Analyse(t, system, []analysis.Analysis{compliance.Asking(compliance.Question{All: len(schemes) == 0, Schemes: schemes})})
}

// adopted is a measure of the lamp's vendor in force, of which the text says the rest.
func adopted(rest string) string {
	return "{id: own, stakeholder: vendor, status: adopted, " + rest + "}"
}

func TestRequirements(t *testing.T) {
	order := "ORDER"
	tls := "uses: protected-communication, applies_to: [order]"
	sound := []string{"LAMP", "flaw_free: true", "SERVICE", "flaw_free: true, admin_authenticated: true",
		"ORDER", "authenticated: true, integrity_protected: true, end_to_end: true"}
	for _, test := range []struct {
		name   string
		scheme models.SchemeID
		text   string
		want   string
	}{
		{"what the model does not state is lacking", "jc-star", with(),
			"S1.1-01 open; authenticated of [order] unknown; contributes [burn]; attack on spoofed(order) in 10"},
		{"what it states absent too", "jc-star", with(order, "authenticated: false"),
			"S1.1-01 open; no authenticated of [order]; contributes [burn]; attack on spoofed(order) in 9"},
		{"what it states meets", "jc-star", with(order, "authenticated: true"), "S1.1-01 met; authenticated of [order]"},
		{"a measure of the catalog meets, and provides", "jc-star", with(order, "authenticated: false", "MEASURES", adopted(tls)),
			"S1.1-01 met; authenticated of [order] by [own]; measures [own]"},
		{"a measure of the model's own provides", "jc-star",
			with(order, "authenticated: false", "MEASURES", adopted("measure: own, applies_to: [order], provides: [authenticated]")),
			"S1.1-01 met; authenticated of [order] by [own]"},
		{"a candidate is told and meets nothing", "jc-star",
			with(order, "authenticated: false", "MEASURES", strings.Replace(adopted(tls), "adopted", "candidate", 1)),
			"S1.1-01 open; no authenticated of [order]; candidates [own]; contributes [burn]; attack on spoofed(order) in 10"},
		{"what is rejected is not", "jc-star",
			with(order, "authenticated: false", "MEASURES", strings.Replace(adopted(tls), "adopted", "rejected", 1)),
			"S1.1-01 open; no authenticated of [order]; contributes [burn]; attack on spoofed(order) in 9"},
		{"some places and not others", "cra", with("LAMP", "flaw_free: true"),
			"Part I (2)(a) partly; patched of [lamp]; patched of [service] unknown; contributes [burn]; attack on infected(service) in 5"},

		{"what only hardens", "jc-star", with(), "S1.1-04 open; contributes [burn]; only hardens; attack on disclosed(login) in 10"},
		{"a measure in the scope", "jc-star", with("MEASURES", adopted("uses: login-limits, applies_to: [lamp]")), "S1.1-04 met; measures [own]"},
		{"a measure outside it", "jc-star", with("MEASURES", adopted("uses: login-limits, applies_to: [service]")),
			"S1.1-04 open; contributes [burn]; only hardens; attack on disclosed(login) in 10"},
		{"no model shows it", "jc-star", with(), "S1.1-05 not_shown"},
		{"a measure speaks of it by its requirement", "jc-star", with("MEASURES", adopted("measure: own, requires: service-policy")),
			"S1.1-07 partly; partly [own]"},

		{"the scheme is addressed to other kinds", "jc-star", with("KIND", "cloud_service"), "S1.1-01 not_applicable; no kinds"},
		{"to other sites", "iec62443", with(), "SR 1.1 not_applicable; no site"},
		{"nothing personal", "en303645", with(), "5.8-1 not_applicable; no personal_data"},

		{"nobody is safe", "machinery", with(), "1.2.1 open; averted [] possible [burn]; closes burn; attack on occurred(burn) in 9"},
		{"all are", "machinery", with(sound...), "1.2.1 met; averted [burn] possible []"},
		{"the easiest attack goes through it", "iec62443", with("SITE", "manufacturing"),
			"SR 1.1 open; admin_authenticated of [service] unknown; second_factor of [order] unknown; through burn; attack on occurred(burn) in 9"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range held(t, test.text, test.scheme).Compliance[0].Requirements {
				got = append(got, told(&r))
			}
			if !slices.Contains(got, test.want) {
				t.Errorf("want %s\ngot\n%s", test.want, strings.Join(got, "\n"))
			}
		})
	}
}

// Without a question the case's own schemes are taken; a question without schemes takes all.
func TestSchemes(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	named := strings.Replace(with(), "site:", "schemes: [cra, jc-star]\nsite:", 1)
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(named)}}, "model.yaml")
	for _, test := range []struct {
		name string
		ask  analysis.Analysis
		want int
	}{
		{"the case's own", compliance.Analysis, 2},
		{"all", compliance.Asking(compliance.Question{All: true}), len(known.Schemes)},
		{"one", compliance.Asking(compliance.Question{Schemes: []models.SchemeID{"nis2"}}), 1},
	} {
		got := analysistest.Analyse(t, system, []analysis.Analysis{test.ask}).Compliance
		if len(got) != test.want {
			t.Errorf("%s: %d schemes, want %d", test.name, len(got), test.want)
		}
		for i := range got {
			if len(got[i].Requirements) != len(got[i].Scheme.Requirements) {
				t.Errorf("%s: %d of %d requirements of %s", test.name, len(got[i].Requirements), len(got[i].Scheme.Requirements), got[i].Scheme.ID)
			}
		}
	}
	_, err = analysis.Run(t.Context(), system, known, []analysis.Analysis{compliance.Asking(compliance.Question{Schemes: []models.SchemeID{"jcstar"}})}, analysis.Options{})
	var problems models.Problems
	if !errors.As(err, &problems) || !strings.Contains(problems[0].Remedy.String(), "jc-star") {
		t.Errorf("an unknown scheme: %v", err)
	}
}

// told writes what the case shows about a requirement on one line.
func told(r *models.RequirementResult) string {
	out := r.No + " " + string(r.Status)
	add := func(format string, args ...any) { out += "; " + fmt.Sprintf(format, args...) }
	if r.Absent != "" {
		add("no %s", r.Absent)
	}
	for _, h := range r.Holds {
		if h.By == nil {
			add("%s of %v", h.Property, h.Subjects)
		} else {
			add("%s of %v by %v", h.Property, h.Subjects, h.By)
		}
	}
	for _, l := range r.Lacks {
		if l.Unknown {
			add("%s of %v unknown", l.Property, l.Subjects)
		} else {
			add("no %s of %v", l.Property, l.Subjects)
		}
	}
	if len(r.Averted)+len(r.Possible) > 0 {
		add("averted %v possible %v", r.Averted, r.Possible)
	}
	if len(r.Measures) > 0 {
		add("measures %v", r.Measures)
	}
	if len(r.Partly) > 0 {
		add("partly %v", r.Partly)
	}
	if len(r.Candidates) > 0 {
		add("candidates %v", r.Candidates)
	}
	if g := r.Gap; g != nil {
		for _, c := range g.Through {
			if c.Closes {
				add("closes %s", c.Effect)
			} else {
				add("through %s", c.Effect)
			}
		}
		if len(g.Contributes) > 0 {
			add("contributes %v", g.Contributes)
		}
		if g.OnlyHardens {
			add("only hardens")
		}
		if g.Attack != nil {
			add("attack on %s in %d", g.Attack.Goal, len(g.Attack.Steps))
		}
	}
	return out
}
