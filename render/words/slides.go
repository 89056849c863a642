package words

// What slides say beside the document.
var (
	SlideContinued  = text("{title}（続き）", "{title} (continued)")
	SlideComparison = text("対策の比較", "Measures compared")
	SlideDifference = text("採用する対策要件の差異", "Requirements taken by some")
	SlideAbove      = text("{step}　｜　{case}", "{step} | {case}")
)
