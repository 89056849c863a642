// Asks: Without which facts and steps could a consequence not be reached?
// Promise: exact; found by the analyses, by removal, with AND. (Counting on how many paths of the graph a node lies
//   would ignore AND.)
// $slot = : the version, CASE@VERSION
// $effect = : a consequence; empty: all
MATCH (v:Version {slot: $slot})-[:EFFECTS|DERIVES]->(e:Effect)<-[:SINGLE_POINT_OF]-(p)
WHERE $effect = '' OR e.id = $effect
RETURN e.id AS effect, CASE WHEN p:Fact THEN 'fact' ELSE 'step' END AS sort, p.id AS point
ORDER BY effect, sort, point
