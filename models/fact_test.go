package models_test

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

func TestParseFact(t *testing.T) {
	long := strings.Repeat("a", models.MaxIDLength)
	for _, written := range []string{
		"used(heater)", "holds(fire.gas.1)", "assumed(heater.flaw_free)", "disclosed(" + long + ")", "occurred(" + models.DisclosurePrefix + long + ")",
	} {
		f, err := models.ParseFact(written)
		if err != nil || f.String() != written {
			t.Errorf("%s: %v, %v", written, f, err)
		}
	}
	for _, written := range []string{
		"", "used", "used(", "used()", "used(heater", "used(heater))", "used(Heater)", "(heater)", "used(a b)", "used(a..b)", "used(" + long + "a)", "occurred(" + models.DisclosurePrefix + ")x",
	} {
		if f, err := models.ParseFact(written); err == nil {
			t.Errorf("%q is read as %v", written, f)
		}
	}
}
