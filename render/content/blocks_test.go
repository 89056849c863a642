package content_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/content"
)

// block is a block that says where it stands.
func block(t *rapid.T, where string) content.Block {
	switch rapid.IntRange(0, 2).Draw(t, where) {
	case 0:
		return content.Figure{ID: where}
	case 1:
		return content.Table{ID: where}
	}
	return content.Paragraph{Text: content.Raw(where)}
}

// sections draws sections with parts, and lists where their blocks stand in the order in which they are read.
func sections(t *rapid.T) (out []content.Section, order []string) {
	blocks := func(s *content.Section, where string) {
		for i := range rapid.IntRange(0, 3).Draw(t, "blocks of "+where) {
			order = append(order, fmt.Sprint(where, " ", i))
			s.Add(block(t, order[len(order)-1]))
		}
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "sections") {
		s := content.Section{}
		blocks(&s, fmt.Sprint(i))
		for j := range rapid.IntRange(0, 3).Draw(t, "parts") {
			part := content.Section{}
			blocks(&part, fmt.Sprint(i, ".", j))
			s.Sections = append(s.Sections, part)
		}
		out = append(out, s)
	}
	return out, order
}

func where(b content.Block) string {
	switch b := b.(type) {
	case content.Figure:
		return b.ID
	case content.Table:
		return b.ID
	case content.Paragraph:
		return b.Text.String()
	}
	return ""
}

// TestBlocks: every block is given once, in the order in which it is read, also where one stops early, and can be replaced.
func TestBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, order := sections(t)
		var got []string
		for b := range content.Blocks(all) {
			got = append(got, where(*b))
		}
		if !slices.Equal(got, order) {
			t.Fatalf("%v, want %v", got, order)
		}
		stop, seen := rapid.IntRange(0, len(order)).Draw(t, "stop"), 0
		for b := range content.Blocks(all) {
			if seen == stop {
				break
			}
			seen++
			*b = content.Paragraph{Text: content.Raw("new")}
		}
		for b := range content.Blocks(all) {
			if replaced := where(*b) == "new"; replaced != (seen > 0) {
				t.Fatalf("%s of %d replaced ones", where(*b), stop)
			}
			seen--
		}
	})
}

// TestNumber: figures and tables are numbered from 1 without a gap, each for itself, and nothing else is changed.
func TestNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, order := sections(t)
		content.Number(all)
		content.Number(all) // once more changes nothing
		figures, tables, i := 0, 0, 0
		for b := range content.Blocks(all) {
			switch b := (*b).(type) {
			case content.Figure:
				if figures++; b.No != figures {
					t.Fatalf("figure %s has the number %d, want %d", b.ID, b.No, figures)
				}
			case content.Table:
				if tables++; b.No != tables {
					t.Fatalf("table %s has the number %d, want %d", b.ID, b.No, tables)
				}
			}
			if where(*b) != order[i] {
				t.Fatalf("%s became %s", order[i], where(*b))
			}
			i++
		}
	})
}

// TestJoin: lines are joined with what separates them, also one or none.
func TestJoin(t *testing.T) {
	a, b := content.Raw("a"), content.Line{{Text: "b", Kind: content.Strong}, {Text: "c"}}
	for want, lines := range map[string][]content.Line{"": nil, "a": {a}, "a, bc": {a, b}, "bc, a, a": {b, a, a}} {
		if got := content.Join(", ", lines...).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	joined := content.Join("/", a, b)
	if !joined.Equal(content.Line{{Text: "a"}, {Text: "/"}, {Text: "b", Kind: content.Strong}, {Text: "c"}}) || joined.Equal(content.Raw("a/bc")) || joined.Equal(joined[:2]) {
		t.Errorf("%v", joined)
	}
	doubled := content.Each([]int{1, 2}, func(n int) content.Line { return content.Raw(fmt.Sprint(2 * n)) })
	if len(doubled) != 2 || doubled[1].String() != "4" {
		t.Errorf("%v", doubled)
	}
}
