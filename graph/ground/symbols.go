package ground

// symbols numbers words: the ids of the system's elements, and what else facts are about. Grounding a large system
// means to touch each of them hundreds of times, and numbers are compared, stored and looked up at a fraction of the
// cost of words.
type symbols struct {
	words   []string
	numbers map[string]int32
}

func newSymbols(room int) symbols {
	return symbols{words: make([]string, 0, room), numbers: make(map[string]int32, room)}
}

// of returns the number of a word, which is given at first mention.
func (s *symbols) of(word string) int32 {
	if n, known := s.numbers[word]; known {
		return n
	}
	n := int32(len(s.words))
	s.words = append(s.words, word)
	s.numbers[word] = n
	return n
}

// find returns the number of a word that was mentioned; -1: it was not.
func (s *symbols) find(word string) int32 {
	if n, known := s.numbers[word]; known {
		return n
	}
	return -1
}
