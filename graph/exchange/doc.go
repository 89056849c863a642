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

	"golang.org/x/text/encoding/unicode"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// A Document is what files hold: a graph and the goals that they ask about.
type Document struct {
	Graph     *graph.AttackGraph
	Goals     []graph.FactID
	Opposites graph.Opposites // rules that stand for an event and for its absence
	Unstated  []Unstated      // rules whose probability nobody states, by id
}

// An Unstated is a rule of which no file says how probable it is: it may be anything.
type Unstated struct {
	Rule graph.RuleID
	Why  string // what is missing, in words that follow the rule's id
}

// An Input is one file.
type Input struct {
	Name   string // stands for it in problems
	Reader io.Reader
}

// ReadOptions say what files leave open.
type ReadOptions struct {
	MissionTime float64 // hours; 0: nobody says, and what depends on it is not known
}

// Read reads a graph in either format: what begins with '<' is XML, of which several files are one model. The error
// is a models.Problems where the input is wrong.
func Read(o ReadOptions, inputs ...Input) (*Document, error) {
	var trees []Input
	for _, in := range inputs {
		buffered := bufio.NewReaderSize(in.Reader, 1<<16)
		start, _ := buffered.Peek(1 << 10)
		if bytes.HasPrefix(start, []byte("\xFF\xFE")) || bytes.HasPrefix(start, []byte("\xFE\xFF")) {
			buffered = bufio.NewReaderSize(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Reader(buffered), 1<<16)
			start, _ = buffered.Peek(1 << 10)
		}
		start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xEF\xBB\xBF")), " \t\r\n")
		switch tree := len(start) > 0 && start[0] == '<'; {
		case tree:
			trees = append(trees, Input{in.Name, buffered})
		case len(inputs) == 1:
			return ReadAttackGraph(buffered, in.Name)
		default:
			return nil, models.Problems{{What: models.Messagef("is no file of the Open-PSA Model Exchange Format, and only those belong together"),
				Remedy: models.Messagef("give an attack graph alone"), At: models.Place{File: in.Name, Line: 1, Column: 1}}}
		}
	}
	return ReadOpenPSA(o, trees...)
}
