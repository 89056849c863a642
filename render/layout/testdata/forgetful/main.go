// Command forgetful lays out without having called layout.ServeIfHelper.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/harmpath/harmpath/render/layout"
)

func main() {
	engine := layout.NewEngine(layout.Options{})
	engine.Warm(context.Background())
	placed, err := engine.Layout(context.Background(), layout.Request{DOT: "digraph { a -> b }"})
	engine.Close()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(len(placed.Nodes))
}
