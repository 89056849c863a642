package standin

import "errors"

// Sections of a WebAssembly binary (WebAssembly Core Specification 2.0, section 5.5) that the stand-in reads or writes.
const (
	sectionType     = 1
	sectionImport   = 2
	sectionFunction = 3
	sectionMemory   = 5
	sectionGlobal   = 6
	sectionExport   = 7
	sectionCode     = 10
)

// kindFunction is the mark of a function among imports and exports; 1 is a table, 2 a memory, 3 a global, 4 a tag.
const kindFunction = 0

var errMalformed = errors.New("malformed WebAssembly module")

const header = "\x00asm\x01\x00\x00\x00"

// Module returns a WebAssembly module that exports one page of memory, named memory, and, for each function that
// original exports and wanted accepts, a function of the same name and signature that does nothing and returns zeros.
// It imports nothing, and all functions of a signature share one body, which makes it quick to compile.
func Module(original []byte, wanted func(name []byte) bool) ([]byte, error) {
	parts, err := dissect(original, wanted)
	if err != nil {
		return nil, err
	}
	return parts.standIn()
}

// anatomy is what a module says about its functions.
type anatomy struct {
	types   []signature
	funcs   []uint32 // for each function, imported ones first, its type
	exports []exported
}

// signature is a function type as encoded, and the value types of what its functions return.
type signature struct{ encoded, results []byte }

type exported struct {
	name  []byte
	index uint32
}

func dissect(module []byte, wanted func(name []byte) bool) (*anatomy, error) {
	if len(module) < len(header) || string(module[:len(header)]) != header {
		return nil, errMalformed
	}
	parts := &anatomy{}
	rest := reader{bytes: module[len(header):]}
	for len(rest.bytes) > 0 && !rest.failed {
		id := rest.byte()
		body := reader{bytes: rest.take(rest.number())}
		switch id {
		case sectionType:
			parts.readTypes(&body)
		case sectionImport:
			parts.readImports(&body)
		case sectionFunction:
			for n := body.number(); n > 0 && !body.failed; n-- {
				parts.funcs = append(parts.funcs, body.number())
			}
		case sectionExport:
			parts.readExports(&body, wanted)
		}
		rest.failed = rest.failed || body.failed
	}
	if rest.failed {
		return nil, errMalformed
	}
	return parts, nil
}

func (p *anatomy) readTypes(body *reader) {
	for n := body.number(); n > 0 && !body.failed; n-- {
		start := body.bytes
		if body.byte() != 0x60 { // the only type constructor of version 2.0
			body.failed = true
		}
		body.take(body.number())
		results := body.take(body.number())
		p.types = append(p.types, signature{start[:len(start)-len(body.bytes)], results})
	}
}

func (p *anatomy) readImports(body *reader) {
	for n := body.number(); n > 0 && !body.failed; n-- {
		body.take(body.number())
		body.take(body.number())
		switch body.byte() {
		case kindFunction:
			p.funcs = append(p.funcs, body.number())
		case 1:
			body.byte()
			body.limits()
		case 2:
			body.limits()
		case 3:
			body.take(2)
		default:
			body.failed = true
		}
	}
}

func (p *anatomy) readExports(body *reader, wanted func(name []byte) bool) {
	for n := body.number(); n > 0 && !body.failed; n-- {
		name := body.take(body.number())
		kind, index := body.byte(), body.number()
		if kind == kindFunction && wanted(name) {
			p.exports = append(p.exports, exported{name, index})
		}
	}
}

// standIn writes one type and one function for each signature in use, and all exports onto these.
func (p *anatomy) standIn() ([]byte, error) {
	shared := make([]uint32, len(p.types)) // type → 1 + index of the only type and function that replace it
	var types, funcs, codes, exports []byte
	count := uint32(0)
	for _, export := range p.exports {
		if int(export.index) >= len(p.funcs) || int(p.funcs[export.index]) >= len(p.types) {
			return nil, errMalformed
		}
		kind := p.funcs[export.index]
		if shared[kind] == 0 {
			body, err := returning(p.types[kind].results)
			if err != nil {
				return nil, err
			}
			types = append(types, p.types[kind].encoded...)
			funcs = appendNumber(funcs, count)
			codes = appendSized(codes, body)
			count++
			shared[kind] = count
		}
		exports = append(appendSized(exports, export.name), kindFunction)
		exports = appendNumber(exports, shared[kind]-1)
	}
	exports = append(appendSized(exports, []byte("memory")), 2, 0)

	module := []byte(header)
	module = appendSection(module, sectionType, count, types)
	module = appendSection(module, sectionFunction, count, funcs)
	module = appendSection(module, sectionMemory, 1, []byte{0, 1})
	module = appendSection(module, sectionExport, uint32(len(p.exports)+1), exports)
	module = appendSection(module, sectionCode, count, codes)
	return module, nil
}

// returning is a function body without local variables that pushes a zero of each type.
func returning(results []byte) ([]byte, error) {
	body := []byte{0}
	for _, result := range results {
		switch result {
		case 0x7f: // i32.const 0
			body = append(body, 0x41, 0)
		case 0x7e: // i64.const 0
			body = append(body, 0x42, 0)
		case 0x7d: // f32.const 0
			body = append(body, 0x43, 0, 0, 0, 0)
		case 0x7c: // f64.const 0
			body = append(body, 0x44, 0, 0, 0, 0, 0, 0, 0, 0)
		default:
			return nil, errMalformed
		}
	}
	return append(body, 0x0b), nil
}

// appendSection writes a section that is a list of count entries.
func appendSection(to []byte, id byte, count uint32, entries []byte) []byte {
	return appendSized(append(to, id), append(appendNumber(nil, count), entries...))
}

func appendSized(to, body []byte) []byte {
	return append(appendNumber(to, uint32(len(body))), body...)
}

// appendNumber writes n in LEB128.
func appendNumber(to []byte, n uint32) []byte {
	for n >= 0x80 {
		to = append(to, byte(n)|0x80)
		n >>= 7
	}
	return append(to, byte(n))
}

// reader walks over bytes; after reading beyond the end it has failed and returns zeros.
type reader struct {
	bytes  []byte
	failed bool
}

func (r *reader) take(n uint32) []byte {
	if uint64(n) > uint64(len(r.bytes)) {
		r.failed, r.bytes = true, nil
		return nil
	}
	taken := r.bytes[:n]
	r.bytes = r.bytes[n:]
	return taken
}

func (r *reader) byte() byte {
	taken := r.take(1)
	if len(taken) == 0 {
		return 0
	}
	return taken[0]
}

func (r *reader) number() uint32 {
	var n uint32
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.failed = true
	return 0
}

func (r *reader) limits() {
	flags := r.byte()
	r.number()
	if flags&1 != 0 {
		r.number()
	}
}
