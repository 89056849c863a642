package analysis

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// What is asked of each profile alone costs what the case is large, and what each brings about is told of each. So of very many
// profiles only the first are followed alone; the others act together, as one.
const (
	fewAlone     = 20      // so many are followed alone in any case
	manyAlone    = 200     // and no more than so many
	aloneSize    = 500_000 // profiles times elements
	aloneEffects = 50_000  // profiles times effects
)

// together returns the system with the profiles that are too many to be followed alone joined into one of attackers and one of
// initiators, and how many were joined. What several bring about together is all that each of them does alone, and may be more: of
// them, results are bounds from above.
func together(s *models.System, asked []models.ProfileID) (*models.System, int) {
	j := joining{s, asked, followedAlone(s)}
	attackers, joinedAttackers := j.join(s.Attackers, "other_attackers", models.Text{JA: "その他の攻撃者%d件（共同）", EN: "The other %d attackers, together"})
	initiators, joinedInitiators := j.join(s.Initiators, "other_initiators", models.Text{JA: "その他の要因%d件（同時）", EN: "The other %d initiators, together"})
	if joinedAttackers+joinedInitiators == 0 {
		return s, 0
	}
	out := *s
	out.Attackers, out.Initiators = attackers, initiators
	return &out, joinedAttackers + joinedInitiators
}

// followedAlone returns how many attackers, and how many initiators, are followed alone.
func followedAlone(s *models.System) int {
	elements := len(s.Components) + len(s.Flows) + len(s.Data) + len(s.Effects) + len(s.Safeguards) + len(s.Measures) + len(s.Dependencies) + 1
	effects := len(s.Effects) + len(s.Data) + 1
	return min(max(fewAlone, min(aloneSize/elements, aloneEffects/effects)), manyAlone)
}

// joining joins what is too many.
type joining struct {
	system *models.System
	asked  []models.ProfileID // these are not joined
	most   int
}

// join joins the profiles of a list behind the first ones.
func (j joining) join(list []models.Profile, word models.ProfileID, name models.Text) ([]models.Profile, int) {
	if len(list) <= j.most {
		return list, 0
	}
	alone := slices.Clone(list[:j.most-1])
	var rest []models.Profile
	for _, p := range list[j.most-1:] {
		if slices.Contains(j.asked, p.ID) {
			alone = append(alone, p)
		} else {
			rest = append(rest, p)
		}
	}
	if len(rest) == 0 {
		return list, 0
	}
	all := models.Profile{
		Origin: models.Origin{At: rest[0].At, Source: models.Inferred}, ID: freeProfile(j.system, word), Kind: rest[0].Kind,
		Name: models.Text{JA: fmt.Sprintf(name.JA, len(rest)), EN: fmt.Sprintf(name.EN, len(rest))},
	}
	starts, knows := map[models.Fact]bool{}, map[models.DataID]bool{}
	for _, p := range rest {
		all.Starts = unseen(all.Starts, starts, p.Starts)
		all.Knows = unseen(all.Knows, knows, p.Knows)
	}
	return append(alone, all), len(rest)
}

// unseen adds to a list what was not seen before.
func unseen[E comparable](list []E, seen map[E]bool, more []E) []E {
	for _, e := range more {
		if !seen[e] {
			seen[e] = true
			list = append(list, e)
		}
	}
	return list
}

// freeProfile returns an id that no profile has.
func freeProfile(s *models.System, word models.ProfileID) models.ProfileID {
	used := map[models.ProfileID]bool{}
	for _, list := range [][]models.Profile{s.Attackers, s.Initiators} {
		for _, p := range list {
			used[p.ID] = true
		}
	}
	id := word
	for i := 2; used[id]; i++ {
		id = models.ProfileID(fmt.Sprint(word, "-", i))
	}
	return id
}
