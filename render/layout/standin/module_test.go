package standin

import (
	"context"
	"testing"

	"github.com/tetratelabs/wazero"
)

// tiny is (module (import "e" "f" (func (param i64))) (memory 1) (func (export "add") (param i32 i32) (result i32) …)
// (func (export "half") (result f64) …) (func (export "_start"))).
var tiny = []byte(header +
	"\x01\x12\x04\x60\x02\x7f\x7f\x01\x7f\x60\x00\x01\x7c\x60\x01\x7e\x00\x60\x00\x00" +
	"\x02\x07\x01\x01e\x01f\x00\x02" +
	"\x03\x04\x03\x00\x01\x03" +
	"\x07\x17\x03\x03add\x00\x01\x04half\x00\x02\x06_start\x00\x03" +
	"\x0a\x01\x00")

func TestModule(t *testing.T) {
	module, err := Module(tiny, func(name []byte) bool { return string(name) != "_start" })
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	instance, err := runtime.Instantiate(ctx, module)
	if err != nil {
		t.Fatal(err)
	}
	if instance.Memory() == nil {
		t.Error("no memory")
	}
	if sum, err := instance.ExportedFunction("add").Call(ctx, 2, 3); err != nil || len(sum) != 1 || sum[0] != 0 {
		t.Errorf("add = %v, %v, want a zero", sum, err)
	}
	if half, err := instance.ExportedFunction("half").Call(ctx); err != nil || len(half) != 1 || half[0] != 0 {
		t.Errorf("half = %v, %v, want a zero", half, err)
	}
	if instance.ExportedFunction("_start") != nil {
		t.Error("_start was not wanted")
	}
}

func FuzzModule(f *testing.F) {
	f.Add(tiny)
	f.Add([]byte(header))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, original []byte) {
		module, err := Module(original, func([]byte) bool { return true })
		if err == nil && string(module[:len(header)]) != header {
			t.Error("not a module")
		}
	})
}
