package models

// Recovery is a level of axis 1 of the IoT Security Safety Framework, 回復困難性の度合い: how hard it is to recover
// from what an attack can lead to.
type Recovery uint8

// The levels of axis 1, in rising order.
const (
	LimitedDamage Recovery = iota // 限定的なダメージ
	SeriousDamage                 // 重大なダメージ
	FatalDamage                   // 致命的なダメージ
)

var recoveryNames = [...]string{"limited", "serious", "fatal"}

// Name returns the framework's name of the level.
func (r Recovery) Name() Text {
	return [...]Text{
		LimitedDamage: {JA: "限定的なダメージ", EN: "Limited damage"},
		SeriousDamage: {JA: "重大なダメージ", EN: "Serious damage"},
		FatalDamage:   {JA: "致命的なダメージ", EN: "Fatal damage"},
	}[r]
}

// Axis returns the framework's name of axis 1.
func (Recovery) Axis() Text {
	return Text{JA: "回復困難性の度合い", EN: "Degree of difficulty of recovery"}
}

// Recoveries lists the levels of axis 1 in rising order.
func Recoveries() []Recovery { return []Recovery{LimitedDamage, SeriousDamage, FatalDamage} }

// Values lists the levels as in files.
func (Recovery) Values() []string { return recoveryNames[:] }

// String returns limited, serious or fatal.
func (r Recovery) String() string { return recoveryNames[r] }

// MarshalText writes the level as in files.
func (r Recovery) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the level as in files.
func (r *Recovery) UnmarshalText(b []byte) error {
	i, err := indexOf(string(b), recoveryNames[:])
	*r = Recovery(i)
	return err
}

// Economic is a level of axis 2 of the IoT Security Safety Framework, 経済的影響の度合い; "economic" includes effects
// on society and on daily life.
type Economic uint8

// The levels of axis 2, in rising order.
const (
	LimitedImpact      Economic = iota // 限定的な経済影響
	SeriousImpact                      // 重大な経済影響
	CatastrophicImpact                 // 壊滅的な経済影響
)

var economicNames = [...]string{"limited", "serious", "catastrophic"}

// Name returns the framework's name of the level.
func (e Economic) Name() Text {
	return [...]Text{
		LimitedImpact:      {JA: "限定的な経済影響", EN: "Limited economic impact"},
		SeriousImpact:      {JA: "重大な経済影響", EN: "Serious economic impact"},
		CatastrophicImpact: {JA: "壊滅的な経済影響", EN: "Catastrophic economic impact"},
	}[e]
}

// Axis returns the framework's name of axis 2.
func (Economic) Axis() Text {
	return Text{JA: "経済的影響の度合い", EN: "Degree of economic impact"}
}

// Economics lists the levels of axis 2 in rising order.
func Economics() []Economic { return []Economic{LimitedImpact, SeriousImpact, CatastrophicImpact} }

// Values lists the levels as in files.
func (Economic) Values() []string { return economicNames[:] }

// String returns limited, serious or catastrophic.
func (e Economic) String() string { return economicNames[e] }

// MarshalText writes the level as in files.
func (e Economic) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads the level as in files.
func (e *Economic) UnmarshalText(b []byte) error {
	i, err := indexOf(string(b), economicNames[:])
	*e = Economic(i)
	return err
}

func indexOf(s string, names []string) (int, error) {
	for i, n := range names {
		if n == s {
			return i, nil
		}
	}
	return 0, Messagef("%q is none of %v", s, names)
}
