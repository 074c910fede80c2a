import { describe, expect, it } from 'vitest';
import { DEFAULT_STATE, parseState, writeState } from '../state/url-state.ts';
import { isPresetOn, PRESETS, togglePreset } from './presets.ts';

describe('presets', () => {
	it.each(PRESETS)('$id is set, seen in the address and taken back', (preset) => {
		const on = togglePreset(DEFAULT_STATE, preset);
		expect(isPresetOn(DEFAULT_STATE, preset)).toBe(false);
		expect(isPresetOn(parseState(new URLSearchParams(writeState(on))), preset)).toBe(true);
		expect(togglePreset(on, preset)).toEqual(DEFAULT_STATE);
	});

	it('replace what they name and leave the rest', () => {
		const state = parseState(new URLSearchParams('movies=1&type=OVA&year=1980-'));
		const [short, , , classic] = PRESETS;
		if (!short || !classic) throw new Error('A preset is missing.');
		const both = togglePreset(togglePreset(state, short), classic);
		expect(both.include.movies).toBe(true);
		expect(both.options.only.types).toEqual(['TV', 'ONA']);
		expect(both.options.ranges).toEqual({
			year: { most: 1999 },
			minutes: {},
			episodes: { least: 2, most: 13 },
		});
		expect(PRESETS.map((preset) => isPresetOn(both, preset))).toEqual([true, false, false, true]);
	});
});
