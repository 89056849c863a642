package layout

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	_ "github.com/goccy/go-graphviz" // for the module that package standin takes from it

	"github.com/harmpath/harmpath/render/layout/standin"
)

// init gives the temporary directory back, which package standin took away for as long as go-graphviz is initialised.
func init() { standin.Restore() }

// The environment variables of a helper.
const (
	helperVariable = "HARMPATH_LAYOUT_HELPER" // makes a process a helper, when its value is helperValue
	helperValue    = "1"
	ordersVariable = "HARMPATH_LAYOUT_ORDERS" // its orders, as JSON
)

// orders are what a helper is told when it starts.
type orders struct {
	Folder string        // where the machine code is kept; empty: nowhere
	Memory int64         // bytes that a layout may hold
	Limit  time.Duration // for one layout
}

// isHelper tells whether this process was started as a helper.
func isHelper() bool { return os.Getenv(helperVariable) == helperValue }

// ServeIfHelper makes this process a layout helper and never returns, if it was started as one; otherwise it does
// nothing. A program that lays out calls it first in main, its tests first in TestMain.
func ServeIfHelper() {
	if !isHelper() {
		return
	}
	var told orders
	err := json.Unmarshal([]byte(os.Getenv(ordersVariable)), &told)
	if err == nil {
		err = serve(os.Stdin, os.Stdout, told)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "layout helper:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// collectLater lets what ends the helper run while Graphviz does: compiled WebAssembly cannot be interrupted, so whoever
// has only one processor waits for it, and so does a garbage collection, for which all others wait in turn.
func collectLater() {
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0)))
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(math.MaxInt64)
	runtime.GC() // what is under way ends, and what compiling leaves goes
}

// untilCollected is after how many layouts the helper collects its garbage, while it waits for a request.
const untilCollected = 16

// serve answers requests from in until it ends. When in ends while a layout runs (the program that asked is gone, by
// whatever signal), or a layout takes longer than it may, the process ends at once.
func serve(in io.Reader, out io.Writer, told orders) error {
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
	graphviz, remark, err := openMachine(ctx, told)
	if err != nil {
		return err
	}
	collectLater()
	if err := writeFrame(out, frameHello, []byte(protocolVersion+"\n"+remark)); err != nil {
		return err
	}
	for served := 1; ; served++ {
		content := <-requests
		watchdog := time.AfterFunc(told.Limit, func() { os.Exit(1) })
		kind, answer := byte(frameResult), []byte(nil)
		var request Request
		if err := json.Unmarshal(content, &request); err != nil {
			return err
		}
		if answer, err = graphviz.layOut(ctx, request); err != nil {
			kind, answer = frameError, []byte(err.Error())
		}
		watchdog.Stop()
		if err := writeFrame(out, kind, answer); err != nil {
			return err
		}
		if served%untilCollected == 0 {
			runtime.GC()
		}
	}
}

// openMachine makes the machine, with what a user may want to put right: a folder for its code that is damaged is emptied
// and filled anew, and one that cannot be used is done without.
func openMachine(ctx context.Context, told orders) (m *machine, remark string, err error) {
	if told.Folder != "" {
		sweep(told.Folder, time.Now().Add(-abandoned))
	}
	m, err = newMachine(ctx, told.Folder, told.Memory)
	if err == nil || told.Folder == "" {
		return m, "", err
	}
	if empty(told.Folder) == nil {
		if m, err = newMachine(ctx, told.Folder, told.Memory); err == nil {
			return m, "the layout cache in " + told.Folder + " was damaged and is made anew", nil
		}
	}
	remark = cacheNotUsed + err.Error()
	m, err = newMachine(ctx, "", told.Memory)
	return m, remark, err
}

// abandoned is the age at which a temporary file belongs to nobody any more: no helper writes for so long.
const abandoned = time.Hour

// sweep deletes the temporary files, written before a time, that helpers left in the folder which were killed while they
// put machine code there. One that cannot be deleted does no harm.
func sweep(folder string, before time.Time) {
	files, _ := filepath.Glob(filepath.Join(folder, "*", "*.tmp")) // as wazero names them
	for _, file := range files {
		if info, err := os.Lstat(file); err == nil && info.ModTime().Before(before) {
			_ = os.Remove(file)
		}
	}
}

// empty deletes what a folder holds.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := os.RemoveAll(filepath.Join(folder, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}
