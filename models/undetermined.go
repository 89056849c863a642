package models

import "encoding/json"

// Lack is something that a model lacks, so that its levels are not determined.
type Lack string

// What a model can lack.
const (
	LacksEffects   Lack = "effects"   // no effect is stated, and none follows from its data
	LacksAttackers Lack = "attackers" // nobody is stated who attacks
	LacksWays      Lack = "ways"      // nothing leads to an effect, whatever protection is taken away
)

// Values lists what a model can lack.
func (Lack) Values() []string {
	return []string{string(LacksEffects), string(LacksAttackers), string(LacksWays)}
}

// Name says what is lacking.
func (l Lack) Name() Text {
	switch l {
	case LacksEffects:
		return Text{JA: "影響（effects）", EN: "effects"}
	case LacksAttackers:
		return Text{JA: "攻撃者（attackers）", EN: "attackers"}
	}
	return Text{JA: "影響に至る経路", EN: "a way that leads to an effect"}
}

// Undetermined is the pair of levels of a model by which no effect was examined. Whoever compares it takes it as the
// highest, so that nothing passes for harmless because nobody looked; files hold null for both levels.
func Undetermined(missing ...Lack) LevelPair {
	return LevelPair{
		Recovery: RecoveryLevel{Level: FatalDamage},
		Economic: EconomicLevel{Min: LimitedImpact, Max: CatastrophicImpact},
		Missing:  missing,
	}
}

// Determined tells whether the levels were derived from an effect that was examined.
func (l *LevelPair) Determined() bool { return len(l.Missing) == 0 }

// NotDetermined is what stands where a level would, if there were one.
func NotDetermined() Text { return Text{JA: "判定できない", EN: "not determined"} }

// undeterminedPair is how files hold levels that are not determined.
type undeterminedPair struct {
	Recovery *RecoveryLevel `json:"recovery"`
	Economic *EconomicLevel `json:"economic"`
	Missing  []Lack         `json:"missing"`
}

// MarshalJSON writes null for levels that are not determined. It leaves <, > and & as they are, as Text does.
func (l LevelPair) MarshalJSON() ([]byte, error) {
	if !l.Determined() {
		return unescaped(undeterminedPair{Missing: l.Missing})
	}
	type plain LevelPair
	return unescaped(plain(l))
}

// UnmarshalJSON reads levels, and null as Undetermined.
func (l *LevelPair) UnmarshalJSON(b []byte) error {
	type plain LevelPair
	if err := json.Unmarshal(b, (*plain)(l)); err != nil {
		return err
	}
	if !l.Determined() {
		*l = Undetermined(l.Missing...)
	}
	return nil
}
