// Asks: How does one fact lead to another through the attack graph, over the fewest steps?
// Promise: each path is one thread, and not an attack: Cypher ignores AND, so that a step is passed when one of its
//   premises holds, and steps that no profile can take are passed too. What can really happen is in `attacks` and
//   `reachable`.
// $slot = : the version, CASE@VERSION
// $from = reached(internet): the fact to begin with, e.g. reached(internet)
// $to = : the fact to end with, e.g. occurred(scald)
MATCH (v:Version {slot: $slot})
MATCH (a:Harmpath {uid: v.gen + '/g/f/' + $from}), (b:Harmpath {uid: v.gen + '/g/f/' + $to})
MATCH p = allShortestPaths((a)-[:PREMISE|CONCLUDES*..60]->(b))
WITH [n IN nodes(p) | n.id] AS path
RETURN size(path) / 2 AS steps, path ORDER BY steps, path LIMIT 25
