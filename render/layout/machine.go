package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/harmpath/harmpath/render/layout/standin"
)

// machine is Graphviz, compiled. It lays out one graph at a time, each in an instance of its own.
//
// # Why no instance lays out twice
//
// go-graphviz keeps one instance for all graphs and calls gvFreeLayout after each. In Graphviz 12.1.2 that call frees
// what it still uses or has freed where clusters lie in each other: the layout just made is right, and one of the next
// few ends in a trap, never, or without positions. Without the call, 2800 layouts in one instance are those of fresh ones.
// An instance that is thrown away whole needs no such call, leaks nothing, and makes a layout hang on its graph alone.
//
// # The stack
//
// The module comes with 64 KiB of C stack that lies right above its static data, and nothing notices when it runs over:
// some 250 clusters inside each other are enough. standin.Roomy gives it more than the deepest nesting takes that
// Graphviz's parser reads, and checkStack looks whether even that was short.
type machine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	memory  linear
}

// Measures of an instance, in bytes.
const (
	pageBytes  = 1 << 16 // of WebAssembly
	stackBytes = 2 << 20 // clusters 8000 deep; the parser refuses 4000
	stackGuard = pageBytes
)

// newMachine compiles Graphviz, or takes the machine code from folder, where one is given, and keeps it there. A layout
// holds no more than memory bytes.
func newMachine(ctx context.Context, folder string, memory int64) (*machine, error) {
	module, err := standin.Roomy(standin.Graphviz(), stackBytes)
	if err != nil {
		return nil, fmt.Errorf("go-graphviz's module: %w", err)
	}
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(uint32(min(memory/pageBytes, 1<<16)))
	if folder != "" {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	m := &machine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if m.code, err = m.runtime.CompileModule(ctx, module); err != nil {
		return nil, errors.Join(err, m.runtime.Close(ctx))
	}
	if err := m.surround(ctx); err != nil {
		return nil, errors.Join(err, m.runtime.Close(ctx))
	}
	return m, nil
}

// surround gives the module what it imports: the system interface, without any file, and the functions by which
// Graphviz would call plug-ins written in Go, of which there are none.
func (m *machine) surround(ctx context.Context) error {
	const plugins = "env"
	builder := m.runtime.NewHostModuleBuilder(plugins)
	for _, function := range m.code.ImportedFunctions() {
		if from, name, _ := function.Import(); from == plugins {
			refuse := func(context.Context, api.Module, []uint64) { panic("Graphviz calls " + name + ", which is not there") }
			builder.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(refuse), function.ParamTypes(), function.ResultTypes()).Export(name)
		}
	}
	if _, err := builder.Instantiate(ctx); err != nil {
		return err
	}
	_, err := wasi_snapshot_preview1.Instantiate(ctx, m.runtime)
	return err
}

// layOut returns Graphviz's json0 output. What it returns hangs on the request alone, errors too.
func (m *machine) layOut(ctx context.Context, request Request) ([]byte, error) {
	ctx = experimental.WithMemoryAllocator(ctx, &m.memory)
	var said bytes.Buffer
	module, err := m.runtime.InstantiateModule(ctx, m.code, wazero.NewModuleConfig().WithName("").WithStderr(&said))
	if err != nil {
		return nil, err
	}
	defer module.Close(ctx)
	i := &instance{Module: module, ctx: ctx}
	output := i.layOut(request)
	// Graphviz goes on after many errors, with a part of the graph or without the edges that it lost.
	if fault := strings.TrimSpace(said.String()); strings.Contains(fault, "Error: ") {
		return nil, errors.New(fault[:min(len(fault), mostSaid)])
	}
	return output, i.err
}

// mostSaid is how many bytes of what Graphviz says are told.
const mostSaid = 600

// instance is Graphviz with a memory of its own. It keeps the first error; after that, calls do nothing.
type instance struct {
	api.Module
	ctx context.Context
	err error
}

