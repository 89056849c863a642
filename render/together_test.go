package render_test

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/harmpath/harmpath/render"
)

func TestTogether(t *testing.T) {
	var all render.Together
	var sum atomic.Int64
	for i := range 100 {
		all.Go(func() { sum.Add(int64(i)) })
	}
	all.Wait()
	if sum.Load() != 4950 {
		t.Errorf("the sum is %d", sum.Load())
	}
}

// A panic reaches the one who waits, with the place that it came from, also through several who wait for each other, and only
// after all others have ended.
func TestTogetherCarriesPanics(t *testing.T) {
	var ended atomic.Int64
	defer func() {
		var carried *render.Panic
		failure, _ := recover().(error)
		if !errors.As(failure, &carried) || carried.Value != "inside" || !strings.Contains(carried.At, "fails") || !strings.Contains(carried.At, "together_test.go") {
			t.Errorf("recovered %v", failure)
		}
		if ended.Load() != 10 {
			t.Errorf("only %d others had ended", ended.Load())
		}
	}()
	var outer render.Together
	outer.Go(func() {
		var inner render.Together
		inner.Go(fails)
		for range 10 {
			inner.Go(func() { ended.Add(1) })
		}
		inner.Wait()
	})
	outer.Wait()
	t.Error("nobody was told")
}

func fails() { panic("inside") }
