package words

// What slides say beside the document.
var (
	SlideContinued = text("{title}（続き）", "{title} (continued)")
	SlideAbove     = text("{step}　｜　{case}", "{step} | {case}")
)
