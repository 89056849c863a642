package catalog

import "testing"

// BenchmarkLoad is what every command pays; BenchmarkRead is what it would pay without snapshot.go.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		carried(b)
	}
}

// BenchmarkExtend is what a user's folder of one entry costs.
func BenchmarkExtend(b *testing.B) {
	base := loaded(b)
	mine := folder("rules/mine.yaml", aRule("where: [kind(to) is server]"))
	for b.Loop() {
		if _, err := Extend(base, mine); err != nil {
			b.Fatal(err)
		}
	}
}
