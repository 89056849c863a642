package figures_test

import (
	"os"
	"testing"

	"github.com/harmpath/harmpath/render/layout"
)

func TestMain(m *testing.M) {
	layout.ServeIfHelper()
	os.Exit(m.Run())
}
