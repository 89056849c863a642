// Package exchange turns files of others into attack graphs, and questions about an attack graph into a
// solution that others can read: the formats harmpath/attack-graph/v1 and harmpath/solution/v1, and fault
// trees of the Open-PSA Model Exchange Format.
//
// Readers work in one pass over the input, keep no copy of it and tell everything that is wrong with it, up
// to a hundred problems, each with its line and column. They open no file.
package exchange

import (
	"bufio"
	"bytes"
	"io"

	"github.com/harmpath/harmpath/graph"
)

// A Document is what a file holds: a graph and the goals that it asks about.
type Document struct {
	Graph *graph.AttackGraph
	Goals []graph.FactID
}

// Read reads a graph in either format: what begins with '<' is XML. The name stands for the input in
// problems. The error is a models.Problems where the input is wrong.
func Read(r io.Reader, name string) (*Document, error) {
	buffered := bufio.NewReaderSize(r, 1<<16)
	start, _ := buffered.Peek(1 << 10)
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xEF\xBB\xBF")), " \t\r\n")
	if len(start) > 0 && start[0] == '<' {
		return ReadOpenPSA(buffered, name)
	}
	return ReadAttackGraph(buffered, name)
}
