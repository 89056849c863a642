package graph

// components finds the strongly connected components that can be reached from a start, each after those
// that it leads to (Tarjan 1972, with an explicit stack).
func components(n int, start int32, successors func(v int32, visit func(int32))) [][]int32 {
	t := tarjan{index: make([]int32, n), low: make([]int32, n), on: make([]bool, n), successors: successors}
	t.enter(start)
	for len(t.walk) > 0 {
		t.step()
	}
	return t.out
}

type tarjan struct {
	index, low []int32 // from 1; 0: not visited
	on         []bool
	stack      []int32
	walk       []visit
	count      int32
	out        [][]int32
	successors func(v int32, visit func(int32))
}

// visit is a vertex on the way, with its successors that are left.
type visit struct {
	v    int32
	left []int32
}

func (t *tarjan) enter(v int32) {
	t.count++
	t.index[v], t.low[v] = t.count, t.count
	t.on[v] = true
	t.stack = append(t.stack, v)
	var left []int32
	t.successors(v, func(w int32) { left = append(left, w) })
	t.walk = append(t.walk, visit{v, left})
}

func (t *tarjan) step() {
	top := &t.walk[len(t.walk)-1]
	if len(top.left) > 0 {
		w := top.left[0]
		top.left = top.left[1:]
		switch {
		case t.index[w] == 0:
			t.enter(w)
		case t.on[w]:
			t.low[top.v] = min(t.low[top.v], t.index[w])
		}
		return
	}
	v := top.v
	t.walk = t.walk[:len(t.walk)-1]
	if len(t.walk) > 0 {
		parent := t.walk[len(t.walk)-1].v
		t.low[parent] = min(t.low[parent], t.low[v])
	}
	if t.low[v] != t.index[v] {
		return
	}
	at := len(t.stack) - 1
	for t.stack[at] != v {
		at--
	}
	part := append([]int32(nil), t.stack[at:]...)
	t.stack = t.stack[:at]
	for _, w := range part {
		t.on[w] = false
	}
	t.out = append(t.out, part)
}
