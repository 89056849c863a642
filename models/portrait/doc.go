// Package portrait turns the attack graph of a consequence, as a list of steps, into what a picture of it shows: a portrait
// of boxes and the ways between them. The analysis of that name writes it into the result (models.Portrayal); drawings read
// it from there and fold its boxes further, as their room demands.
//
// What it promises: every box but those of circumstances, safeguards that nothing defeats and profiles follows from others
// that are shown, and the consequence follows from every box. Nothing is added: each way is a step of the graph. It says
// nothing of how boxes look or what they are called.
package portrait
