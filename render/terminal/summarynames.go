package terminal

import "github.com/harmpath/harmpath/models"

// name finds what people call the element of a list that has an id; one that is not there is called by its id.
func name[T any, K ~string](s *Summary, list []T, id K, about func(*T) (K, models.Text)) string {
	for i := range list {
		if k, called := about(&list[i]); k == id && !called.Empty() {
			return s.say(called)
		}
	}
	return string(id)
}

func (s *Summary) profile(id models.ProfileID) string {
	about := func(p *models.Profile) (models.ProfileID, models.Text) { return p.ID, p.Name }
	all := append(s.Result.System.Attackers[:len(s.Result.System.Attackers):len(s.Result.System.Attackers)], s.Result.System.Initiators...)
	return name(s, all, id, about)
}

// malicious tells whether a profile is an attacker.
func (s *Summary) malicious(id models.ProfileID) bool {
	for i := range s.Result.System.Attackers {
		if s.Result.System.Attackers[i].ID == id {
			return true
		}
	}
	return false
}

func (s *Summary) safeguard(id models.SafeguardID) string {
	return name(s, s.Result.System.Safeguards, id, func(g *models.Safeguard) (models.SafeguardID, models.Text) { return g.ID, g.Name })
}

func (s *Summary) class(id models.DeviceClassID) string {
	return name(s, s.Result.Words.DeviceClasses, id, func(c *models.DeviceClass) (models.DeviceClassID, models.Text) { return c.ID, c.Name })
}

func (s *Summary) viewpoint(id models.ViewpointID) string {
	return name(s, s.Result.Words.Viewpoints, id, func(v *models.Viewpoint) (models.ViewpointID, models.Text) { return v.ID, v.Name })
}
