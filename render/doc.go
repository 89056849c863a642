// Package render is the socket of the outputs: it turns a models.Result into files for people and programs.
//
// An output is a value (Output), written in a folder of its own and named in the list of render/outputs. It reads the
// result, which holds all that it needs, and computes nothing: what it prints was derived by an analysis. Several
// outputs share rooms of their own: render/words holds every text that harmpath itself writes, render/content the
// use-case document as a tree without a format, and the drawings arrive through Drawings, laid out once for all.
//
// Nothing here touches the file system: an output returns its files, and the caller puts them where they belong.
package render
