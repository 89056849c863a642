// Package strict turns YAML or JSON files into one Go value, with every problem and every place: an unknown key with
// the nearest known one, a key written twice, a wrong type, a wrong word, a missing key, each at its line and column,
// all of them at once.
//
// The Go type is the format. A field's key is its json tag, a field with neither omitempty nor omitzero must be
// written and must not be empty text, embedded structs lend their keys, a type with a method Values() []string takes
// no other words, a type that implements encoding.TextUnmarshaler reads itself from a scalar, and one that implements
// Shorthand may be written as plain text instead of a mapping. A field `At models.Place` tagged json:"-" is set to
// the place where its mapping begins.
//
// Of YAML the package takes what can be read only in one way: one document a file, in UTF-8, without tags (!!int,
// !mine) and without merge keys (<<), which YAML 1.2 has dropped. Anchors and aliases of whole values work. Numbers
// are decimal, truth is true or false, and text that looks like either wants quotes. A key without a value is a
// problem.
//
// Excerpt reads files of formats that others keep, of which a Go type knows only a part.
//
// What a file may cost is bounded by Limits. The only recursion is over the nesting of the file and ends at
// Limits.Depth.
package strict
