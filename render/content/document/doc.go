// Package document chooses the document of what an output shows, of one case or of several together, and lets
// several outputs share it.
package document
