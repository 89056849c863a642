//go:build !race

package neo4jstore_test

// casesUnderTest is how many cases the tests take that go over all of them.
const casesUnderTest = 1000
