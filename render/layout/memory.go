package layout

import (
	"crypto/sha256"
	"fmt"
	"runtime"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/harmpath/harmpath/render/layout/standin"
)

// memory is the layouts of former runs, in a folder of the user's own: whoever changes one figure of a case waits for that
// one alone. What was not asked for in five days is forgotten. A layout holds numbers, and no text of a model.
//
// Nothing rests on it: an answer that is missing, damaged or cannot be kept is computed.
type memory struct {
	cache    *cache.Cache
	graphviz [sha256.Size]byte // digest of the Graphviz that lays out
}

// openMemory opens the memory, where there is a private folder for it.
func openMemory(below string) (*memory, error) {
	folder, err := privateFolder(below, "layouts")
	if err != nil {
		return nil, err
	}
	opened, err := cache.Open(folder)
	if err != nil {
		return nil, err
	}
	return &memory{opened, sha256.Sum256(standin.Graphviz())}, nil
}

// key holds whatever a layout hangs on. The sort of processor does so by how it rounds.
func (m *memory) key(request Request) cache.ActionID {
	return sha256.Sum256(fmt.Appendf(nil, "%s\n%x\n%s\n%s\n%s", protocolVersion, m.graphviz, runtime.GOARCH, request.Program, request.DOT))
}

// largestKept is the size of the largest answer that is kept, in bytes.
const largestKept = 1 << 20

func (m *memory) recall(request Request) (*Layout, bool) {
	if m == nil {
		return nil, false
	}
	output, _, err := m.cache.GetBytes(m.key(request))
	if err != nil {
		return nil, false
	}
	placed, err := read(output, request)
	return placed, err == nil
}

// keep keeps an answer, which read found whole.
func (m *memory) keep(request Request, output []byte) {
	if m != nil && len(output) <= largestKept {
		_ = m.cache.PutBytes(m.key(request), output)
	}
}

func (m *memory) close() {
	if m != nil {
		_ = m.cache.Trim()
	}
}
