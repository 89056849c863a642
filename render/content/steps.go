package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// sentence says a step: the sentence of its rule with the roles filled by the names of the elements.
func (b *builder) sentence(profile models.ProfileID, s *models.Step) Line {
	roles := filling{}
	for _, binding := range s.Roles {
		roles[binding.Role] = b.called(binding.Type, binding.Subject)
	}
	if rule := b.rule(s.Rule); rule != nil && !rule.Explains.Empty() {
		return b.fill(rule.Explains, roles)
	}
	sentence, known := words.BuiltIn(s.Rule)
	if !known {
		return b.fact(s.Concludes)
	}
	b.builtInRoles(roles, profile, s)
	return b.fill(sentence, roles)
}

// builtInRoles fills the roles of a built-in rule that the step does not bind itself.
func (b *builder) builtInRoles(roles filling, profile models.ProfileID, s *models.Step) {
	subject := b.called(b.subjectType(s.Concludes), s.Concludes.Subject)
	for _, role := range []string{"subject", "condition", "cause", "effect", "safeguard", "measure", "data", "component"} {
		if _, bound := roles[role]; !bound {
			roles[role] = subject
		}
	}
	if _, bound := roles["profile"]; !bound {
		roles["profile"] = b.line(words.SomeProfile)
		if profile != "" {
			roles["profile"] = b.called(models.ProfileSort, string(profile))
		}
	}
	roles["fact"] = b.fact(s.Concludes)
	if len(s.Assumes) > 0 {
		p := s.Assumes[0]
		roles["subject"] = b.called(p.Type, p.Subject)
		roles["property"] = b.line(b.property(p.Property))
	}
}

// StepNumbers gives the number that each step of an attack has in the table of its steps, so that figures can name it.
// Two kinds have no row of their own: the assumption of an unknown property that another step names as its own has no
// number (0), and a cause that merely passes one fact on has that of the step before it.
func StepNumbers(steps []models.Step) []int {
	named := map[models.PropertyRef]bool{}
	for i := range steps {
		if s := &steps[i]; s.Rule != models.RuleAssumed {
			for _, p := range s.Assumes {
				named[p] = true
			}
		}
	}
	numbers, last := make([]int, len(steps)), 0
	of := map[models.Fact]int{}
	for i := range steps {
		s := &steps[i]
		switch {
		case s.Rule == models.RuleAssumed && len(s.Assumes) == 1 && named[s.Assumes[0]]:
			continue
		case s.Rule == models.RuleCause && len(s.From) == 1 && of[s.From[0]] > 0:
			numbers[i] = of[s.From[0]]
		default:
			last++
			numbers[i] = last
		}
		if of[s.Concludes] == 0 {
			of[s.Concludes] = numbers[i]
		}
	}
	return numbers
}

// AttackLetter names the attacks on a consequence in tables and figures: A, B, …, Z, A2, B2, ….
func AttackLetter(place int) string {
	letter := string(rune('A' + place%26))
	if round := place / 26; round > 0 {
		letter += strconv.Itoa(round + 1)
	}
	return letter
}
