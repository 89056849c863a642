package neo4jstore

import _ "embed" // the style sheet

//go:embed style.grass
var styleSheet string

// StyleSheet is the style sheet (GraSS) with which Neo4j Browser shows pushed cases as harmpath's diagrams do.
func StyleSheet() string { return styleSheet }
