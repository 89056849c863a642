package terminal

import "testing"

func TestParagraphs(t *testing.T) {
	const in = "# Title\nA sentence that\ngoes on.\n\n- an item\n  with more\n- another\n\n```yaml\na: 1\n\n  b: 2\n```\nafter\nit\n\n| a |\n|---|\n\n    kept\n    as is\n"
	const want = "# Title\nA sentence that goes on.\n\n- an item with more\n- another\n\n```yaml\na: 1\n\n  b: 2\n```\nafter it\n\n| a |\n|---|\n\n    kept\n    as is"
	if got := Paragraphs(in); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
