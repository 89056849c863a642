// Package neo4jstore turns cases, their attack graphs and their results into a property graph in a Neo4j store, and
// back. It is the only room that knows the driver.
//
// What is kept: a case has versions, each under a name of its own; a version is a model, its attack graph and what
// the analyses found. Everything in the store carries the label Harmpath and a uid that is unique (see [Schema]);
// docs/store.md shows the rest. A reader starts at a Version: nodes that hang on none are a push under way, or one
// that was replaced and is being cleared.
//
// A push is an exchange: it compares what is there with what is to be there, element by element, and changes the
// difference, in one transaction. What is too large for one is written beside, in batches, under a node that is no
// Version yet, and becomes one in a single step at the end; an interrupted push goes on where it was. Versions of one
// case are pushed one after the other, whoever comes last stays, whole.
//
// Nothing of a model ever becomes Cypher text: values, property names and ids travel as parameters. Labels and
// relationship types, which cannot, come from the types of package models and from kinds of the catalog, whose ids
// are checked and turned into letters and digits.
//
// The package does not analyse: [Store.Reach] computes fixpoints, on the server, and says nothing of what they mean.
package neo4jstore
