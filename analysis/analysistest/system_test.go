package analysistest_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
)

func TestSystemPassesTheChecks(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		if problems := check.System(analysistest.System(t, known, analysistest.Shape{Unknown: 8}), known); len(problems) > 0 {
			t.Fatal(problems)
		}
	})
}
