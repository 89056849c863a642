package layout

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Program is one of Graphviz's layout programs.
type Program string

// The layout programs; the zero value stands for Dot.
const (
	Dot   Program = "dot"   // layers, for graphs with a direction
	Neato Program = "neato" // springs
	Fdp   Program = "fdp"   // springs, with clusters
)

// Request is what is to be laid out.
type Request struct {
	DOT     string  // one graph in the DOT language, UTF-8
	Program Program // zero: Dot
}

func (r *Request) check(limit int) error {
	switch r.Program {
	case "":
		r.Program = Dot
	case Dot, Neato, Fdp:
	default:
		return fmt.Errorf("no layout program %q", string(r.Program))
	}
	if len(r.DOT) > limit {
		return fmt.Errorf("%d bytes of DOT are too large, the limit is %d", len(r.DOT), limit)
	}
	if !utf8.ValidString(r.DOT) {
		return errors.New("the DOT text is not UTF-8")
	}
	return nil
}
