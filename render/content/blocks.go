package content

import "iter"

// Blocks gives the blocks of sections and of their parts in the order in which they are read. What it gives may be
// replaced in its place.
func Blocks(sections []Section) iter.Seq[*Block] {
	return func(yield func(*Block) bool) {
		for i := range sections {
			s := &sections[i]
			for j := range s.Blocks {
				if !yield(&s.Blocks[j]) {
					return
				}
			}
			for j := range s.Sections { // at most one level deep
				part := &s.Sections[j]
				for k := range part.Blocks {
					if !yield(&part.Blocks[k]) {
						return
					}
				}
			}
		}
	}
}

// Number numbers the figures and the tables of sections, each from 1, in the order in which they are read.
func Number(sections []Section) {
	figures, tables := 0, 0
	for block := range Blocks(sections) {
		switch b := (*block).(type) {
		case Figure:
			figures++
			b.No = figures
			*block = b
		case Table:
			tables++
			b.No = tables
			*block = b
		}
	}
}
