// Package casebook writes the document of several cases together: what they are, what they require and what each decided,
// and what cases in one cell of the map do differently.
package casebook
