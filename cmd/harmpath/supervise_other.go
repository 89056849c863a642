//go:build !linux

package main

// supervised runs the command line in a second process where the system limits the first one so that it needs that: nowhere
// here.
func supervised(world) (code exitCode, did bool) { return fine, false }
