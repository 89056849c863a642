// Asks: In what do two versions differ: elements of the model, consequences and threats that can come about?
// Promise: exact, of what is stored; `harmpath diff` also gives the reasons.
// $slot = : the old version, CASE@VERSION
// $other = : the new one, CASE@VERSION
MATCH (old:Version {slot: $slot}), (new:Version {slot: $other})
CALL {
  WITH old, new
  MATCH (old)-->(o:Element) WHERE o.said IS NOT NULL
  OPTIONAL MATCH (n:Harmpath {uid: new.gen + substring(o.uid, size(old.gen))})
  WITH o, n WHERE n IS NULL OR n.said <> o.said
  RETURN 'element' AS what, split(o.uid, '/')[2] AS sort, o.id AS id, CASE WHEN n IS NULL THEN 'lost' ELSE 'changed' END AS turn
UNION
  WITH old, new
  MATCH (new)-->(n:Element) WHERE n.said IS NOT NULL
    AND NOT EXISTS { MATCH (o:Harmpath {uid: old.gen + substring(n.uid, size(new.gen))}) }
  RETURN 'element' AS what, split(n.uid, '/')[2] AS sort, n.id AS id, 'gained' AS turn
UNION
  WITH old, new
  UNWIND [[old, new, 'lost'], [new, old, 'gained']] AS side
  WITH side[0] AS has, side[1] AS lacks, side[2] AS turn
  MATCH (has)-[:EFFECTS|DERIVES]->(e:Effect) WHERE e.reachable_assessed
    AND NOT EXISTS { MATCH (f:Harmpath {uid: lacks.gen + substring(e.uid, size(has.gen))}) WHERE f.reachable_assessed }
  RETURN 'consequence' AS what, 'effect' AS sort, e.id AS id, turn
UNION
  WITH old, new
  UNWIND [[old, new, 'lost'], [new, old, 'gained']] AS side
  WITH side[0] AS has, side[1] AS lacks, side[2] AS turn
  MATCH (has)-[:THREAT_ROWS]->(r:ThreatRow) WHERE r.reachable_assessed
    AND NOT EXISTS { MATCH (f:Harmpath {uid: lacks.gen + substring(r.uid, size(has.gen))}) WHERE f.reachable_assessed }
  RETURN 'threat' AS what, r.component AS sort, r.threat AS id, turn
}
RETURN what, sort, id, turn ORDER BY what, sort, id, turn
