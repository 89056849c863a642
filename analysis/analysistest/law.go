package analysistest

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// Law checks what holds of the result of analyses over any system: generated ones, see System.
func Law(t *testing.T, list []analysis.Analysis, holds func(t *rapid.T, known *models.Catalog, result *models.Result)) {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		system := System(t, known, Shape{Unknown: 20})
		result, err := analysis.Run(context.Background(), system, known, list, analysis.Options{})
		if err != nil {
			t.Fatal(err)
		}
		holds(t, known, result)
	})
}
