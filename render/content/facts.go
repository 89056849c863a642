package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// subjectType is the sort of a fact's subject: what its state is a state of.
func (b *builder) subjectType(f models.Fact) models.Sort {
	if s := b.stateEntry(f.State); s != nil {
		return s.Of
	}
	return models.ComponentSort
}

// fact says a fact in short: the subject and the state that it is in.
func (b *builder) fact(f models.Fact) Line {
	subject := b.called(b.subjectType(f), f.Subject)
	return join(b.colon(), subject, b.line(b.state(f.State)))
}

// propertyOf says a property of an element in short.
func (b *builder) propertyOf(p models.PropertyRef) Line {
	return b.fill(words.PropertyOf, filling{
		"subject":  b.called(p.Type, p.Subject),
		"property": b.line(b.property(p.Property)),
	})
}

// compromise tells whether being in the fact's state means being compromised.
func (b *builder) compromise(f models.Fact) bool {
	s := b.stateEntry(f.State)
	return s != nil && s.Compromise
}
