package build

import (
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
}

// frame is what the instances of a rule have in common.
type frame struct {
	rule  models.RuleID
	class models.RuleClass
	roles []models.Role
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
	f := n.newFrame(frame{rule, class, append([]models.Role(nil), roles...)})
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

// add puts an instance behind the others.
func (n *instances) add(a *addition) {
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
