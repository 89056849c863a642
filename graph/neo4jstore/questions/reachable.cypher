// Asks: Which consequences can come about, and by whom?
// Promise: exact; what the analyses found, in the three readings.
// $slot = : the version, CASE@VERSION
MATCH (v:Version {slot: $slot})-[place:EFFECTS|DERIVES]->(e:Effect)
WHERE e.reachable_assessed IS NOT NULL
RETURN e.id AS effect, coalesce(e.harm_injury, 'none') AS injury, e.gives_recovery AS recovery, e.gives_economic AS economic,
  e.reachable_inherent AS inherent, e.reachable_assessed AS assessed, e.reachable_residual AS residual,
  coalesce(e.reachable_assessed_by, []) AS by
ORDER BY type(place) DESC, place.at
