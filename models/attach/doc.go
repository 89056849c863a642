// Package attach reads the files that a case's components name, software bills of materials and statements on
// vulnerabilities, and says in the system what they say: each component's packages, what is known of their
// vulnerabilities, and a component of kind part for each package of which something is known.
//
// A statement holds for the product, version, variant and ways that it names, and for no other; of several the gravest that
// applies counts, whatever their order. What matches doubtfully clears nothing and counts where it makes matters worse;
// what is left open is noted among the system's doubts. Ids that any file or the model calls each other's are one
// vulnerability. A file's own references, and BOM-Links to it, mean its entries in that product alone. What an SBOM calls
// no part of the product is kept apart, and nothing follows from it.
//
// It reads below the model's folder and nowhere else. What the files cost is bounded by Limits. A package of which no
// vulnerability is known stays in the list and changes nothing that follows from the case.
package attach
