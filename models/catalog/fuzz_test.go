package catalog

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/models"
)

// FuzzExtend reads anything as an entry of any section. What is wrong must come back as problems with a place, and
// what is taken must be ready for use.
func FuzzExtend(f *testing.F) {
	base := loaded(f)
	for i, s := range Sections() {
		entries := s.at(base)
		file, err := fs.ReadFile(files, s.Name+"/"+entries[0].id+".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), entries[0].id, file)
	}
	f.Add(uint8(5), "mine", []byte(aRule("where: [not used(from), kind(to) is a|b, x(to)]")))
	f.Add(uint8(0), "component", []byte("id: component\nparent: router\n"+head))
	f.Fuzz(func(t *testing.T, section uint8, name string, data []byte) {
		s := Sections()[int(section)%len(Sections())]
		file := s.Name + "/" + name + ".yaml"
		if !fs.ValidPath(file) {
			return
		}
		c, err := Extend(base, fstest.MapFS{file: {Data: data}})
		var problems models.Problems
		switch {
		case errors.As(err, &problems):
			for _, p := range problems {
				if p.At.File == "" || p.What.IsZero() {
					t.Errorf("a problem without its file or without words: %+v", p)
				}
			}
		case err != nil:
			t.Errorf("the world is blamed for %q: %v", data, err)
		default:
			for _, item := range List(c, s.Name) {
				if item.ID == name {
					Help(c, item, models.English)
				}
			}
		}
	})
}
