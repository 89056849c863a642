// Package standin keeps the WebAssembly of go-graphviz away from go-graphviz, which runs it in a way of its own (package
// layout tells what is wrong with that), and hands it to package layout.
//
// go-graphviz compiles its 1.5 MB module in an init function, so that any program that merely links it pays some
// 600 ms the first time and 30 ms each time after, and it caches the machine code in a folder of the shared temporary
// directory, whose owner it does not check. Neither can be switched off by an interface. So this package replaces the
// module's bytes, before that init reads them, by a module that exports functions of the same names and signatures which
// do nothing and return zero: all that the initialisation asks for, compiled in well under a millisecond. It also points
// the temporary directory nowhere for as long as the initialisation lasts, so that no cache is read or made.
//
// # Why the order holds, and what would break it
//
// The language says it ("Program initialization", since Go 1.21): of all packages, sorted by import path, the first one
// whose imports are initialised is initialised next. go-graphviz needs wazero, of the path github.com/tetratelabs/…;
// this package imports only what wazero imports too, and its path is smaller than wazero's, so it always comes before
// wazero and therefore before go-graphviz.
//
// Three things would break it: an import here that wazero does not have, a module path of ours above wazero's (or
// go-graphviz without wazero), and another name of the variable below. Pictures would stay the same; each start would
// pay for the compilation again and leave the cache in the temporary directory. Package layout tests all three:
// TestOrderOfInitialisation compares imports and paths, TestStartIsBare starts a process and looks whether it is so. A way
// without the order there is not: the module is embedded in an internal package, which nothing but the linker reaches.
package standin

import (
	"os"
	_ "unsafe" // for go:linkname
)

// Graphviz is go-graphviz's module; not to be changed.
func Graphviz() []byte { return original }

var (
	original []byte
	restores []func()
)

// wasmFile is go-graphviz's embedded module. The name is not exported; the linker joins both variables.
//
//go:linkname wasmFile github.com/goccy/go-graphviz/internal/wasm.wasmFile
var wasmFile []byte

// init, otherwise unwelcome here, is the only code that can run before another package's init.
func init() {
	if len(wasmFile) == 0 { // go-graphviz is not linked
		return
	}
	module, err := Module(wasmFile, needed)
	if err != nil {
		panic("harmpath: standin: go-graphviz's module cannot be read: " + err.Error())
	}
	original, wasmFile = wasmFile, module
	for _, variable := range []string{"TMPDIR", "TMP", "TEMP"} {
		redirect(variable)
	}
}

// needed names the functions that go-graphviz's packages call while they are initialised: the values of its C
// enumerations, and four empty graph descriptors. Fewer exports start faster.
func needed(export []byte) bool {
	switch string(export) {
	case "malloc", "free", "wasm_bridge_setError":
		return true
	}
	return starts(export, "wasm_bridge_get_") ||
		starts(export, "wasm_bridge_new_GraphDescriptor") ||
		starts(export, "wasm_bridge_set_GraphDescriptor")
}

func starts(name []byte, prefix string) bool {
	return len(name) >= len(prefix) && string(name[:len(prefix)]) == prefix
}

// redirect points variable below an existing file, the program itself, where no folder can be made.
func redirect(variable string) {
	program, err := os.Executable()
	if err != nil {
		program = os.DevNull
	}
	before, was := os.LookupEnv(variable)
	os.Setenv(variable, program)
	restores = append(restores, func() {
		if was {
			os.Setenv(variable, before)
			return
		}
		os.Unsetenv(variable)
	})
}

// Restore puts the temporary directory's variables back. Package layout, which is initialised after go-graphviz, calls it.
func Restore() {
	for _, restore := range restores {
		restore()
	}
	restores = nil
}
