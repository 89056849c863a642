package identity

import (
	"net/url"
	"strings"
)

// cpe is a CPE name, its attributes in lower case as they are written, escapes included.
type cpe struct{ fields []string }

// The attributes of a CPE name in their order (NIST IR 7695).
const (
	cpePart = iota
	cpeVendor
	cpeProduct
	cpeVersion
	cpeUpdate
	cpeEdition
	cpeAttributes = 11
)

// parseCPE reads a CPE name, bound as a formatted string (2.3) or as a URI (2.2); nil: it is none.
func parseCPE(words string) *cpe {
	rest, formatted := strings.CutPrefix(strings.ToLower(words), "cpe:2.3:")
	if !formatted {
		var is bool
		if rest, is = strings.CutPrefix(strings.ToLower(words), "cpe:/"); !is {
			return nil
		}
	}
	c := &cpe{splitUnescaped(rest)}
	if len(c.fields) < 3 || len(c.fields) > cpeAttributes {
		return nil
	}
	if !formatted {
		c.unbind()
	}
	return c
}

// unbind turns the attributes of a URI into those of a formatted string: decoded, with what is packed into the edition.
func (c *cpe) unbind() {
	for i, field := range c.fields {
		if decoded, err := url.PathUnescape(field); err == nil {
			c.fields[i] = strings.ReplaceAll(decoded, `:`, `\:`)
		}
	}
	if len(c.fields) <= cpeEdition || !strings.HasPrefix(c.fields[cpeEdition], "~") {
		return
	}
	packed := strings.Split(c.fields[cpeEdition][1:], "~") // edition, sw_edition, target_sw, target_hw, other
	language := ""
	if len(c.fields) > cpeEdition+1 {
		language = c.fields[cpeEdition+1]
	}
	c.fields = append(c.fields[:cpeEdition:cpeEdition], packed[0], language)
	c.fields = append(c.fields, packed[1:]...)
}

// at is an attribute without its escapes; "" where it is any.
func (c *cpe) at(attribute int) string {
	if attribute >= len(c.fields) || c.fields[attribute] == "*" {
		return ""
	}
	return unescaped(c.fields[attribute])
}

// pattern tells whether an attribute is a pattern with wildcards in it.
func (c *cpe) pattern(attribute int) bool {
	if c.at(attribute) == "" {
		return false
	}
	field := c.fields[attribute]
	for i := 0; i < len(field); i++ {
		switch field[i] {
		case '\\':
			i++
		case '*', '?':
			return true
		}
	}
	return false
}

// splitUnescaped splits at colons that no backslash escapes.
func splitUnescaped(s string) []string {
	var out []string
	first := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ':':
			out = append(out, s[first:i])
			first = i + 1
		}
	}
	return append(out, s[first:])
}

// unescaped takes the backslashes away.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// sameProduct tells whether the name may be one of the other's product, whatever the version: what it leaves any is free.
func (c *cpe) sameProduct(other *cpe) bool {
	for _, attribute := range []int{cpePart, cpeVendor, cpeProduct} {
		if said := c.at(attribute); said != "" && said != other.at(attribute) {
			return false
		}
	}
	return true
}
