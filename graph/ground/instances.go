package ground

import (
	"cmp"
	"math"
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
	bound   []int32 // the elements that stand in the roles of built-in rules, one instance after the other
	assumes []models.PropertyRef
	assume  []assuming // ascending
	told    []toldID   // ascending
}

// assuming says where begins what an instance assumes, if it assumes something.
type assuming struct {
	rule graph.RuleID
	from int32
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
	over  *tuples // where the elements in its roles stand; nil: in instances.bound
	key   int     // how many of the elements in its roles tell its instances apart, and so make their ids; or one of those below
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
	case models.RuleAttacked, models.RuleFails:
		return byConclusion
	case models.RuleAssumed, models.RuleLacking, models.RuleDefeat, models.RuleDefeatProvided:
		return bySubject

	case models.RuleAcross:
		return 2
	case models.RulePresent, models.RuleUncredited, models.RuleUnfitted, models.RuleIdle, models.RuleOvercome:
		return 1
	}
	return byWhatIsTold
}

// id writes the id of an instance: its rule, and what tells it apart.
func (f *frame) id(told string, roles []int32, then atom, facts *facts) string {
	if then.all {
		then.all = false
		return f.id(told, roles, then, facts) + "@" + string(models.AllUnits)
	}
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
	at    int32 // which tuple stands in the roles of its frame, or where they begin in instances.bound
	frame uint16
	grade grade
}

// grade says in which selections an instance takes part.
type grade uint8

const (
	always        grade = iota
	inherentOnly        // not credited away in the inherent reading alone
	assetOnly           // when a component is asked for by itself
	maliciousOnly       // with malicious profiles

	wantsSubstantial // with a profile of substantial capability or more
	wantsHigh        // with one of high capability
	unlessBest       // unless what is not stated is taken as favourable
	worstOnly        // where presumptions are taken as failed
	worstMalicious   // likewise, with malicious profiles
	failing          // where a query lets statements fail, with malicious profiles
	safeguardFailing // where a query lets statements fail
)

// frame returns the frame of a built-in rule.
func (n *instances) frame(rule models.RuleID, class models.RuleClass, roles ...models.Role) int32 {
	key := frameKey{rule: rule, class: class}
	copy(key.roles[:], roles)
	if f, known := n.known[key]; known {
		return f
	}
	f := n.newFrame(frame{rule: rule, class: class, roles: append([]models.Role(nil), roles...), key: keyOf(rule)})
	n.known[key] = f
	return f
}

func (n *instances) newFrame(f frame) int32 {
	if len(n.frames) > math.MaxUint16 {
		panic("ground: more than 65536 rules")
	}
	n.frames = append(n.frames, f)
	return int32(len(n.frames) - 1)
}

func (n *instances) frameOf(r graph.RuleID) *frame { return &n.frames[n.each[r].frame] }

// assumedBy returns the unknown properties that an instance takes as false.
func (n *instances) assumedBy(r graph.RuleID) []models.PropertyRef {
	at, there := slices.BinarySearchFunc(n.assume, r, func(a assuming, r graph.RuleID) int { return cmp.Compare(a.rule, r) })
	if !there {
		return nil
	}
	end := int32(len(n.assumes))
	if at+1 < len(n.assume) {
		end = n.assume[at+1].from
	}
	return n.assumes[n.assume[at].from:end:end]
}

// rolesOf returns the elements in the roles of an instance.
func (n *instances) rolesOf(r graph.RuleID) []int32 {
	frame, at := n.frameOf(r), n.each[r].at
	if frame.over != nil {
		return frame.over.at(int(at))
	}
	return n.bound[at : int(at)+len(frame.roles)]
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
	if len(a.assumes) > 0 {
		n.assume = append(n.assume, assuming{graph.RuleID(len(n.each)), int32(len(n.assumes))})
		n.assumes = append(n.assumes, a.assumes...)
	}
	at := a.tuple
	if n.frames[a.frame].over == nil {
		at = int32(len(n.bound))
		n.bound = append(n.bound, a.roles...)
	}
	n.each = append(n.each, instance{at: at, frame: uint16(a.frame), grade: a.grade})
}

// bindings tells which elements stand in the roles of a frame.
func (f *frame) bindings(bound []int32, words []string) []models.Binding {
	out := make([]models.Binding, len(f.roles))
	for i, role := range f.roles {
		out[i] = models.Binding{Role: role.Name, Type: role.Of, Subject: words[bound[i]]}
	}
	return out
}
