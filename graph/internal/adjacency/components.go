package adjacency

// Components finds the strongly connected components that can be reached from the starts, in turn, each after
// those that it leads to (Tarjan 1972, with an explicit stack).
func Components(starts []int32, n int, successors func(v int32, visit func(int32))) [][]int32 {
	t := tarjan{index: make([]int32, n), low: make([]int32, n), on: make([]bool, n), successors: successors}
	t.members = make([]int32, 0, n)
	t.visit = func(w int32) { t.left = append(t.left, w) }
	for _, v := range starts {
		if t.index[v] == 0 {
			t.enter(v)
		}
		for len(t.walk) > 0 {
			t.step()
		}
	}
	return t.out
}

type tarjan struct {
	index, low []int32 // from 1; 0: not visited
	on         []bool
	stack      []int32
	walk       []visit
	left       []int32 // successors that are left, of all vertices on the way
	count      int32
	members    []int32 // of all components, one after another
	out        [][]int32
	successors func(v int32, visit func(int32))
	visit      func(int32) // appends to left
}

// visit is a vertex on the way; its successors in left are those from next up to the next vertex's.
type visit struct {
	v           int32
	start, next int
}

func (t *tarjan) enter(v int32) {
	t.count++
	t.index[v], t.low[v] = t.count, t.count
	t.on[v] = true
	t.stack = append(t.stack, v)
	t.walk = append(t.walk, visit{v, len(t.left), len(t.left)})
	t.successors(v, t.visit)
}

func (t *tarjan) step() {
	top := &t.walk[len(t.walk)-1]
	if top.next < len(t.left) {
		w := t.left[top.next]
		top.next++
		switch {
		case t.index[w] == 0:
			t.enter(w)
		case t.on[w]:
			t.low[top.v] = min(t.low[top.v], t.index[w])
		}
		return
	}
	v := top.v
	t.left = t.left[:top.start]
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
	from := len(t.members)
	t.members = append(t.members, t.stack[at:]...)
	part := t.members[from:len(t.members):len(t.members)]
	t.stack = t.stack[:at]
	for _, w := range part {
		t.on[w] = false
	}
	t.out = append(t.out, part)
}
