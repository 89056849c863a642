package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// candidate is a word that may stand where the user is typing.
type candidate struct {
	word string
	says string // what it is; may be empty
}

// completer lists what may stand at one place of the command line, given the beginning of the word there.
type completer func(begun string) []candidate

// fixed offers fixed words.
func fixed(list ...string) completer {
	return func(string) []candidate {
		out := make([]candidate, len(list))
		for i, w := range list {
			out[i].word = w
		}
		return out
	}
}

// listOf offers the words of one, several of them separated by commas, none twice.
func listOf(one completer) completer {
	return func(begun string) []candidate {
		done := begun[:strings.LastIndexByte(begun, ',')+1]
		used := strings.Split(done, ",")
		var out []candidate
		for _, c := range one(begun[len(done):]) {
			if !slices.Contains(used, c.word) {
				out = append(out, candidate{done + c.word, c.says})
			}
		}
		return out
	}
}

// files offers folders and the files with one of the endings; all files where none is named.
func files(endings ...string) completer {
	return func(begun string) []candidate {
		folder, name := filepath.Split(begun)
		entries, err := os.ReadDir(cmp.Or(folder, "."))
		if err != nil {
			return nil
		}
		var out []candidate
		for _, e := range entries {
			hidden := strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(name, ".")
			wanted := len(endings) == 0 || slices.Contains(endings, strings.ToLower(filepath.Ext(e.Name())))
			switch {
			case hidden:
			case isFolder(filepath.Join(folder, e.Name()), e):
				out = append(out, candidate{word: folder + e.Name() + "/"})
			case wanted:
				out = append(out, candidate{word: folder + e.Name()})
			}
		}
		return out
	}
}

// folders offers folders only.
func folders(begun string) []candidate { return files("/")(begun) }

func isFolder(path string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
