// Package layout turns a DOT text into positions: it runs Graphviz (as WebAssembly, through go-graphviz) and returns where
// nodes, edges, edge labels and clusters lie. It draws nothing and is the only package that knows go-graphviz.
//
//	func main() {
//		layout.ServeIfHelper() // first of all
//		…
//	}
//
//	engine := layout.NewEngine(layout.Options{})
//	defer engine.Close()
//	placed, err := engine.Layout(ctx, layout.Request{DOT: "digraph { a -> b }"})
//
// # The helper process
//
// Graphviz runs in a process of its own: the program starts itself again with the environment variable
// HARMPATH_LAYOUT_HELPER=1 and speaks with it over its standard input and output. A process can be stopped, which compiled
// WebAssembly cannot, and the collector of the program's garbage does not wait for it. It ends with its program, by
// whatever signal that ends, with a layout that takes twice the engine's time limit, and with an answer that is no answer.
//
// go-graphviz lends the module only (package standin says why): type machine runs it, a fresh instance for each layout. The
// machine code is kept in a folder of the user's own. A cache that cannot be used is done without, with one remark.
//
// # Layouts of former runs
//
// With Options.Remember, equal requests of later runs are answered from the user's cache directory, without a helper. The cache is
// that of the Go command (github.com/rogpeppe/go-internal/cache): safe for several processes, checked by digest, and trimmed by age.
//
// A program that never calls ServeIfHelper gets an error from Layout, not a loop of processes.
//
// # Promises
//
// Equal requests give equal layouts and equal errors (ErrGraph), at any number of helper processes, in any order; what
// ends for another reason has another error. A layout is complete, of finite numbers and without nodes that overlap; it is
// not promised to be good: Graphviz's routes may cross labels, which its callers check.
package layout
