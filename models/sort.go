package models

import (
	"iter"
	"reflect"
	"slices"
)

// Sort is the sort of a thing of a case: of an element, or of something that facts are about without being one.
type Sort string

// The sorts of elements, in the order of the model's sections.
const (
	StakeholderSort Sort = "stakeholder"
	ZoneSort        Sort = "trust_zone"
	ComponentSort   Sort = "component"
	FlowSort        Sort = "dataflow"
	DataSort        Sort = "data"
	FieldSort       Sort = "field"
	EventSort       Sort = "event"
	DependencySort  Sort = "dependency"
	ConditionSort   Sort = "condition"
	EffectSort      Sort = "effect"
	SafeguardSort   Sort = "safeguard"
	ProfileSort     Sort = "profile" // an attacker or a non-malicious initiator
	MeasureSort     Sort = "measure"
	AssumptionSort  Sort = "assumption"
	SourceSort      Sort = "source"
)

// What is no element: facts, relations and changes are about it all the same.
const (
	CauseSort    Sort = "cause"    // an inner node of an effect's tree of causes
	PropertySort Sort = "property" // an unknown property taken as false
	DutySort     Sort = "duty"     // what a stakeholder has to do with a component: relations only
	PassageSort  Sort = "passage"  // a way from one network into another that is barred: of facts that say what fails
	PolicySort   Sort = "policy"   // a reading of the framework that the case chooses: changes only
)

// SortEntry is what is known of one sort, wherever a sort is named, listed or looked up.
type SortEntry struct {
	Sort  Sort
	Name  Text          // what people call one, in documents
	One   Message       // what messages call one
	Many  Message       // what messages call several
	Fact  bool          // facts or relations may be about one
	Aside bool          // it is no part of the system and stands in no result: an assumption, a source
	Lists []ElementList // where its elements stand; none of what is no element
}

// ElementList is one list of a case, whose elements are of one sort.
type ElementList struct {
	Key string                      // in files
	Of  reflect.Type                // of its elements: a struct with Origin and ID
	Len func(s *System) int         // how many elements it has
	At  func(s *System, i int) Item // one of them
}

// Item is one element in a list, as far as every sort has it.
type Item struct {
	ID     string
	Name   Text // empty where it has none
	Origin *Origin
	Value  any // a pointer to the element
}

// Sorts is the one table of sorts: those of elements in the order of the model's sections, then what is no element.
func Sorts() []SortEntry { return sorts[:] }

// Entry returns the row of a sort; one that the table lacks is called as it is.
func (s Sort) Entry() SortEntry {
	for i := range sorts {
		if sorts[i].Sort == s {
			return sorts[i]
		}
	}
	return SortEntry{Sort: s, One: Foreign(string(s)), Many: Foreign(string(s))}
}

// Values lists the sorts that facts and relations may be about: the words that the catalog takes.
func (Sort) Values() []string {
	var out []string
	for i := range sorts {
		if sorts[i].Fact {
			out = append(out, string(sorts[i].Sort))
		}
	}
	return out
}

// Index is the place of the sort in the table.
func (s Sort) Index() int {
	return slices.IndexFunc(sorts[:], func(e SortEntry) bool { return e.Sort == s })
}

// Items walks the elements of the sort in a case; the index counts on through its lists.
func (e *SortEntry) Items(s *System) iter.Seq2[int, Item] {
	return func(yield func(int, Item) bool) {
		n := 0
		for _, list := range e.Lists {
			for i := range list.Len(s) {
				if !yield(n, list.At(s, i)) {
					return
				}
				n++
			}
		}
	}
}

// Item returns the element at an index of Items.
func (e *SortEntry) Item(s *System, i int) Item {
	for _, list := range e.Lists {
		if n := list.Len(s); i >= n {
			i -= n
			continue
		}
		return list.At(s, i)
	}
	panic("models: a sort has fewer elements than that")
}

