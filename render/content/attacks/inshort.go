package attacks

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
)

// InShort is an attack as a chain: the profile, then each compromise in the order of the steps.
func InShort(v *phrasing.View, a *models.Attack) content.Line {
	links := []content.Line{v.Called(models.ProfileSort, string(a.Profile))}
	seen := map[models.Fact]bool{}
	for i := range a.Steps {
		f := a.Steps[i].Concludes
		if r := a.Steps[i].Rule; r == models.RuleUncredited || r == models.RuleUnfitted {
			continue
		}
		if !seen[f] && (v.Compromise(f) || f == a.Goal) {
			links = append(links, v.Fact(f))
		}
		seen[f] = true
	}
	return content.Join(" → ", links...)
}
