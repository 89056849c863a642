// Asks: Which components can command many others, over how many installations, and what follows if one is compromised?
// Promise: whom it commands follows from command and control flows alone, from end to end and on, and says what is
//   connected, not what an attack reaches; `leads_to` is exact: what the analyses found to follow from its compromise.
// $slot = : the version, CASE@VERSION
// $least = 1: how many components at least
MATCH (v:Version {slot: $slot})-[:COMPONENTS]->(c:Component)
MATCH (c)-[s:SENDS*1..8]->(t:Component)
WHERE t <> c AND all(f IN s WHERE f.nature IN ['command', 'control'] AND f.closed IS NULL)
WITH DISTINCT c, t
WITH c, count(t) AS commands, sum(coalesce(t.installations, c.installations, 1)) AS installations, collect(t.id) AS whom
WHERE commands >= toInteger($least)
UNWIND whom AS one
WITH c, commands, installations, one ORDER BY one
RETURN c.id AS component, commands, installations, collect(one) AS whom,
  COLLECT { MATCH (c)-[:LEADS_TO]->(e:Effect) RETURN e.id ORDER BY e.id } AS leads_to
ORDER BY installations DESC, commands DESC, component
