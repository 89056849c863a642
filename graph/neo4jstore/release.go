package neo4jstore

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// oldest is the release of Neo4j from which on the store can be used.
var oldest = release{5, 7}

// release is a version of a server: 5.26, or since 2025 by year and month.
type release struct{ major, minor int }

func (r release) String() string { return fmt.Sprintf("%d.%d", r.major, r.minor) }

func (r release) before(other release) bool {
	return r.major < other.major || r.major == other.major && r.minor < other.minor
}

// releaseOf reads the release out of how a server names itself: Neo4j/5.26.30.
func releaseOf(agent string) (release, bool) {
	number, isNeo4j := strings.CutPrefix(agent, "Neo4j/")
	words := strings.SplitN(number, ".", 3)
	if !isNeo4j || len(words) < 2 {
		return release{}, false
	}
	minor, _, _ := strings.Cut(words[1], "-")
	var r release
	var wrongMajor, wrongMinor error
	r.major, wrongMajor = strconv.Atoi(words[0])
	r.minor, wrongMinor = strconv.Atoi(minor)
	return r, wrongMajor == nil && wrongMinor == nil
}

// checkRelease objects to servers that are too old, or no Neo4j.
func checkRelease(agent string) error {
	found, known := releaseOf(agent)
	switch {
	case !known:
		return &Trouble{What: models.Messagef("the server is %q, no Neo4j", agent), Remedy: models.Messagef("harmpath relies on what Neo4j guarantees: use Neo4j %s or newer", oldest)}
	case found.before(oldest):
		return &Trouble{What: models.Messagef("the server is Neo4j %s, which is too old", found), Remedy: models.Messagef("use %s or newer", oldest)}
	}
	return nil
}
