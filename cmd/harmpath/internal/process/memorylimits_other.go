//go:build !linux

package process

// memoryLimits are the bounds that the system sets the process; none is known here.
func memoryLimits() []memoryLimit { return nil }
