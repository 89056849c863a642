package sat

// activityHeap is a binary heap of variables, the most active first, the lower of equals first.
type activityHeap struct {
	heap     []int32
	place    []int32 // variable → its place in heap, -1: not there
	activity []float64
}

// add puts the variable in if it is not there.
func (h *activityHeap) add(v int32) {
	for int32(len(h.place)) <= v {
		h.place = append(h.place, -1)
		h.activity = append(h.activity, 0)
	}
	if h.place[v] >= 0 {
		return
	}
	h.place[v] = int32(len(h.heap))
	h.heap = append(h.heap, v)
	h.up(len(h.heap) - 1)
}

// pop takes the most active variable out.
func (h *activityHeap) pop() (int32, bool) {
	if len(h.heap) == 0 {
		return 0, false
	}
	top, last := h.heap[0], len(h.heap)-1
	h.swap(0, last)
	h.heap = h.heap[:last]
	h.place[top] = -1
	h.down(0)
	return top, true
}

func (h *activityHeap) bump(v int32, by float64) {
	h.activity[v] += by
	if h.place[v] >= 0 {
		h.up(int(h.place[v]))
	}
}

func (h *activityHeap) rescale(by float64) {
	for v := range h.activity {
		h.activity[v] *= by
	}
}

func (h *activityHeap) before(i, j int) bool {
	a, b := h.heap[i], h.heap[j]
	return h.activity[a] > h.activity[b] || h.activity[a] == h.activity[b] && a < b
}

func (h *activityHeap) swap(i, j int) {
	h.heap[i], h.heap[j] = h.heap[j], h.heap[i]
	h.place[h.heap[i]], h.place[h.heap[j]] = int32(i), int32(j)
}

func (h *activityHeap) up(i int) {
	for i > 0 && h.before(i, (i-1)/2) {
		h.swap(i, (i-1)/2)
		i = (i - 1) / 2
	}
}

func (h *activityHeap) down(i int) {
	for {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(h.heap); child++ {
			if h.before(child, least) {
				least = child
			}
		}
		if least == i {
			return
		}
		h.swap(i, least)
		i = least
	}
}
