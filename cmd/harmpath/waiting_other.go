//go:build !unix

package main

// withoutWaiting opens a pipe at once; no folder holds any here.
const withoutWaiting = 0
