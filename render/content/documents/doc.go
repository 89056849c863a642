// Package documents chooses the document of what an output shows: of one case or of several together.
package documents
