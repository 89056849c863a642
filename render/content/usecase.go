package content

// sections lists the sections in the order of the document.
func sections() []func(*builder) Section {
	return []func(*builder) Section{
		(*builder).overview, (*builder).stakeholders, (*builder).configuration, (*builder).dataflow, (*builder).lifecycle,
		(*builder).evaluation,
		(*builder).threats, (*builder).viewpoints, (*builder).measuresSection, (*builder).decisions, (*builder).decision,
		(*builder).paths, (*builder).entries, (*builder).assets, (*builder).supplyChain, (*builder).assumptions, (*builder).findings, (*builder).compliance, (*builder).limits, (*builder).sources,
	}
}

// build makes the sections of a list, numbered; those for which the case states nothing are left out.
func build(b *builder, list []func(*builder) Section) []Section {
	var out []Section
	for _, section := range list {
		if s := section(b); s.ID != "" {
			out = append(out, s)
		}
	}
	b.number(out)
	b.numberTables(out...)
	return out
}
