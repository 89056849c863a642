package topology

import (
	"errors"
	"slices"

	digraph "github.com/dominikbraun/graph"
)

// relation is a directed graph over vertices that several relations share.
type relation[K comparable] struct {
	digraph.Graph[K, K]
	rows *store[K]
}

func newRelation[K comparable](over *vertices[K]) *relation[K] {
	rows := &store[K]{vertices: over, at: map[[2]int32]int{}}
	return &relation[K]{digraph.NewWithStore(func(k K) K { return k }, rows, digraph.Directed()), rows}
}

// add relates two vertices and tells whether they were not related before. What is no vertex is passed over.
func (r *relation[K]) add(from, to K, options ...func(*digraph.EdgeProperties)) bool {
	err := r.AddEdge(from, to, options...)
	if err != nil && !errors.Is(err, digraph.ErrEdgeAlreadyExists) && !errors.Is(err, digraph.ErrVertexNotFound) {
		panic("topology: " + err.Error())
	}
	return err == nil
}

// has tells whether one vertex is related to another.
func (r *relation[K]) has(from, to K) bool {
	_, err := r.rows.Edge(from, to)
	return err == nil
}

// next lists what a vertex is related to, in the order in which that was added. It is not to be changed.
func (r *relation[K]) next(k K) []K { return r.rows.row(r.rows.next, k) }

// back lists what is related to a vertex, likewise.
func (r *relation[K]) back(k K) []K { return r.rows.row(r.rows.back, k) }

// within lists what can be reached from a vertex along rows, nearest first, without the vertex.
func within[K comparable](k K, row func(K) []K) []K {
	if len(row(k)) == 0 {
		return nil
	}
	seen := map[K]bool{k: true}
	out := []K{k}
	for i := 0; i < len(out); i++ {
		for _, other := range row(out[i]) {
			if !seen[other] {
				seen[other] = true
				out = append(out, other)
			}
		}
	}
	return out[1:]
}

// vertices are ids with their places, from 0 in the order in which they were added.
type vertices[K comparable] struct {
	ids    []K
	places map[K]int32
}

func newVertices[K comparable](room int) *vertices[K] {
	return &vertices[K]{ids: make([]K, 0, room), places: make(map[K]int32, room)}
}

// add adds a vertex; false: there is one of this id.
func (v *vertices[K]) add(k K) bool {
	if _, known := v.places[k]; known {
		return false
	}
	v.places[k] = int32(len(v.ids))
	v.ids = append(v.ids, k)
	return true
}

// store keeps the edges of one graph of the library, in rows: from each vertex and back.
type store[K comparable] struct {
	digraph.Store[K, K] // nil: relations only grow, and what is listed is read from the rows
	*vertices[K]
	next, back [][]K // by place; vertices at the end that have none may be missing
	edges      []digraph.Edge[K]
	at         map[[2]int32]int // places of both ends → index in edges
}

// Vertex finds a vertex.
func (s *store[K]) Vertex(k K) (K, digraph.VertexProperties, error) {
	if _, known := s.places[k]; !known {
		return k, digraph.VertexProperties{}, digraph.ErrVertexNotFound
	}
	return k, digraph.VertexProperties{}, nil
}

// AddEdge adds an edge between two vertices that have none.
func (s *store[K]) AddEdge(from, to K, edge digraph.Edge[K]) error {
	a, b := s.places[from], s.places[to]
	s.at[[2]int32{a, b}] = len(s.edges)
	s.edges = append(s.edges, edge)
	s.next, s.back = appended(s.next, a, to), appended(s.back, b, from)
	return nil
}

func appended[K any](rows [][]K, at int32, k K) [][]K {
	if missing := int(at) + 1 - len(rows); missing > 0 {
		rows = slices.Grow(rows, missing)[:len(rows)+missing]
	}
	rows[at] = append(rows[at], k)
	return rows
}

// Edge finds the edge from one vertex to another.
func (s *store[K]) Edge(from, to K) (digraph.Edge[K], error) {
	a, known := s.places[from]
	b, there := s.places[to]
	if i, is := s.at[[2]int32{a, b}]; known && there && is {
		return s.edges[i], nil
	}
	return digraph.Edge[K]{}, digraph.ErrEdgeNotFound
}

func (s *store[K]) row(rows [][]K, k K) []K {
	if at, known := s.places[k]; known && int(at) < len(rows) {
		return rows[at]
	}
	return nil
}
