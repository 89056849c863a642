// Package rendertest is test furniture for outputs: a small result written by hand that fills every part of a
// document, one that fills none, one whose every text is hostile, and drawings to go with them. No product code
// imports it.
package rendertest
