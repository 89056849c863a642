// Asks: In which cases can somebody over the internet injure someone, and by which easiest attack?
// Promise: exact for the attacks that are stored, in the assessed reading; over all versions of all cases.
// $injury = minor: the least injury: minor, severe or death
MATCH (v:Version)-[:ATTACKS]->(a:Attack {reading: 'assessed'})-[:OF]->(e:Effect), (v)-[:ATTACKERS]->(p:Attacker {id: a.profile, kind: 'remote'})
WITH v, a, e, p, ['none', 'minor', 'severe', 'death'] AS grades
WHERE reduce(at = 0, i IN range(0, 3) | CASE WHEN grades[i] = coalesce(e.harm_injury, 'none') THEN i ELSE at END)
   >= reduce(at = 1, i IN range(1, 3) | CASE WHEN grades[i] = $injury THEN i ELSE at END)
RETURN v.case AS product, v.version AS version, e.id AS effect, e.harm_injury AS injury, p.id AS attacker,
  a.effort AS effort, COLLECT { MATCH (a)-[s:STEPS]->(i) RETURN i.id ORDER BY s.at } AS steps
ORDER BY product, version, effect, attacker
