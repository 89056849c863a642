//go:build race

package neo4jstore_test

// casesUnderTest is how many cases the tests take that go over all of them: the race detector looks at how the code runs,
// which is the same for each, and takes its time; without it all are taken.
const casesUnderTest = 5
