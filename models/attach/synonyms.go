package attach

import (
	"cmp"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// synonyms knows which ids are published for one vulnerability: those that any file or the model calls by one another's
// names, and what they are called in turn.
type synonyms struct {
	under map[string]string   // id, folded → another of the same vulnerability; itself: the root
	names map[string]string   // id, folded → as it is written
	all   map[string][]string // root → the ids as they are written, the first as it is shown
}

func newSynonyms(system *models.System, files []*file) *synonyms {
	s := &synonyms{under: map[string]string{}, names: map[string]string{}, all: map[string][]string{}}
	for i := range system.Components {
		c := &system.Components[i]
		s.add(c.Vulnerabilities)
		for j := range c.Packages {
			s.add(c.Packages[j].Vulnerabilities)
		}
	}
	for _, f := range files {
		for i := range f.bill.Statements {
			s.join(&f.bill.Statements[i].Vulnerability)
		}
	}
	for id, name := range s.names {
		root := s.root(id)
		s.all[root] = append(s.all[root], name)
	}
	for _, list := range s.all {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a, b)) })
	}
	return s
}

func (s *synonyms) add(known []models.Vulnerability) {
	for i := range known {
		s.join(&known[i])
	}
}

// join makes the ids of a vulnerability one.
func (s *synonyms) join(v *models.Vulnerability) {
	first := s.root(s.note(v.ID))
	for _, alias := range v.Aliases {
		if other := s.root(s.note(alias)); other != first {
			s.under[other] = first
		}
	}
}

// note takes an id in. Ids are the same whether they are written in capitals or not.
func (s *synonyms) note(id string) string {
	folded := strings.ToUpper(id)
	if name, known := s.names[folded]; !known {
		s.under[folded], s.names[folded] = folded, id
	} else {
		s.names[folded] = min(name, id)
	}
	return folded
}

// root follows what an id stands under, and shortens the way for the next time.
func (s *synonyms) root(id string) string {
	for s.under[id] != id {
		s.under[id] = s.under[s.under[id]]
		id = s.under[id]
	}
	return id
}

// rank sorts the ids of CVE first, then those of GitHub, then all others.
func rank(id string) int {
	for i, prefix := range []string{"CVE-", "GHSA-"} {
		if strings.HasPrefix(strings.ToUpper(id), prefix) {
			return i
		}
	}
	return 2
}

// called is what a vulnerability is shown as, and by which other names it is published.
func (s *synonyms) called(id string) (string, []string) {
	all := s.all[s.root(strings.ToUpper(id))]
	if len(all) == 0 {
		return id, nil
	}
	return all[0], all[1:]
}
