// Package supplychain asks how long a product stays exposed to a vulnerability of a part that is somewhere inside it,
// from the disclosure until the correction is in operation, with software bills of materials and without.
//
// The chain is the model's: the part, whatever contains it, up to the product that is no part of anything, and who
// operates that. Each maker notices, investigates, makes its correction and delivers it; who operates the product
// notices, investigates, mitigates and installs. Every task begins as early as it can:
//
//   - investigating after noticing, making a correction after investigating and after the corrections of all affected
//     parts are delivered, delivering after making;
//   - mitigating after investigating, installing after investigating and after the product's correction is delivered;
//   - noticing, of whoever has an SBOM that lists the part, at the disclosure; of others when the first correction of
//     something inside reaches them. The maker of the part itself notices at the disclosure.
//
// The times of a schedule are exact for this model. A time that a party does not state counts as none, and the figures
// are then lower bounds. With an SBOM noticing takes what looking it up takes, at most what it takes without, so that an
// SBOM never lengthens an exposure.
package supplychain