// layOut returns nothing where it fails.
func (i *instance) layOut(request Request) []byte {
	graphviz := i.call("gvContextPlugins", i.plugins(), 0)
	graph := i.call("agmemread", i.text(request.DOT))
	i.demand(graph != 0, "the DOT text holds no graph")
	done := i.call("gvLayout", graphviz, graph, i.text(string(request.Program)))
	i.demand(done == 0, "the graph cannot be laid out; Graphviz says nothing more")
	answer := i.put(make([]byte, 8)) // a pointer and a length
	done = i.call("gvRenderData", graphviz, graph, i.text("json0"), answer, answer+4)
	i.demand(done == 0, "the layout cannot be written; Graphviz says nothing more")
	i.checkStack()
	if i.err != nil {
		return nil
	}
	at, _ := i.Memory().ReadUint32Le(uint32(answer))
	length, _ := i.Memory().ReadUint32Le(uint32(answer) + 4)
	output, there := i.Memory().Read(at, length)
	i.demand(there, "Graphviz's answer lies outside its memory")
	return bytes.Clone(output)
}

// demand fails with an error where what must be is not.
func (i *instance) demand(is bool, otherwise string) {
	if i.err == nil && !is {
		i.err = errors.New(otherwise)
	}
}

// checkStack fails where something was written near the far end of the stack, beyond which it may have run into the heap.
func (i *instance) checkStack() {
	guard, there := i.Memory().Read(i.address("__heap_end"), stackGuard)
	i.demand(there && len(bytes.TrimLeft(guard, "\x00")) == 0, "the graph is nested too deep")
}

// call calls a C function that returns a number or a pointer.
func (i *instance) call(function string, parameters ...uint64) uint64 {
	if i.err != nil {
		return 0
	}
	results, err := i.ExportedFunction(function).Call(i.ctx, parameters...)
	if err != nil {
		cause, _, _ := strings.Cut(err.Error(), "\n") // the rest is a trace of addresses
		i.err = fmt.Errorf("failure inside Graphviz, in %s: %s", function, cause)
		return 0
	}
	return results[0]
}

// address is where a C variable lies.
func (i *instance) address(variable string) uint32 {
	return uint32(i.ExportedGlobal(variable).Get())
}

// plugins is Graphviz's list of its own plug-ins. go-graphviz's copy of it lacks the empty entry that ends it.
func (i *instance) plugins() uint64 {
	const entry, count = 8, 3 // bytes of two pointers; dot, neato and the core
	list, _ := i.Memory().Read(i.address("lt_preloaded_symbols"), entry*count)
	return i.put(append(bytes.Clone(list), make([]byte, entry)...))
}

// text puts a C string into the instance's memory.
func (i *instance) text(text string) uint64 { return i.put(append([]byte(text), 0)) }

// put puts bytes there, which stay until the instance goes.
func (i *instance) put(content []byte) uint64 {
	at := i.call("malloc", uint64(len(content)))
	i.demand(at != 0 && i.Memory().Write(uint32(at), content), "no memory for the request")
	return at
}

// linear is the memory of one instance after the other. Being used again, it makes no garbage: the helper collects none
// while Graphviz runs (see serve).
type linear struct{ bytes []byte }

// Allocate makes it the memory of a new instance.
func (l *linear) Allocate(uint64, uint64) experimental.LinearMemory { return l }

// Reallocate grows it to size bytes. What is new of these is zero.
func (l *linear) Reallocate(size uint64) []byte {
	if size > uint64(cap(l.bytes)) {
		larger := make([]byte, size, max(2*size, 8<<20))
		copy(larger, l.bytes)
		l.bytes = larger
	}
	l.bytes = l.bytes[:size]
	return l.bytes
}

// Free makes it empty for the next instance.
func (l *linear) Free() {
	clear(l.bytes)
	l.bytes = l.bytes[:0]
}
