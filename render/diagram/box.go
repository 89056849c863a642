package diagram

import "math"

// Measures of nodes, in pixels.
const (
	padX, padY   = 10.0, 9.0
	iconSide     = 24.0
	iconGap      = 7.0
	stripWidth   = 9.0 // the hatched strip that shows a level
	badgePad     = 6.0
	badgeHeight  = 16.0
	minNodeWidth = 64.0
)

// content is what stands in a node and where, relative to the node's upper left corner.
type content struct {
	width, height float64
	text          block
	textX, textY  float64 // upper edge of the text; its middle when centered, else its left edge
	centered      bool
	iconX, iconY  float64
	badge         string
	badgeWidth    float64
}

// fit measures a node: icon above the text where diagrams run rightwards, which keeps them narrow, and beside it where they run
// downwards.
func (n *Node) fit(direction Direction) content {
	if n.Shape == ShapeAndGate || n.Shape == ShapeOrGate {
		return n.fitGate(direction)
	}
	above := direction == Rightwards || n.Shape == ShapeTag
	limit := n.MaxWidth
	if limit == 0 {
		limit = fontName.Size * 11
		if above && n.Icon != "" {
			limit = fontName.Size * 9
		}
	}
	c := content{text: set(n.Label, limit)}
	if n.Badge != "" {
		c.badge = fontMark.Shorten(oneLine(n.Badge), limit)
		c.badgeWidth = fontMark.Width(c.badge) + 2*badgePad
	}
	left, top, right, bottom := n.inset()
	if above {
		c.stack(n.Icon != "", left, top, right, bottom)
		return c
	}
	if c.badgeWidth > 0 {
		top = math.Max(top, n.badgeInset()+badgeHeight+4)
	}
	c.row(n.Icon != "", left, top, right, bottom)
	return c
}

// inset is the room between a node's outline and its content.
func (n *Node) inset() (left, top, right, bottom float64) {
	left, top, right, bottom = padX, padY, padX, padY
	switch n.Shape {
	case ShapePill, ShapeCloud, ShapeHexagon, ShapeSlanted:
		left, right = 18, 18
	case ShapeGoal:
		left, top, right, bottom = padX+4, padY+4, padX+4, padY+4
	case ShapeDocument:
		right += 8
	case ShapeStore:
		top, bottom = top+9, bottom+5
	case ShapeTag:
		return 8, 6, 8, 6
	}
	if n.hasStrip() {
		left += stripWidth
	}
	return left, top, right, bottom
}

// hasStrip tells whether the level is shown by a strip at the left; other shapes are filled.
func (n *Node) hasStrip() bool {
	return n.Level != NoLevel && (n.Shape == ShapeBox || n.Shape == ShapeGoal)
}

// filled tells whether the level is shown by the color of the whole node.
func (n *Node) filled() bool {
	return n.Level != NoLevel && !n.hasStrip() && n.Shape != ShapeTag
}

// stack puts the icon above the text.
func (c *content) stack(icon bool, left, top, right, bottom float64) {
	inner := math.Max(c.text.width, c.badgeWidth)
	y := top
	if icon {
		inner = math.Max(inner, iconSide)
		if c.badgeWidth > 0 {
			inner = math.Max(inner, iconSide+2*(c.badgeWidth+4-right))
		}
		c.iconY = y
		y += iconSide + iconGap - 2
	} else if c.badgeWidth > 0 {
		y += badgeHeight - 4
	}
	c.textY = y
	c.width = math.Max(left+inner+right, minNodeWidth)
	middle := left + (c.width-left-right)/2
	c.textX, c.centered = middle, true
	c.iconX = middle - iconSide/2
	c.height = y + c.text.height + bottom
}

// badgeInset is the distance of the badge from the upper and the right border.
func (n *Node) badgeInset() float64 {
	if n.Shape == ShapeGoal {
		return 7
	}
	return 4
}

// row puts the icon to the left of the text; top leaves room for the badge above both.
func (c *content) row(icon bool, left, top, right, bottom float64) {
	inner := c.text.height
	x := left
	if icon {
		inner = math.Max(inner, iconSide)
		c.iconX = x
		x += iconSide + iconGap
	}
	c.width = math.Max(math.Max(x+c.text.width+right, left+c.badgeWidth+right), minNodeWidth)
	c.textX, c.centered = x, false
	if !icon {
		c.textX, c.centered = left+(c.width-left-right)/2, true
	}
	c.textY = top + (inner-c.text.height)/2
	c.iconY = top + (inner-iconSide)/2
	c.height = top + inner + bottom
}

const gateSide = 44.0

// fitGate measures a gate: a fixed sign with a word in it.
func (n *Node) fitGate(direction Direction) content {
	word := "AND"
	if n.Shape == ShapeOrGate {
		word = "OR"
	}
	c := content{width: gateSide, height: gateSide * 0.85, centered: true}
	if direction == Rightwards {
		c.width, c.height = c.height, c.width
	}
	c.text.add(setLine{word, fontMark, ToneSmallStrong})
	c.textX, c.textY = c.width/2, (c.height-c.text.height)/2
	return c
}
