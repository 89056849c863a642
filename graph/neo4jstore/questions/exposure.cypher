// Asks: Who can compromise a component, what is it good for, and how grave is it if it is attacked?
// Promise: exact; what the analyses found in the assessed reading.
// $slot = : the version, CASE@VERSION
// $component = : a component; empty: all
MATCH (v:Version {slot: $slot})-[place:COMPONENTS]->(c:Component)
WHERE c.reaches IS NOT NULL AND ($component = '' OR c.id = $component)
RETURN c.id AS component, c.reaches AS reaches,
  COLLECT { MATCH (p:Profile)-[:COMPROMISES]->(c) RETURN p.id ORDER BY p.id } AS compromised_by,
  COLLECT { MATCH (c)-[:CONTRIBUTES_TO]->(e:Effect) RETURN e.id ORDER BY e.id } AS contributes_to,
  COLLECT { MATCH (c)-[:NECESSARY_FOR]->(e:Effect) RETURN e.id ORDER BY e.id } AS necessary_for,
  c.if_attacked_recovery AS recovery, c.if_attacked_economic AS economic
ORDER BY place.at
