// Asks: Which measures cut how many of the stored attacks?
// Promise: exact for the attacks that are stored: a measure cuts an attack when it blocks one of its steps. Others
//   may remain; which measures are enough is for `harmpath`'s own analysis of measures.
// $slot = : the version, CASE@VERSION
MATCH (v:Version {slot: $slot})-[place:MEASURES]->(m:Measure)
OPTIONAL MATCH (v)-[:ATTACKS]->(a:Attack)-[:STEPS]->(:Step)<-[:BLOCKS]-(m)
WITH place, m, count(DISTINCT a) AS cuts
RETURN m.id AS measure, coalesce(m.status, 'candidate') AS status, cuts
ORDER BY cuts DESC, place.at