var sorts = [...]SortEntry{
	{Sort: StakeholderSort, Name: Text{JA: "ステークホルダー", EN: "stakeholder"}, One: Messagef("stakeholder"), Many: Messagef("stakeholders"), Fact: true, Lists: []ElementList{
		listOf("stakeholders", func(s *System) []Stakeholder { return s.Stakeholders }, func(e *Stakeholder) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: ZoneSort, Name: Text{JA: "区画", EN: "trust zone"}, One: Messagef("zone"), Many: Messagef("zones"), Lists: []ElementList{
		listOf("trust_zones", func(s *System) []Zone { return s.Zones }, func(e *Zone) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: ComponentSort, Name: Text{JA: "機器", EN: "component"}, One: Messagef("component"), Many: Messagef("components"), Fact: true, Lists: []ElementList{
		listOf("components", func(s *System) []Component { return s.Components }, func(e *Component) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: FlowSort, Name: Text{JA: "データフロー", EN: "data flow"}, One: Messagef("dataflow"), Many: Messagef("dataflows"), Fact: true, Lists: []ElementList{
		listOf("dataflows", func(s *System) []Flow { return s.Flows }, func(e *Flow) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: DataSort, Name: Text{JA: "データ", EN: "data"}, One: Messagef("data item"), Many: Messagef("data items"), Fact: true, Lists: []ElementList{
		listOf("data", func(s *System) []Data { return s.Data }, func(e *Data) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: FieldSort, Name: Text{JA: "場", EN: "field"}, One: Messagef("field"), Many: Messagef("fields"), Lists: []ElementList{
		listOf("fields", func(s *System) []Field { return s.Fields }, func(e *Field) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: EventSort, Name: Text{JA: "イベント", EN: "event"}, One: Messagef("event"), Many: Messagef("events"), Lists: []ElementList{
		listOf("events", func(s *System) []Event { return s.Events }, func(e *Event) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: DependencySort, Name: Text{JA: "依存関係", EN: "dependency"}, One: Messagef("dependency"), Many: Messagef("dependencies"), Fact: true, Lists: []ElementList{
		listOf("dependencies", func(s *System) []Dependency { return s.Dependencies }, func(e *Dependency) Item { return item(e.ID, Text{}, &e.Origin) })}},
	{Sort: ConditionSort, Name: Text{JA: "条件", EN: "condition"}, One: Messagef("condition"), Many: Messagef("conditions"), Fact: true, Lists: []ElementList{
		listOf("conditions", func(s *System) []Condition { return s.Conditions }, func(e *Condition) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: EffectSort, Name: Text{JA: "影響", EN: "consequence"}, One: Messagef("effect"), Many: Messagef("effects"), Fact: true, Lists: []ElementList{
		listOf("effects", func(s *System) []Effect { return s.Effects }, func(e *Effect) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: SafeguardSort, Name: Text{JA: "安全装置", EN: "safeguard"}, One: Messagef("safeguard"), Many: Messagef("safeguards"), Fact: true, Lists: []ElementList{
		listOf("safeguards", func(s *System) []Safeguard { return s.Safeguards }, func(e *Safeguard) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: ProfileSort, Name: Text{JA: "攻撃者・起因", EN: "profile"}, One: Messagef("profile"), Many: Messagef("profiles"), Lists: []ElementList{
		listOf("attackers", func(s *System) []Profile { return s.Attackers }, func(e *Profile) Item { return item(e.ID, e.Name, &e.Origin) }),
		listOf("initiators", func(s *System) []Profile { return s.Initiators }, func(e *Profile) Item { return item(e.ID, e.Name, &e.Origin) })}},
	{Sort: MeasureSort, Name: Text{JA: "対策", EN: "measure"}, One: Messagef("measure"), Many: Messagef("measures"), Fact: true, Lists: []ElementList{
		listOf("measures", func(s *System) []Measure { return s.Measures }, func(e *Measure) Item { return item(e.ID, e.Text, &e.Origin) })}},
	{Sort: AssumptionSort, Name: Text{JA: "前提", EN: "assumption"}, One: Messagef("assumption"), Many: Messagef("assumptions"), Aside: true, Lists: []ElementList{
		listOf("assumptions", func(s *System) []Assumption { return s.Assumptions }, func(e *Assumption) Item { return item(e.ID, e.Text, &e.Origin) })}},
	{Sort: SourceSort, Name: Text{JA: "出典", EN: "source"}, One: Messagef("source"), Many: Messagef("sources"), Aside: true, Lists: []ElementList{
		listOf("sources", func(s *System) []Citation { return s.Sources }, func(e *Citation) Item { return item(e.ID, e.Text, &e.Origin) })}},

	{Sort: CauseSort, Name: Text{JA: "原因", EN: "cause"}, One: Messagef("cause"), Many: Messagef("causes"), Fact: true},
	{Sort: PropertySort, Name: Text{JA: "未確認事項", EN: "unknown property"}, One: Messagef("property"), Many: Messagef("properties"), Fact: true},
	{Sort: DutySort, Name: Text{JA: "関与", EN: "duty"}, One: Messagef("duty"), Many: Messagef("duties"), Fact: true},
	{Sort: PassageSort, Name: Text{JA: "ネットワーク間の通過", EN: "passage between networks"}, One: Messagef("passage"), Many: Messagef("passages"), Fact: true},
	{Sort: PolicySort, Name: Text{JA: "適用方針", EN: "policy"}, One: Messagef("policy"), Many: Messagef("policies")},
}

func item[ID ~string](id ID, name Text, origin *Origin) Item {
	return Item{ID: string(id), Name: name, Origin: origin}
}

// listOf describes a list; about says all of one of its elements but its value.
func listOf[E any](key string, list func(*System) []E, about func(*E) Item) ElementList {
	return ElementList{
		Key: key, Of: reflect.TypeFor[E](),
		Len: func(s *System) int { return len(list(s)) },
		At: func(s *System, i int) Item {
			e := &list(s)[i]
			out := about(e)
			out.Value = e
			return out
		},
	}
}

// Propertied lists the sorts of elements that have protective properties.
func Propertied() (out []Sort) {
	for _, e := range Sorts() {
		if len(e.Lists) == 0 {
			continue
		}
		if _, has := e.Lists[0].Of.FieldByName("Properties"); has {
			out = append(out, e.Sort)
		}
	}
	return out
}

// Element is what is said of an element wherever it is named.
type Element struct {
	Type Sort   `json:"type"`
	ID   string `json:"id"`
	Name Text   `json:"name,omitzero"` // empty where it has none
}

// ElementPlace is where an element is written in the user's files.
type ElementPlace struct {
	Type Sort   `json:"type"`
	ID   string `json:"id"`
	Place
}

// Elements lists the elements of the case in the order of the model's sections.
func (s *System) Elements() []Element {
	var out []Element
	s.each(func(e Element, _ *Place) { out = append(out, e) })
	return out
}

// Places lists where the elements of the case are written, as far as that is known.
func (s *System) Places() []ElementPlace {
	var out []ElementPlace
	s.each(func(e Element, at *Place) {
		if *at != (Place{}) {
			out = append(out, ElementPlace{e.Type, e.ID, *at})
		}
	})
	return out
}

// Locate says where the elements are written: it undoes what a file of a result leaves out.
func (s *System) Locate(places []ElementPlace) {
	type key struct {
		sort Sort
		id   string
	}
	known := make(map[key]Place, len(places))
	for _, p := range places {
		known[key{p.Type, p.ID}] = p.Place
	}
	s.each(func(e Element, at *Place) {
		if place, there := known[key{e.Type, e.ID}]; there {
			*at = place
		}
	})
}

// each visits the elements in the order of the model's sections, each with its place.
func (s *System) each(visit func(e Element, at *Place)) {
	for i := range sorts {
		if sorts[i].Aside {
			continue
		}
		for _, x := range sorts[i].Items(s) {
			visit(Element{sorts[i].Sort, x.ID, x.Name}, &x.Origin.At)
		}
	}
}
