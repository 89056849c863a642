package standin

// Roomy returns module with a C stack of that many bytes, whole pages of 64 KiB, in place of the one that it was linked
// with. The new stack lies above the memory that the module begins with, and its allocator takes only what is added to
// the memory later, above the stack. module is one of clang's: its first global variable is the stack pointer.
func Roomy(module []byte, stack uint32) ([]byte, error) {
	if len(module) < len(header) || string(module[:len(header)]) != header {
		return nil, errMalformed
	}
	out := []byte(header)
	rest := reader{bytes: module[len(header):]}
	top, moved := uint32(0), false
	for len(rest.bytes) > 0 && !rest.failed {
		id := rest.byte()
		content := rest.take(rest.number())
		body := reader{bytes: content}
		switch id {
		case sectionMemory:
			count, kind := body.number(), body.byte()
			if count != 1 || kind != 0 { // one memory, without an upper limit
				return nil, errMalformed
			}
			pages := body.number() + stack/pageBytes
			top = pages * pageBytes
			content = appendNumber([]byte{1, 0}, pages)
		case sectionGlobal:
			count := body.number()
			if string(body.take(3)) != "\x7f\x01\x41" || top == 0 { // a variable i32 that begins as a constant
				return nil, errMalformed
			}
			body.number()
			content = append(appendNumber(nil, count), 0x7f, 0x01, 0x41)
			content = append(appendSigned(content, top), body.bytes...)
			moved = true
		}
		rest.failed = rest.failed || body.failed
		out = appendSized(append(out, id), content)
	}
	if rest.failed || !moved {
		return nil, errMalformed
	}
	return out, nil
}

// pageBytes is the unit of a memory's size.
const pageBytes = 1 << 16

// appendSigned writes n in signed LEB128.
func appendSigned(to []byte, n uint32) []byte {
	for n >= 0x40 {
		to = append(to, byte(n)|0x80)
		n >>= 7
	}
	return append(to, byte(n))
}
