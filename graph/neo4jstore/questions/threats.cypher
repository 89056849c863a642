// Asks: Which threats does each component face, which can come about, and what do they lead to?
// Promise: exact; the table of threats as the analyses filled it.
// $slot = : the version, CASE@VERSION
MATCH (v:Version {slot: $slot})-[place:THREAT_ROWS]->(r:ThreatRow)
RETURN r.component AS component, r.threat AS threat, r.reachable_assessed AS reachable,
  coalesce(r.reachable_assessed_by, []) AS by, COLLECT { MATCH (r)-[:LEADS_TO]->(e) RETURN e.id ORDER BY e.id } AS leads_to,
  COLLECT { MATCH (r)-[:COUNTERED_BY]->(m) RETURN m.id ORDER BY m.id } AS countered_by
ORDER BY place.at
