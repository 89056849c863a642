package csaf

import "github.com/harmpath/harmpath/models"

// document is what is read of a file.
type document struct {
	Head            head            `json:"document,omitzero"`
	Tree            tree            `json:"product_tree,omitzero"`
	Vulnerabilities []vulnerability `json:"vulnerabilities,omitempty"`
	At              models.Place    `json:"-"`
}

type head struct {
	Version string       `json:"csaf_version,omitempty"`
	At      models.Place `json:"-"`
}

type tree struct {
	Branches      []branch       `json:"branches,omitempty"`
	Products      []product      `json:"full_product_names,omitempty"`
	Groups        []group        `json:"product_groups,omitempty"`
	Relationships []relationship `json:"relationships,omitempty"`
}

type branch struct {
	Category string   `json:"category,omitempty"`
	Name     string   `json:"name,omitempty"`
	Branches []branch `json:"branches,omitempty"`
	Product  *product `json:"product,omitempty"`
}

type product struct {
	ID     string       `json:"product_id,omitempty"`
	Name   string       `json:"name,omitempty"`
	Helper helper       `json:"product_identification_helper,omitzero"`
	At     models.Place `json:"-"`
}

type helper struct {
	PURL   string   `json:"purl,omitempty"`
	PURLs  []string `json:"purls,omitempty"`
	CPE    string   `json:"cpe,omitempty"`
	Hashes []hashed `json:"hashes,omitempty"`
}

// hashed is one file of a product, with its digests.
type hashed struct {
	Digests []digest `json:"file_hashes,omitempty"`
}

type digest struct {
	Algorithm string `json:"algorithm,omitempty"`
	Value     string `json:"value,omitempty"`
}

type group struct {
	ID       string   `json:"group_id,omitempty"`
	Products []string `json:"product_ids,omitempty"`
}

type relationship struct {
	Category string  `json:"category,omitempty"`
	Product  product `json:"full_product_name,omitzero"`
	Of       string  `json:"product_reference,omitempty"`
	In       string  `json:"relates_to_product_reference,omitempty"`
}

type vulnerability struct {
	CVE     string       `json:"cve,omitempty"`
	IDs     []name       `json:"ids,omitempty"`
	Title   string       `json:"title,omitempty"`
	Status  status       `json:"product_status,omitzero"`
	Flags   []flag       `json:"flags,omitempty"`
	Threats []threat     `json:"threats,omitempty"`
	At      models.Place `json:"-"`
}

type name struct {
	Text string `json:"text,omitempty"`
}

// status lists the products by how the vulnerability stands in them.
type status struct {
	NotAffected   []string `json:"known_not_affected,omitempty"`
	Fixed         []string `json:"fixed,omitempty"`
	FirstFixed    []string `json:"first_fixed,omitempty"`
	Investigated  []string `json:"under_investigation,omitempty"`
	Affected      []string `json:"known_affected,omitempty"`
	FirstAffected []string `json:"first_affected,omitempty"`
	LastAffected  []string `json:"last_affected,omitempty"`
	Recommended   []string `json:"recommended,omitempty"` // versions to take, which says of none how the vulnerability stands in it
}

// flag says why products are not affected.
type flag struct {
	Label    string   `json:"label,omitempty"`
	Products []string `json:"product_ids,omitempty"`
	Groups   []string `json:"group_ids,omitempty"`
}

// threat says among others what the impact on products is.
type threat struct {
	Category string   `json:"category,omitempty"`
	Details  string   `json:"details,omitempty"`
	Products []string `json:"product_ids,omitempty"`
	Groups   []string `json:"group_ids,omitempty"`
}
