// Asks: Which levels does each version have, in each reading, and on which consequences do they rest?
// Promise: exact; what the analyses found.
// $slot = : the version, CASE@VERSION; empty: all
MATCH (v:Version)-[:LEVELS]->(l:Level {of: 'published'})
WHERE $slot = '' OR v.slot = $slot
RETURN v.case AS product, v.version AS version, l.reading AS reading, l.recovery AS recovery, l.economic AS economic,
  COLLECT { MATCH (l)-[:RESTS_ON]->(e:Effect) RETURN DISTINCT e.id ORDER BY e.id } AS rests_on
ORDER BY product, version, reading
