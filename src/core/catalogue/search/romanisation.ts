/** Kunrei-shiki and Nihon-shiki spellings with their Hepburn counterparts, longer ones first. */
const TO_HEPBURN: readonly (readonly [RegExp, string])[] = [
	[/sy(?=[auo])/g, 'sh'],
	[/[tc]y(?=[auo])/g, 'ch'],
	[/[zj]y(?=[auo])/g, 'j'],
	[/si/g, 'shi'],
	[/ti/g, 'chi'],
	[/tu/g, 'tsu'],
	[/zi/g, 'ji'],
	[/(?<![sc])hu/g, 'fu'],
	[/m(?=[bp])/g, 'n'],
];

/**
 * A folded word in Hepburn romanisation (`zyosi` → `joshi`, `sempai` → `senpai`), in which the
 * catalogue spells its titles. English words come out mangled, so it is only ever a second reading.
 */
export function inHepburn(word: string): string {
	return TO_HEPBURN.reduce((text, [from, to]) => text.replace(from, to), word);
}
