package criteria_test

import (
	"testing"

	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/models"
)

// TestDefaultsOfTheCatalog: what a case does not set is the catalog's default, and the literal reading where it has none.
func TestDefaultsOfTheCatalog(t *testing.T) {
	literal := criteria.PoliciesOf(&models.System{}, catalog())
	if literal.ForeseeableMisuse != models.MisuseImproper || literal.LargeRecall != models.RecallEscalates || literal.JoinAttackers {
		t.Errorf("the literal reading is %+v", literal)
	}
	other := *catalog()
	other.Policies = []models.Policy{{ID: models.MisusePolicy, Default: "intended"}, {ID: models.RecallPolicy, Default: "conjunctive"}, {ID: models.JoinPolicy, Default: "true"}}
	own := models.NewCatalog(other)
	if p := criteria.PoliciesOf(&models.System{}, own); p.ForeseeableMisuse != models.MisuseIntended || p.LargeRecall != models.RecallConjunctive || !p.JoinAttackers {
		t.Errorf("an own catalog gives %+v", p)
	}
	set := models.System{Policies: models.Policies{ForeseeableMisuse: models.MisuseImproper}}
	if p := criteria.PoliciesOf(&set, own); p.ForeseeableMisuse != models.MisuseImproper {
		t.Errorf("the case's own choice became %s", p.ForeseeableMisuse)
	}
}
