// Package models holds the nouns of harmpath: what a person writes (System), what the project knows (Catalog),
// what the analyses derive (Result) and what is wrong with an input (Problem).
//
// It does no I/O, depends on the standard library alone and draws no conclusion: loading lives in models/load,
// grounding in graph/ground, the questions in analysis and the pictures in render.
package models
