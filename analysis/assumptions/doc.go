// Package assumptions asks what the result rests on: of every consequence the minimal sets of unknown properties that,
// taken as false, are enough for it; and for each unknown property what becomes of the assessed level and of the
// consequences if it were known to be true.
//
// A consequence rests on a set of unknown properties when some profile brings it about with these taken as false and all
// other unknown ones true. The sets are all minimal sets over the profiles unless a limit of the result says otherwise. Knowing
// a property changes what is reachable exactly where it stands in every minimal set.
package assumptions
