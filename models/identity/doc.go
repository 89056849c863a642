// Package identity tells whether words that somebody writes for a product mean a given one, and how surely: Mention is
// what the words say, Product what is known of the product, and Means compares them.
//
// What the words state must be so in the product: type, namespace and name of a package URL (purl), its version, each of
// its qualifiers and its subpath; part, vendor, product and every further attribute of a CPE 2.2 or 2.3. What they leave
// out is free. Where the product leaves out what they state, or where two versions cannot be compared, it is Doubtful
// that it is meant, and never certain that it is not.
//
// Versions and ranges of versions (vers:) are compared as their scheme does, by the libraries that know it. A scheme
// that none knows is compared only where its numbers alone decide.
package identity
