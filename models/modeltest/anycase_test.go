package modeltest_test

import (
	"testing"

	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

func TestX(t *testing.T) {
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	g := modeltest.AnyCase(c)
	for i := range 20 {
		s := g.Example(i)
		t.Log(len(s.System.Components), len(s.System.Flows), len(s.System.Zones), len(s.System.Effects), len(s.Files))
		if i == 3 {
			for n, b := range s.Files {
				t.Log(n, string(b[:min(len(b), 3000)]))
			}
		}
	}
}
