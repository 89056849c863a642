package disk

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
)

// ManifestName is the file in an output folder that says which command wrote which files there.
const ManifestName = ".harmpath.json"

// manifestFormat is the name of its format.
const manifestFormat = "harmpath/written/v1"

// largestManifest is the size in bytes up to which one is read.
const largestManifest = 16 << 20

// manifest says which files commands wrote into a folder, so that those go which are not written any more.
type manifest struct {
	Format  string              `json:"format"`
	Written map[string][]string `json:"written"` // by command; names with slashes, sorted
}

// remember puts the folder's new manifest aside, and returns the files that the same command wrote before, that no command
// has written since, and that are still files.
func (s *FileSet) remember() (stale []string, err error) {
	if s.command == "" {
		return nil, nil
	}
	before := s.readManifest()
	after := manifest{manifestFormat, maps.Clone(before.Written)}
	after.Written[s.command] = slices.Sorted(slices.Values(s.Names))
	kept := map[string]bool{}
	for _, names := range after.Written {
		for _, name := range names {
			kept[strings.ToLower(name)] = true // where letters of both cases are the same, it is the new file
		}
	}
	for _, name := range before.Written[s.command] {
		if !kept[strings.ToLower(name)] && s.isOwn(name) {
			stale = append(stale, name)
		}
	}
	body, err := json.Marshal(after, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return stale, s.put(ManifestName, append(body, '\n'))
}

// readManifest reads the folder's manifest. One that is missing or is none says nothing.
func (s *FileSet) readManifest() manifest {
	none := manifest{Written: map[string][]string{}}
	name := filepath.Join(s.folder, ManifestName)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestManifest {
		return none
	}
	body, err := os.ReadFile(name)
	if err != nil {
		return none
	}
	var found manifest
	if err := json.Unmarshal(body, &found); err != nil || found.Format != manifestFormat || found.Written == nil {
		return none
	}
	return found
}

// isOwn tells whether a manifest's name is that of a file which harmpath may have written: an ordinary one inside the
// folder, reached through no link.
func (s *FileSet) isOwn(name string) bool {
	if !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)) || name == "." || isHidden(name) {
		return false
	}
	for above := path.Dir(name); above != "."; above = path.Dir(above) {
		if info, err := os.Lstat(filepath.Join(s.folder, filepath.FromSlash(above))); err != nil || !info.IsDir() {
			return false
		}
	}
	info, err := os.Lstat(filepath.Join(s.folder, filepath.FromSlash(name)))
	return err == nil && info.Mode().IsRegular()
}
