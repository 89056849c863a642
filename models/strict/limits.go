package strict

import "cmp"

// Limits bounds what reading may cost. A zero field takes the default. All of them hold for one Decoder, that is for
// a file and all that it includes, except where they say a file.
type Limits struct {
	YAMLSize  int // bytes of one YAML file; default 64 MiB (100,000 components are some 30 MiB)
	JSONSize  int // bytes of one JSON file; default 1 GiB
	TotalSize int // bytes of all files; default 1 GiB
	YAMLNodes int // values and keys in all YAML files, those behind aliases counted each time; default 6 million, as many as some 100,000 components have
	JSONNodes int // values and keys in all JSON files; default 100 million
	Expanded  int // values and keys that come from aliases ("billion laughs"); default 1 million
	Depth     int // mappings and lists within each other; default 100
	Scalar    int // bytes of one scalar or key; default 64 KiB
	Problems  int // problems told before reading ends; default 1000
}

// WithDefaults fills the zero fields.
func (l Limits) WithDefaults() Limits {
	return Limits{
		YAMLSize:  cmp.Or(l.YAMLSize, 64<<20),
		JSONSize:  cmp.Or(l.JSONSize, 1<<30),
		TotalSize: cmp.Or(l.TotalSize, 1<<30),
		YAMLNodes: cmp.Or(l.YAMLNodes, 6_000_000),
		JSONNodes: cmp.Or(l.JSONNodes, 100_000_000),
		Expanded:  cmp.Or(l.Expanded, 1_000_000),
		Depth:     cmp.Or(l.Depth, 100),
		Scalar:    cmp.Or(l.Scalar, 64<<10),
		Problems:  cmp.Or(l.Problems, 1000),
	}
}

// size is the limit of a file's size, by its name.
func (l *Limits) size(file string) int {
	if IsJSON(file) {
		return l.JSONSize
	}
	return l.YAMLSize
}

// usage is what has been spent of the limits.
type usage struct {
	limits                         Limits
	size                           int
	yamlNodes, jsonNodes, expanded int
}
