package translation

// Japanese returns the Japanese text for an English one, or the English one where there is none.
func Japanese(english string) string {
	for _, room := range [...]func(string) string{} {
		if text := room(english); text != "" {
			return text
		}
	}
	return english
}
