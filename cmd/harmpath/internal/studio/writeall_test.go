package studio

import (
	"errors"
	"fmt"
	"testing"

	"github.com/harmpath/harmpath/render"
)

func TestWriteAll(t *testing.T) {
	list := []render.Output{{Name: "a", Draws: true}, {Name: "b"}, {Name: "c", Draws: true}, {Name: "d"}}
	turn := make(chan string, len(list))
	made, err := WriteAll(list, func(o render.Output) ([]render.File, error) {
		turn <- o.Name
		return []render.File{{Name: o.Name + ".txt"}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range made {
		if m.Output.Name != list[i].Name || len(m.Files) != 1 || m.Files[0].Name != list[i].Name+".txt" {
			t.Errorf("%d is %v", i, m)
		}
	}
	if first := <-turn; first != "b" && first != "d" {
		t.Errorf("%s, which waits for drawings, was begun first", first)
	}
}

// Of several failures the first in the order of the outputs is told, whichever came first.
func TestWriteAllFails(t *testing.T) {
	list := []render.Output{{Name: "fine"}, {Name: "first"}, {Name: "second"}}
	later := make(chan struct{})
	_, err := WriteAll(list, func(o render.Output) ([]render.File, error) {
		switch o.Name {
		case "fine":
			return nil, nil
		case "second":
			close(later)
		}
		return nil, fmt.Errorf("%s: %w", o.Name, errors.ErrUnsupported)
	})
	<-later
	if err == nil || err.Error() != "first: unsupported operation" {
		t.Errorf("error %v", err)
	}
}
