package strict

import "github.com/harmpath/harmpath/models"

// Places knows where each value of what a Decoder has read stands in its files. It keeps the files' bytes, not their
// trees, and reads them again when it is asked, which only somebody with problems does.
type Places struct {
	limits Limits
	files  []placedFile
	former map[string]string // the former names of keys that some file uses → the keys
}

// called takes down that a file calls a key by its former name.
func (p *Places) called(key, former string) {
	if p.former == nil {
		p.former = map[string]string{}
	}
	p.former[former] = key
}

// placedFile is one file, with how long each list at the top was before it.
type placedFile struct {
	name   string
	data   []byte
	before map[string]int
}

// add takes a file in.
func (p *Places) add(name string, data []byte, before map[string]int) {
	p.files = append(p.files, placedFile{name, data, before})
}

// Locate sets the places of problems that have a path to where that path's value stands, or, where it has none, to
// the nearest value around it. Other problems stay as they are.
func (p *Places) Locate(problems models.Problems) models.Problems {
	wanted := &branch{}
	for i := range problems {
		if problems[i].Path != "" {
			wanted.add(parsePath(problems[i].Path), i)
		}
	}
	if wanted.children == nil {
		return problems
	}
	depth := make([]int, len(problems))
	for _, f := range p.files {
		source, problem := open(f.name, f.data, &usage{limits: p.limits.WithDefaults()}, false)
		if problem == nil {
			s := search{source: source, file: f, former: p.former, problems: problems, top: wanted, depth: depth}
			s.value(wanted, s.next(), 0, 0)
		}
	}
	return problems
}

// branch is a step in the tree of wanted paths.
type branch struct {
	children map[step]*branch
	problems []int // indexes of the problems that lie at or below it
}

// add puts a path into the tree.
func (b *branch) add(path []step, problem int) {
	for _, s := range path {
		if b.children == nil {
			b.children = map[step]*branch{}
		}
		child := b.children[s]
		if child == nil {
			child = &branch{}
			b.children[s] = child
		}
		child.problems = append(child.problems, problem)
		b = child
	}
}

// search walks one file for the wanted paths.
type search struct {
	source   tokens
	file     placedFile
	former   map[string]string
	problems models.Problems
	top      *branch
	depth    []int // how many steps of each problem's path have been found in any file
	over     bool
}

// value walks the value that begins with tok, depth steps down, for what is wanted at and below it. A wanted branch is
// nil where nothing is; first is the index of a list's first element.
func (s *search) value(wanted *branch, tok token, depth, first int) {
	s.place(wanted, tok, depth)
	if wanted == nil || wanted.children == nil {
		s.skip(tok)
		return
	}
	switch tok.kind {
	case beginMapping:
		for key := s.next(); !key.closes(); key = s.next() {
			s.skip(key)
			before := 0
			if wanted == s.top {
				before = s.file.before[key.value]
			}
			below := wanted.children[step{key: key.value}]
			if now, had := s.former[key.value]; had && below == nil {
				below = wanted.children[step{key: now}]
			}
			s.value(below, s.next(), depth+1, before)
		}
	case beginList:
		i := first
		for elem := s.next(); !elem.closes(); elem = s.next() {
			s.value(wanted.children[step{index: i}], elem, depth+1, 0)
			i++
		}
	}
}

// place sets the places of the problems at or below a branch, except those that are known more closely.
func (s *search) place(wanted *branch, tok token, depth int) {
	if wanted == nil {
		return
	}
	for _, i := range wanted.problems {
		if depth > s.depth[i] {
			s.depth[i] = depth
			s.problems[i].At = models.Place{File: s.file.name, Line: tok.line, Column: tok.column}
		}
	}
}

// next reads a token. After a fault, which the Decoder has reported, there are only halts.
func (s *search) next() token {
	if s.over {
		return token{}
	}
	tok, problem := s.source.next()
	if problem != nil {
		s.over = true
		return token{}
	}
	return tok
}

// skip passes over the value that begins with tok.
func (s *search) skip(tok token) { skip(tok, s.next) }
