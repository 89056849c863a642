//go:build !unix

package layout

import "io/fs"

// checkOwner accepts every folder: on Windows the user's cache directory (%LocalAppData%) is open to the user alone by
// its inherited access control list, and mode bits mean nothing.
func checkOwner(string, fs.FileInfo) error { return nil }
