package neo4jstore

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

// The labels that are not types of the model or kinds of the catalog.
const (
	labelAll     = "Harmpath" // every node
	labelElement = "Element"  // the nodes of a model
	labelVersion = "Version"  // a version that can be read
	labelStaging = "Staging"  // one that is being written
	labelRetired = "Retired"  // one that was replaced or removed and is being cleared
	labelCase    = "Case"
	labelPart    = "Part"
	labelFact    = "Fact"
	labelStep    = "Step"
	labelAnd     = "And"
	labelOr      = "Or"
)

// node is a node with the relationships that come and go with it. It is compared and replaced as a whole.
type node struct {
	key    string // unique in its version; of a shared node: in the store
	shared bool   // it belongs to no version: the same node for all
	labels []string
	props  map[string]any
	rels   []rel
}

// rel is a relationship between its node and another one.
type rel struct {
	typ    string
	other  string
	shared *node // the other node, where it belongs to no version; nil: it belongs to this one
	in     bool  // it comes from the other node
	props  map[string]any
}

// source yields the nodes of one version, the same ones in the same order each time; the first is its head, the
// version itself. A node that another one's relationship names may come later.
type source iter.Seq[node]

// headKey is the key of a version's own node.
const headKey = "v"

// Nodes of a model, of its graph and of its result lie in three ranges of keys.
func modelKey(sort, id string) string { return "m/" + sort + "/" + id }

func factKey(name string) string { return "g/f/" + name }

func stepKey(name string) string { return "g/s/" + name }

func resultKey(sort, id string) string { return "r/" + sort + "/" + id }

// labelSet is a node's labels as one word, in an order that is always the same.
func (n node) labelSet() string {
	sorted := slices.Compact(slices.Sorted(slices.Values(n.labels)))
	return strings.Join(sorted, ":")
}

// hash tells apart two nodes that differ in anything but their keys.
func (n node) hash() string {
	said := make([]byte, 0, 512)
	said = appendWord(said, n.labelSet())
	said = appendProps(said, n.props)
	for _, r := range n.rels {
		said = appendWord(said, r.typ)
		said = appendWord(said, r.other)
		said = appendValue(said, r.in)
		said = appendValue(said, r.shared != nil)
		said = appendProps(said, r.props)
	}
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:12])
}

func appendWord(said []byte, word string) []byte {
	said = binary.AppendUvarint(said, uint64(len(word)))
	return append(said, word...)
}

func appendProps(said []byte, props map[string]any) []byte {
	said = binary.AppendUvarint(said, uint64(len(props)))
	if len(props) == 0 {
		return said
	}
	for _, key := range slices.Sorted(maps.Keys(props)) {
		said = appendWord(said, key)
		said = appendValue(said, props[key])
	}
	return said
}

// appendValue writes what a property can hold: words, numbers, truths and lists of them, each after its sort.
func appendValue(said []byte, value any) []byte {
	switch x := value.(type) {
	case string:
		return appendWord(append(said, 's'), x)
	case bool:
		if x {
			return append(said, 't')
		}
		return append(said, 'f')
	case int64:
		return binary.AppendVarint(append(said, 'i'), x)
	case float64:
		return binary.BigEndian.AppendUint64(append(said, 'n'), math.Float64bits(x))
	case []any:
		said = binary.AppendUvarint(append(said, 'l'), uint64(len(x)))
		for _, v := range x {
			said = appendValue(said, v)
		}
		return said
	}
	panic(fmt.Sprintf("neo4jstore: no property holds a %T", value))
}

// digest is what a source comes to.
type digest struct {
	hash  string
	nodes int64
	rels  int64
}

func (d digest) rows() int64 { return d.nodes + d.rels }

// digest goes through all nodes once.
func (s source) digest() digest {
	var d digest
	whole := sha256.New()
	for n := range s {
		whole.Write(appendWord(appendWord(nil, n.key), n.hash()))
		d.nodes++
		d.rels += int64(len(n.rels))
	}
	d.hash = hex.EncodeToString(whole.Sum(nil)[:16])
	return d
}
