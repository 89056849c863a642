// Package cyclonedx reads software bills of materials and statements on vulnerabilities (VEX) in OWASP CycloneDX, JSON
// and XML. It reads what harmpath needs of them and passes over the rest; it does not validate a file against the
// format's schema.
//
// The format's own Go library decodes into types without places in the file and refuses it for one value of a wrong
// type, so that JSON is read by the house's strict reader. XML is read by encoding/xml, which finds the same types by
// their tags; a token reader before it adds to each element where it begins.
package cyclonedx
