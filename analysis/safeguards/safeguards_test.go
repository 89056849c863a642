package safeguards_test

import (
	"os"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
)

func TestPlant(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "plant.yaml", suite.All())
}

func TestHomes(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "homes.yaml", suite.All())
}
