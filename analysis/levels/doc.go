// Package levels asks how high the case stands on both axes of the IoT Security Safety Framework: the levels of what
// is reachable in each of the three readings, by each profile alone, and the levels that a stakeholder does not
// accept.
package levels
