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
// HARMPATH_LAYOUT_HELPER=1 and speaks with it over its standard input and output. The reasons are go-graphviz's:
// it compiles its WebAssembly when a program starts, whether it draws or not (package standin keeps that to the helper); it keeps the
// machine code in a folder of the shared temporary directory, with no interface to move it and no check whose it is (the
// helper's temporary directory is a folder of the user's own); a damaged cache ends the program (the helper ends, the cache is
// deleted, another helper starts); a layout cannot be stopped (a process can); it leaks memory (a helper serves a limited number of
// layouts) and its use of memory has no limit (a helper's has).
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
// Equal requests give equal layouts, at any number of helper processes. Layout does not promise a good drawing: Graphviz's
// routes may cross labels, which its callers check.
package layout
