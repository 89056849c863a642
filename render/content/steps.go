package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// sentence says a step: the sentence of its rule with the roles filled by the names of the elements.
func (b *builder) sentence(profile models.ProfileID, s *models.Step) Line {
	roles := filling{}
	for _, binding := range s.Roles {
		roles[binding.Role] = b.called(binding.Type, binding.Subject)
	}
	if rule, known := b.words.rules[s.Rule]; known && !rule.Explains.Empty() {
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
			roles["profile"] = b.called(profileSubject, string(profile))
		}
	}
	roles["fact"] = b.fact(s.Concludes)
	if len(s.Assumes) > 0 {
		p := s.Assumes[0]
		roles["subject"] = b.called(p.Type, p.Subject)
		roles["property"] = b.line(b.property(p.Property))
	}
}
