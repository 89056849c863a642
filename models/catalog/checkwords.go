package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// kind checks that a kind stands in a hierarchy without cycles and that what is listed for it is about components.
func (k *checker) kind(v *models.Kind) {
	if k.ref("parent", "kinds", string(v.Parent)) {
		k.hierarchy(v)
	}
	for i, p := range v.Passes {
		k.networks(fmt.Sprintf("passes[%d].from", i), p.From)
		k.networks(fmt.Sprintf("passes[%d].to", i), p.To)
	}
	refs(k, "threats", "threats", v.Threats)
	refs(k, "properties", "properties", v.Properties)
	for i, id := range v.Properties {
		if p := k.c.Property(id); p != nil && p.Of != models.ComponentSort {
			k.report(fmt.Sprintf("properties[%d]", i), models.Messagef("%s is a property of %s", id, one(p.Of)), models.Messagef("name properties of components only"))
		}
	}
}

// networks checks that an id names a kind of networks.
func (k *checker) networks(path string, id models.KindID) {
	if k.ref(path, "kinds", string(id)) && !k.c.IsA(id, models.NetworkKind) {
		k.report(path, models.Messagef("%s is no kind of network", id), models.Messagef("name %s or a kind below it", models.NetworkKind))
	}
}

// hierarchy reports the cycle that a kind stands in.
func (k *checker) hierarchy(v *models.Kind) {
	way := string(v.ID)
	for up, steps := v.Parent, 0; up != "" && steps <= len(k.c.Kinds); steps++ {
		way += " → " + string(up)
		if up == v.ID {
			k.report("parent", models.Messagef("the kind stands above itself: %s", way), models.Messagef("give one of them another parent"))
			return
		}
		next := k.c.Kind(up)
		if next == nil {
			return
		}
		up = next.Parent
	}
}

// state checks what a state is of. Rules rely on it, so that an override must leave it as it is.
func (k *checker) state(v *models.State) {
	if v.Of == models.DependencySort || v.Of == models.DutySort {
		k.report("of", models.Messagef("%s has no states", one(v.Of)), models.Messagef("write what the fact would be about, e.g. component"))
	}
	if old := k.base.State(v.ID); old != nil && old.Of != v.Of {
		k.report("of", models.Messagef("rules take %s as a state of %s", v.ID, one(old.Of)), models.Messagef("write of: %s, or give the state another id", old.Of))
	}
	if slices.Contains(specialWords(), v.ID) {
		k.report("id", models.Messagef("%s stands for several premises in rules", v.ID), models.Messagef("give the state another id"))
	}
}

// property checks what a property is of.
func (k *checker) property(v *models.Property) {
	of := []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort}
	if !slices.Contains(of, v.Of) {
		k.report("of", models.Messagef("%s has no properties", one(v.Of)), models.Messagef("write component, dataflow or data"))
	}
	if old := k.base.Property(v.ID); old != nil && old.Of != v.Of {
		k.report("of", models.Messagef("rules take %s as a property of %s", v.ID, one(old.Of)), models.Messagef("write of: %s, or give the property another id", old.Of))
	}
	if _, taken := models.TestAttributes()[string(v.ID)]; taken {
		k.report("id", models.Messagef("%s is an attribute that tests ask for", v.ID), models.Messagef("give the property another id"))
	}
	if v.Follows != "" && k.ref("follows", "properties", string(v.Follows)) {
		if to := k.c.Property(v.Follows); to != nil && (to.Of != v.Of || to.Follows != "") {
			k.report("follows", models.Messagef("%s is of another sort, or follows another itself", v.Follows), models.Messagef("name a property of %s that follows none", one(v.Of)))
		}
	}
	k.atLeastZero("overcome.basic", &v.Overcome.Basic)
	k.atLeastZero("overcome.substantial", &v.Overcome.Substantial)
	if v.Overcome.Substantial < v.Overcome.Basic {
		k.report("overcome.substantial", models.Messagef("what withstands more is overcome with less"), models.Messagef("write at least as many days as for basic"))
	}
	if v.Overcome != (models.Breaking{}) {
		k.text("overcome.basis", v.Overcome.Basis)
	}
}

// threat checks that a threat's state is one of components.
func (k *checker) threat(v *models.Threat) {
	k.ref("state", "states", string(v.State))
	if s := k.c.State(v.State); s != nil && s.Of != models.ComponentSort {
		k.report("state", models.Messagef("%s is a state of %s", v.State, one(s.Of)), models.Messagef("name a state of components"))
	}
}

