package raster

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"math"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

// Resolution is that of print, in pixels an inch.
const Resolution = 300

// The room for a picture on a page of A4 portrait, in pixels of pictures (1/96 inch): 170 mm by 232 mm.
const (
	pageWidth  = 642.0
	pageHeight = 877.0
)

// Fit is by how much a picture is shrunk to be printed on a page of A4: 1 where it fits.
func Fit(p *picture.Picture) float64 {
	return math.Min(1, math.Min(pageWidth/side(p.Width), pageHeight/side(p.Height)))
}

// Print is the scale at which a picture has the resolution of print at the size at which A4 shows it.
func Print(p *picture.Picture) float64 { return Fit(p) * Resolution / 96 }

// Press paints one picture after the other on the same sheets, so that many take the memory of one. The zero value is
// ready. It is for one goroutine at a time.
type Press struct {
	sheet   image.RGBA
	reducer reducer
	encoder *png.EncoderBuffer
}

// PNG paints a picture at a scale and writes it as PNG, with the resolution of print.
func (r *Press) PNG(p *picture.Picture, scale float64) ([]byte, error) {
	draw(p, scale, &r.sheet)
	r.reducer.reduce(&r.sheet)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: (*pool)(r)}
	if err := encoder.Encode(&out, &r.reducer.to); err != nil {
		return nil, err
	}
	return withResolution(out.Bytes()), nil
}

// pool gives the encoder the press's buffers.
type pool Press

// Get returns the buffers; nil before the first picture.
func (p *pool) Get() *png.EncoderBuffer { return p.encoder }

// Put keeps them.
func (p *pool) Put(used *png.EncoderBuffer) { p.encoder = used }

// headerEnd is where the first chunk of every PNG file, its header, ends: signature, length, type, 13 bytes, checksum.
const headerEnd = 8 + 4 + 4 + 13 + 4

// withResolution adds the chunk that says how large the pixels are (PNG specification, 11.3.4.3).
func withResolution(file []byte) []byte {
	perMetre := uint32(math.Round(Resolution / 0.0254))
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	out := append([]byte(nil), file[:headerEnd]...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(chunk)-4))
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	return append(out, file[headerEnd:]...)
}
