package exposure_test

import (
	"os"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
)

func TestPair(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "pair.yaml", suite.All())
}
