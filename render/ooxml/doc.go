// Package ooxml makes packages of Office Open XML (ECMA-376, part 2): it turns parts and the relations between them into
// one ZIP file with its content types, relationships and properties, and reads the package of a user's template back.
//
// Equal parts give equal bytes: parts are sorted, times are fixed, and nothing of the machine is told. XML is written
// through Markup, which escapes every text and every attribute, leaves out what XML forbids, and closes what it opened.
//
// What a document or a slide looks like is not known here.
package ooxml
