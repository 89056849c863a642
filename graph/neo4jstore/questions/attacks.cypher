// Asks: Which attacks on a consequence did the analyses find, step by step?
// Promise: exact. These are the stored attacks: each is a whole derivation, in which every step comes after all that
//   it needs. The easiest one of each profile is among them.
// $slot = : the version, CASE@VERSION
// $effect = : a consequence; empty: all
MATCH (v:Version {slot: $slot})-[place:ATTACKS]->(a:Attack)-[:OF]->(e:Effect)
WHERE $effect = '' OR e.id = $effect
MATCH (a)-[s:STEPS]->(i:Step)
WITH place, a, e, i ORDER BY place.at, s.at
RETURN e.id AS effect, a.profile AS profile, a.reading AS reading, a.effort AS effort, collect(i.id) AS steps, place.at AS nr
ORDER BY nr
