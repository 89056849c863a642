package disk

import (
	"os"
	"slices"
	"sync"
)

// Leftovers are the files and folders that lie aside until they take their places. A process that ends in the midst of its
// work removes them. It is safe for concurrent use; without one nothing is kept in mind.
type Leftovers struct {
	mutex sync.Mutex
	paths []string

	writing sync.RWMutex // held for reading by who writes aside
}

// add keeps in mind that something lies aside.
func (l *Leftovers) add(path string) {
	if l == nil {
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.paths = append(l.paths, path)
}

// done forgets what has taken its place or is gone.
func (l *Leftovers) done(path string) {
	if l == nil {
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.paths = slices.DeleteFunc(l.paths, func(p string) bool { return p == path })
}

// during writes something aside, of which nothing is left if the process ends in the midst of it.
func (l *Leftovers) during(write func() error) error {
	if l == nil {
		return write()
	}
	l.writing.RLock()
	defer l.writing.RUnlock()
	return write()
}

// Remove removes all that lies aside, for a process that is about to end; nothing is added or written any more.
func (l *Leftovers) Remove() {
	l.writing.Lock() // and never unlocked
	l.mutex.Lock()   // likewise
	for _, path := range l.paths {
		_ = os.RemoveAll(path) // there is nobody left to tell
	}
}
