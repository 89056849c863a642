package build

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// instances say of each rule of the attack graph what it is. A large case has millions: what all instances of a rule
// have in common is kept once.
type instances struct {
	frames  []frame
	known   map[frameKey]int32
	each    []instance
	bound   []int32 // the elements that stand in the roles, one instance after the other
	assumes []models.PropertyRef
	told    []toldID // ascending
}

// toldID is the id of an instance that its frame does not give.
type toldID struct {
	rule graph.RuleID
	id   string
}

// frame is what the instances of a rule have in common.
type frame struct {
	rule  models.RuleID
	class models.RuleClass
	roles []models.Role
	key   int // how many of the elements in its roles tell its instances apart, and so make their ids; or one of those below
}

// What makes the ids of the instances of a built-in rule.
const (
	byConclusion = -1 - iota // the fact that they conclude
	bySubject                // the subject of this
	byWhatIsTold             // each is told
)

// keyOf tells what makes the ids of the instances of a built-in rule.
func keyOf(rule models.RuleID) int {
	switch rule {
	case models.RuleAttacked:
		return byConclusion
	case models.RuleAssumed:
		return bySubject
	case models.RulePresent, models.RuleUncredited, models.RuleIdle, models.RuleOvercome:
		return 1
	}
	return byWhatIsTold
}

// id writes the id of an instance: its rule, and what tells it apart.
func (f *frame) id(told string, roles []int32, then atom, facts *facts) string {
	switch f.key {
	case byWhatIsTold:
		return told
	case byConclusion:
		return instanceID(f.rule, facts.told(then).String())
	case bySubject:
		return instanceID(f.rule, facts.told(then).Subject)
	}
	var room [maxKey]string
	keys := room[:f.key]
	for i := range keys {
		keys[i] = facts.symbols.words[roles[i]]
	}
	return instanceID(f.rule, keys...)
}

// frameKey tells the frames of built-in rules apart, which have at most two roles.
type frameKey struct {
	rule  models.RuleID
	class models.RuleClass
	roles [2]models.Role
}

// instance is what is known of a rule of the attack graph.
type instance struct {
	frame   int32
	bound   int32 // where its roles begin in instances.bound
	assumes int32 // where what it assumes begins in instances.assumes
	profile int16 // index in the profiles that brings it along; -1: none
	grade   grade
}

// grade says in which selections an instance takes part.
type grade uint8

const (
	always        grade = iota
	inherentOnly        // not credited away in the inherent reading alone
	assetOnly           // when a component is asked for by itself
	maliciousOnly       // with malicious profiles
)

// frame returns the frame of a built-in rule.
func (n *instances) frame(rule models.RuleID, class models.RuleClass, roles ...models.Role) int32 {
	key := frameKey{rule: rule, class: class}
	copy(key.roles[:], roles)
	if f, known := n.known[key]; known {
		return f
	}
	f := n.newFrame(frame{rule, class, append([]models.Role(nil), roles...), keyOf(rule)})
	n.known[key] = f
	return f
}

func (n *instances) newFrame(f frame) int32 {
	n.frames = append(n.frames, f)
	return int32(len(n.frames) - 1)
}

func (n *instances) frameOf(r graph.RuleID) *frame { return &n.frames[n.each[r].frame] }

// assumedBy returns the unknown properties that an instance takes as false.
func (n *instances) assumedBy(r graph.RuleID) []models.PropertyRef {
	end := int32(len(n.assumes))
	if int(r)+1 < len(n.each) {
		end = n.each[r+1].assumes
	}
	if begin := n.each[r].assumes; begin < end {
		return n.assumes[begin:end:end]
	}
	return nil
}

// toldOf returns the id of an instance that its frame does not give; "" where it does.
func (n *instances) toldOf(r graph.RuleID) string {
	at, there := slices.BinarySearchFunc(n.told, r, func(t toldID, r graph.RuleID) int { return cmp.Compare(t.rule, r) })
	if !there {
		return ""
	}
	return n.told[at].id
}

// add puts an instance behind the others.
func (n *instances) add(a *addition) {
	if a.told != "" {
		n.told = append(n.told, toldID{graph.RuleID(len(n.each)), a.told})
	}
	n.each = append(n.each, instance{
		frame: a.frame, bound: int32(len(n.bound)), assumes: int32(len(n.assumes)), profile: a.profile, grade: a.grade,
	})
	n.bound = append(n.bound, a.roles...)
	n.assumes = append(n.assumes, a.assumes...)
}

// bindings tells which elements stand in the roles of a frame.
func (f *frame) bindings(bound []int32, words []string) []models.Binding {
	out := make([]models.Binding, len(f.roles))
	for i, role := range f.roles {
		out[i] = models.Binding{Role: role.Name, Type: role.Of, Subject: words[bound[i]]}
	}
	return out
}
