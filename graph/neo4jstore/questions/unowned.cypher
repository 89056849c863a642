// Asks: For which components of the list does no stakeholder answer?
// Promise: exact. Using a component is not answering for it.
// $slot = : the version, CASE@VERSION
MATCH (v:Version {slot: $slot})-[place:COMPONENTS]->(c:Component)
WHERE c.drawn_only IS NULL AND NOT EXISTS { (:Stakeholder)-[:MAKES|SUPPLIES|OWNS|OPERATES|MAINTAINS]->(c) }
RETURN c.id AS component ORDER BY place.at
