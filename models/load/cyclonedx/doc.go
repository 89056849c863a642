// Package cyclonedx reads software bills of materials and statements on vulnerabilities (VEX) in OWASP CycloneDX, JSON,
// versions 1.4 to 1.6. It reads what harmpath needs of them and passes over the rest; it does not validate a file
// against the format's schema.
//
// The format's own Go library decodes into types without places in the file. Problems with file, line and column are
// what an author needs, so the house's strict reader takes the part that is used.
package cyclonedx
