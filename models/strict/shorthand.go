package strict

// Shorthand is implemented by the pointer to a struct that a file may also write as plain text instead of a mapping.
type Shorthand interface {
	UnmarshalShorthand(text string) error
}
