package usecase

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestResting: what keeps a consequence from coming about stands by its sort, with who answers for it; margins stand by who
// has them, those of the residual reading where they differ.
func TestResting(t *testing.T) {
	v := phrasing.New(rendertest.Case(), models.English)
	section := []content.Section{resting(v)}
	rendertest.SameRows(t, rendertest.Table(t, section, "resting"), []string{
		"Safeguards | Relief valveinferred / no basis is stated | Vendor of IoT devices | Burst",
		"Device classes | the class “Sealed” of Gas water heater | Vendor of IoT devices | Burst",
	})
	margins := rendertest.Rows(rendertest.Table(t, section, "margins-assessed"))
	for _, want := range []string{"Scald | Remote attacker | open / basic capability is enough | −1 | ", "^ | Mistake of the user | settled | – | –", "| −∞ |", "| +2 |"} {
		if !slices.ContainsFunc(margins, func(row string) bool { return strings.Contains(row, want) }) {
			t.Errorf("no %q among\n%s", want, strings.Join(margins, "\n"))
		}
	}
	if residual := rendertest.Rows(rendertest.Table(t, section, "margins-residual")); len(residual) != 1 || !strings.Contains(residual[0], "+1") {
		t.Errorf("residual: %v", residual)
	}
}

// TestNothingIsCleanBySilence: a consequence to which nothing leads is named as not examined, and is in no table of margins.
func TestNothingIsCleanBySilence(t *testing.T) {
	r := rendertest.Case()
	r.Margins = []models.Margin{{Effect: "burst", Profile: "remote", Reading: models.Assessed, Standing: models.DoesNot}}
	text := strings.Join(rendertest.BlockLines(resting(phrasing.New(r, models.English)).Blocks), "\n")
	if !strings.Contains(text, "They were not examined, which is not to say that they are safe: Burst") {
		t.Error(text)
	}
}
