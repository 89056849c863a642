// Package criteria holds the two tables of levels of the IoT Security Safety Framework (IoT-SSF, METI): it turns what
// a consequence does to people and what it costs into a level on each axis, with the criterion that it rests on.
//
// Axis 1, recovery difficulty (回復困難性の度合い), looks at injury, at the use in which it occurs and at the personal
// information disclosed; axis 2, economic impact (経済的影響の度合い), counts the factors external scope, long duration and
// missing substitute, with the large recall apart. What the framework's text leaves open is a policy of the case.
//
// It looks at one consequence at a time and takes the highest; factors of different consequences are never mixed. It
// knows nothing of whether a consequence is reachable: a level says what it can lead to where it is.
package criteria
