package bdd

// simpleFamilies: of two families of minimal sets, the minimal sets of both together, or those of the first that contain
// none of the second's.
func (d *diagram) simpleFamilies(op operation, a, b *int32) (int32, bool) {
	x, y := *a, *b
	switch {
	case op == opJoin && (x == always || y == always):
		return always, true
	case op == opJoin && (x == never || x == y):
		return y, true
	case y == never:
		return x, true
	case op == opJoin && x > y:
		*a, *b = y, x
	case op == opJoin:
	case x == never || y == always || x == y:
		return never, true
	case x == always:
		return always, true
	}
	return never, false
}

// simpleProduct: the minimal unions of a set of each.
func (d *diagram) simpleProduct(op operation, a, b *int32) (int32, bool) {
	x, y := *a, *b
	switch {
	case x == never || y == never:
		return never, true
	case x == always && y == always:
		return always, true
	case op.members() == 0:
		d.left = true
		return never, true
	case x > y:
		*a, *b = y, x
	}
	return never, false
}

// nextSmall says what operations on families of minimal sets are made of.
func (d *diagram) nextSmall(f *frame, top int32) (operation, int32, int32) {
	al, ah := d.splitSets(f.a, top)
	bl, bh := d.splitSets(f.b, top)
	switch f.op.kind() {
	case opJoin:
		switch f.step {
		case 0:
			return opJoin, al, bl
		case 1:
			return opJoin, ah, bh
		case 2:
			return opSubsume, f.other, f.first
		}
	case opSubsume:
		switch f.step {
		case 0:
			return opSubsume, al, bl
		case 1:
			return opSubsume, ah, bl
		case 2:
			return opSubsume, f.other, bh
		}
	case opFunction:
		switch f.step {
		case 0:
			return opFunction, al, al
		case 1:
			return opFunction, ah, ah
		case 2:
			return opOr, f.first, f.other
		}
	case opProduct:
		return d.nextProduct(f, [2]int32{al, ah}, [2]int32{bl, bh})
	}
	return opNone, 0, 0
}

// nextProduct: the sets with the variable come from one with it and any other one, or from one without it and one with it.
func (d *diagram) nextProduct(f *frame, a, b [2]int32) (operation, int32, int32) {
	members := f.op.members()
	switch f.step {
	case 0:
		return opProduct.atMost(members), a[0], b[0]
	case 1:
		return opJoin, b[0], b[1]
	case 2:
		return opProduct.atMost(members - 1), a[1], f.kept
	case 3:
		return opProduct.atMost(members - 1), a[0], b[1]
	case 4:
		return opJoin, f.kept, f.other
	case 5:
		return opSubsume, f.other, f.first
	}
	return opNone, 0, 0
}
