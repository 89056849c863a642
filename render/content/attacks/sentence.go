package attacks

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// sentence says a step: the sentence of its rule with the roles filled by the names of the elements.
func sentence(v *phrasing.View, profile models.ProfileID, s *models.Step) content.Line {
	roles := phrasing.Roles{}
	for _, binding := range s.Roles {
		roles[binding.Role] = v.Called(binding.Type, binding.Subject)
	}
	if rule := v.Rule(s.Rule); rule != nil && !rule.Explains.Empty() {
		return v.In(s.Concludes.In, v.Fill(rule.Explains, roles))
	}
	sentence, known := words.BuiltIn(s.Rule)
	if !known {
		return v.Fact(s.Concludes)
	}
	builtInRoles(v, roles, profile, s)
	return v.Fill(sentence, roles)
}

// builtInRoles fills the roles of a built-in rule that the step does not bind itself.
func builtInRoles(v *phrasing.View, roles phrasing.Roles, profile models.ProfileID, s *models.Step) {
	subject := v.Called(v.SubjectType(s.Concludes), s.Concludes.Subject)
	for _, role := range []string{"subject", "condition", "cause", "effect", "safeguard", "measure", "data", "component"} {
		if _, bound := roles[role]; !bound {
			roles[role] = subject
		}
	}
	if _, bound := roles["profile"]; !bound {
		roles["profile"] = v.Line(words.SomeProfile)
		if profile != "" {
			roles["profile"] = v.Called(models.ProfileSort, string(profile))
		}
	}
	roles["fact"] = v.Fact(s.Concludes)
	if len(s.Assumes) > 0 {
		p := s.Assumes[0]
		roles["subject"] = v.Called(p.Type, p.Subject)
		roles["property"] = v.Line(v.Property(p.Property))
	}
}
