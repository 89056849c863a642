package words

// AttacksAsked stands under the figure of attacks that were asked for.
var AttacksAsked = text("問い合わせた経路（{reading}）を、最も容易なものから順に示す。", "The attacks that were asked for ({reading} reading), the easiest first.")
