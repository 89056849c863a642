// Package attach reads the files that a case's components name, software bills of materials and statements on
// vulnerabilities, and says in the system what they say: each component's packages, what is known of their
// vulnerabilities, and a component of kind part for each package of which something is known.
//
// It reads below the model's folder and nowhere else. What the files cost is bounded by Limits. A package of which no
// vulnerability is known stays in the list and changes nothing that follows from the case.
package attach
