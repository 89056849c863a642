package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/goccy/go-graphviz"

	"github.com/harmpath/harmpath/render/layout/standin"
)

// init gives the temporary directory back, which package standin took away for as long as go-graphviz is initialised.
func init() { standin.Restore() }

// ServeIfHelper makes this process a layout helper and never returns, if it was started as one; otherwise it does
// nothing. A program that lays out calls it first in main, its tests first in TestMain.
func ServeIfHelper() {
	if os.Getenv(standin.HelperVariable) != standin.HelperValue {
		return
	}
	limit := uint64(debug.SetMemoryLimit(-1)) // as set by GOMEMLIMIT
	go watchMemory(limit)
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "layout helper:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// serve answers requests from in until it ends. When in ends while a layout runs (the program that asked is gone) the process
// ends at once.
func serve(in io.Reader, out io.Writer) error {
	requests := make(chan []byte)
	go func() {
		for {
			kind, content, err := readFrame(in)
			if err != nil || kind != frameRequest {
				os.Exit(0)
			}
			requests <- content
		}
	}()
	ctx := context.Background()
	graphs, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	if err := writeFrame(out, frameHello, []byte(protocolVersion)); err != nil {
		return err
	}
	for content := range requests {
		output, err := run(ctx, graphs, content)
		if err != nil {
			err = writeFrame(out, frameError, []byte(err.Error()))
		} else {
			err = writeFrame(out, frameResult, output)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// run lays one request out.
func run(ctx context.Context, graphs *graphviz.Graphviz, content []byte) (output []byte, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("failure inside Graphviz: %v", failure)
		}
	}()
	var request Request
	if err := json.Unmarshal(content, &request); err != nil {
		return nil, err
	}
	graph, err := graphviz.ParseBytes([]byte(request.DOT))
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, errors.New("the DOT text holds no graph")
	}
	defer graph.Close()
	var rendered bytes.Buffer
	graphs.SetLayout(graphviz.Layout(request.Program))
	if err := graphs.Render(ctx, graph, "json0", &rendered); err != nil {
		return nil, err
	}
	if rendered.Len() == 0 {
		return nil, errors.New("the graph cannot be laid out; Graphviz says nothing more")
	}
	return rendered.Bytes(), nil
}

const memoryWatch = 50 * time.Millisecond

// watchMemory ends the process when it holds more than limit bytes. Go's own limit only makes its collector work
// harder, and what Graphviz leaks cannot be collected.
func watchMemory(limit uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(memoryWatch) {
		metrics.Read(sample)
		if held := sample[0].Value.Uint64() - sample[1].Value.Uint64(); held > limit {
			fmt.Fprintf(os.Stderr, "layout helper: %d MB of memory exceed the limit of %d MB\n", held>>20, limit>>20)
			os.Exit(1)
		}
	}
}
