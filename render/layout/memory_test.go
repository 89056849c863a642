package layout

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// remembering lays one graph out in an engine of its own and tells whether that took a helper.
func remembering(t *testing.T, below, dot string) (placed *Layout, helped bool) {
	t.Helper()
	engine := NewEngine(Options{Processes: 1, CacheDir: below, Remember: true})
	placed, err := engine.Layout(t.Context(), Request{DOT: dot})
	if err != nil {
		t.Fatal(err)
	}
	helped = len(engine.idle) > 0
	if err := engine.Close(); err != nil {
		t.Fatal(err)
	}
	return placed, helped
}

func TestLayoutIsRemembered(t *testing.T) {
	below := t.TempDir()
	const dot, other = `digraph { a -> b [id=1, label="a label"] }`, `digraph { a -> c }`
	first, helped := remembering(t, below, dot)
	if !helped {
		t.Fatal("the first layout took no helper")
	}
	again, helped := remembering(t, below, dot)
	if helped || !reflect.DeepEqual(first, again) {
		t.Errorf("a helper made the second layout: %t; it is %+v, the first one %+v", helped, again, first)
	}
	if _, helped := remembering(t, below, other); !helped {
		t.Error("another graph has the layout of the first")
	}
	plain := NewEngine(Options{Processes: 1, CacheDir: below})
	defer plain.Close()
	if _, err := plain.Layout(t.Context(), Request{DOT: dot}); err != nil || len(plain.idle) == 0 {
		t.Errorf("an engine that is not to remember took no helper (%v)", err)
	}
}

func TestLayoutOfAnotherProgramIsAnother(t *testing.T) {
	below := t.TempDir()
	const dot = "digraph { a -> b }"
	remembering(t, below, dot)
	engine := NewEngine(Options{Processes: 1, CacheDir: below, Remember: true})
	defer engine.Close()
	if _, err := engine.Layout(t.Context(), Request{DOT: dot, Program: Neato}); err != nil || len(engine.idle) == 0 {
		t.Errorf("neato has the layout of dot (%v)", err)
	}
	other := &memory{cache: engine.memory.cache}
	if _, known := other.recall(Request{DOT: dot, Program: Dot}); known {
		t.Error("another Graphviz has this one's layout")
	}
}

// A damaged memory is no memory, and is put right.
func TestDamagedLayoutIsMadeAnew(t *testing.T) {
	const dot = "digraph { a -> b }"
	for name, damage := range map[string]func(file string) error{
		"cut":     func(file string) error { return os.Truncate(file, 10) },
		"changed": func(file string) error { return os.WriteFile(file, []byte(`{"bb":"0,0,1,1"}`), 0o600) },
		"gone":    os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			below := t.TempDir()
			want, _ := remembering(t, below, dot)
			files, err := filepath.Glob(filepath.Join(below, "harmpath", "layouts", "*", "*-*"))
			if err != nil || len(files) != 2 {
				t.Fatalf("files %q (%v), want an entry and its content", files, err)
			}
			for _, file := range files {
				if err := damage(file); err != nil {
					t.Fatal(err)
				}
			}
			got, helped := remembering(t, below, dot)
			if !helped || !reflect.DeepEqual(got, want) {
				t.Errorf("helper %t, layout %+v, want %+v", helped, got, want)
			}
			if _, helped := remembering(t, below, dot); helped {
				t.Error("the memory was not put right")
			}
		})
	}
}

// Where the folder is not the user's own, nothing is taken from it and nothing put there.
func TestOpenMemoryIsNotUsed(t *testing.T) {
	if !ownersChecked {
		return
	}
	below := t.TempDir()
	const dot = "digraph { a -> b }"
	remembering(t, below, dot)
	if err := os.Chmod(filepath.Join(below, "harmpath", "layouts"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, helped := remembering(t, below, dot); !helped {
		t.Error("a layout came from a folder that all can write to")
	}
}
