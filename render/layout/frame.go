package layout

import (
	"encoding/binary"
	"fmt"
	"io"
)

// What a frame between a program and its helper says. A frame is one byte of kind, the length of its content in four bytes
// (most significant first), and the content.
const (
	frameHello   = 'H' // helper → program, once, when it is ready: its protocol version, a line end, and a remark or nothing
	frameRequest = 'Q' // program → helper: a Request as JSON
	frameResult  = 'R' // helper → program: Graphviz's json0 output
	frameError   = 'E' // helper → program: why there is none
)

const protocolVersion = "harmpath-layout-2"

// maxFrame bounds what one side makes the other allocate.
const maxFrame = 1 << 28

func writeFrame(w io.Writer, kind byte, content []byte) error {
	frame := make([]byte, 5, 5+len(content))
	frame[0] = kind
	binary.BigEndian.PutUint32(frame[1:], uint32(len(content)))
	_, err := w.Write(append(frame, content...))
	return err
}

func readFrame(r io.Reader) (kind byte, content []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	length := binary.BigEndian.Uint32(head[1:])
	if length > maxFrame {
		return 0, nil, fmt.Errorf("frame of %d bytes", length)
	}
	content = make([]byte, length)
	_, err = io.ReadFull(r, content)
	return head[0], content, err
}
