package commandline

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Candidate is a word that may stand where the user is typing.
type Candidate struct {
	Word string
	Says string // what it is; may be empty
}

// Completer lists what may stand at one place of the command line, given the beginning of the word there.
type Completer func(begun string) []Candidate

// Fixed offers fixed words.
func Fixed(list ...string) Completer {
	return func(string) []Candidate {
		out := make([]Candidate, len(list))
		for i, w := range list {
			out[i].Word = w
		}
		return out
	}
}

// ListOf offers the words of one, several of them separated by commas, none twice.
func ListOf(one Completer) Completer {
	return func(begun string) []Candidate {
		done := begun[:strings.LastIndexByte(begun, ',')+1]
		used := strings.Split(done, ",")
		var out []Candidate
		for _, c := range one(begun[len(done):]) {
			if !slices.Contains(used, c.Word) {
				out = append(out, Candidate{done + c.Word, c.Says})
			}
		}
		return out
	}
}

// Files offers folders and the files with one of the endings; all files where none is named.
func Files(endings ...string) Completer {
	return func(begun string) []Candidate {
		folder, name := filepath.Split(begun)
		entries, err := os.ReadDir(cmp.Or(folder, "."))
		if err != nil {
			return nil
		}
		var out []Candidate
		for _, e := range entries {
			hidden := strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(name, ".")
			wanted := len(endings) == 0 || slices.Contains(endings, strings.ToLower(filepath.Ext(e.Name())))
			switch {
			case hidden:
			case isFolder(filepath.Join(folder, e.Name()), e):
				out = append(out, Candidate{Word: folder + e.Name() + "/"})
			case wanted:
				out = append(out, Candidate{Word: folder + e.Name()})
			}
		}
		return out
	}
}

// Folders offers folders only.
func Folders(begun string) []Candidate { return Files("/")(begun) }

func isFolder(path string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
