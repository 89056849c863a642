// Package identity tells whether a file that speaks of a product means a given one. It turns what is known of a product
// into the names that somebody may call it by, and what somebody wrote into one such name; they mean the same where
// the names are equal.
//
// A package URL (purl) names its type, namespace and name, with or without the version; its qualifiers and subpath do
// not count. A CPE 2.2 or 2.3 names part, vendor and product, with or without the version. A mention without a version
// means every version; ranges of versions are not understood.
package identity
