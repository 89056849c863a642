// Package outlook puts the margins of a result together that speak of one consequence: whether the model has a way to it at
// all, how grave it stands, what it rests on and what is worth doing first. It computes no margin.
package outlook
