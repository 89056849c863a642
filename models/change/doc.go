// Package change turns a what-if into a system: it reads changes as a command line gives them, and applies them to a
// copy of a case, of which nothing else differs.
//
// A change names one field of one element: dataflow:phone-cloud.authenticated=true, component:heater.device_class=
// open_flue, measure:ports.status=adopted, policy:large_recall=conjunctive. Two are whole: a safeguard can be removed,
// and a flow closed. The package draws no conclusion; what a change means is found by analysing the changed system.
package change
