//go:build !unix

package disk

// withoutWaiting opens a pipe at once; no folder holds any here.
const withoutWaiting = 0
