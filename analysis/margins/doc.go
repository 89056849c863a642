// Package margins asks how far each consequence is from coming about, or from being kept from it, by each profile alone:
// how much hangs on what the model does not state, how many of its statements have to fail (depth) where it does not
// come about, and how many properties have to be raised where it does.
//
// All of it is asked of an open case (ground.Open), in which each statement that protects is a switch. Depth is a question
// of least effort, where only what fails costs; what to raise is one of cheapest measures, where each property is one.
// Both are exact, or say that a limit ended them.
package margins