// viewpoint checks that viewpoints are told apart by their numbers.
func (k *checker) viewpoint(v *models.Viewpoint) {
	if v.No < 1 {
		k.report("no", models.Messagef("%d is no number of a viewpoint", v.No), models.Messagef("write 1 or more"))
	}
	for i := range k.c.Viewpoints {
		if other := &k.c.Viewpoints[i]; other.No == v.No && other.ID != v.ID {
			k.report("no", models.Messagef("%s has the number %d already", other.ID, v.No), models.Messagef("give each viewpoint its own number"))
		}
	}
}

// sensitivity checks that only personal information is of high importance.
func (k *checker) sensitivity(v *models.Sensitivity) {
	if v.Important && !v.Personal {
		k.report("important", models.Messagef("only personal information is of high importance to the framework"), models.Messagef("add personal: true, or remove important"))
	}
}

// site checks that the threshold of a long duration is a time.
func (k *checker) site(v *models.Site) {
	if _, isTime := v.LongDuration.Hours(); !isTime && v.LongDuration != "" {
		k.report("long_duration", models.Messagef("%q is no time", v.LongDuration), models.Messagef("write a number of hours, days or weeks such as 12h, 3d or 2w"))
	}
}

// cell checks that each cell of the risk map has one entry.
func (k *checker) cell(v *models.Cell) {
	refs(k, "viewpoints", "viewpoints", v.Viewpoints)
	for i := range k.c.Cells {
		if other := &k.c.Cells[i]; other.Recovery == v.Recovery && other.Economic == v.Economic && other.ID != v.ID {
			k.report("", models.Messagef("%s is about the same cell of the risk map", other.ID), models.Messagef("override that entry, or remove one"))
		}
	}
}

// policy checks that a policy is one that harmpath asks for, that its choices are those that it can make, and its default among them.
func (k *checker) policy(v *models.Policy) {
	known := models.PolicyChoices()
	choices, there := known[v.ID]
	if !there {
		var ids []string
		for id := range known {
			ids = append(ids, string(id))
		}
		slices.Sort(ids)
		k.report("id", models.Messagef("harmpath asks for no policy %s", v.ID), models.Meant(string(v.ID), ids))
		return
	}
	var told []string
	for i, c := range v.Choices {
		k.text(fmt.Sprintf("choices[%d].means", i), c.Means)
		told = append(told, c.ID)
		if !slices.Contains(choices, c.ID) {
			k.report(fmt.Sprintf("choices[%d].id", i), models.Messagef("%q is no choice of %s", c.ID, v.ID), models.Meant(c.ID, choices))
		}
	}
	if v.Default != "" && !slices.Contains(told, v.Default) {
		k.report("default", models.Messagef("%q is none of the choices", v.Default), models.Meant(v.Default, told))
	}
	if v.Default == "" && len(choices) > 0 {
		k.report("default", models.Messagef("the policy has no default"), models.Messagef("write one of %s", models.List(choices)))
	}
}

// dataRisk checks what a rule about data rests on, and the marks in its text.
func (k *checker) dataRisk(v *models.DataRiskKind) {
	k.ref("norm", "norms", string(v.Norm))
	refs(k, "categories", "categories", v.Categories)
	refs(k, "with", "categories", v.With)
	k.text("tells", v.Tells)
	k.text("remedy", v.Remedy)
	k.subjectMarks("tells", v.Tells)
	if matches := v.Test == models.Matchable; matches != (len(v.With) > 0) {
		k.report("with", models.Messagef("categories to match with belong to the test matchable, and to it alone"), models.Messagef("add with, remove it, or write test: matchable"))
	}
}

// subjectMark is where a finding's text names one of its subjects.
var subjectMark = regexp.MustCompile(`\{[^{}]*\}?|\}`)

// finding checks the marks in a finding's texts.
func (k *checker) finding(v *models.FindingKind) {
	k.text("remedy", v.Remedy)
	k.subjectMarks("means", v.Means)
	k.subjectMarks("remedy", v.Remedy)
}

// subjectMarks checks that the marks in a text name subjects.
func (k *checker) subjectMarks(path string, text models.Text) {
	for _, lang := range models.Langs() {
		for _, mark := range subjectMark.FindAllString(text.In(lang), -1) {
			if n, err := strconv.Atoi(mark[1:max(1, len(mark)-1)]); err != nil || n < 1 || mark != fmt.Sprintf("{%d}", n) {
				k.report(path+"."+string(lang), models.Messagef("%q names no subject", mark), models.Messagef("write {1} for the first subject, {2} for the second"))
			}
		}
	}
}
