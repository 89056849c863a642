// Asks: Which versions of which products contain a part, directly or inside another part, and how bad can they get?
// Promise: exact. Two components are the same part when they have the same kind and the same id in their models.
// $part = : a part; empty: all
MATCH (p:Part)<-[:SAME_AS]-(c:Component)<-[:PARTS*1..]-(w:Component)<-[:COMPONENTS]-(v:Version)
WHERE $part = '' OR p.id = $part
RETURN p.id AS part, v.case AS product, v.version AS version, collect(DISTINCT w.id) AS inside,
  v.recovery_assessed AS recovery, v.economic_assessed AS economic
ORDER BY part, product, version
