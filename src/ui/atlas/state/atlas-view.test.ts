import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURINGS } from '#atlas/colour/colouring.ts';
import {
	asksToFind,
	parseAtlasView,
	roundedCamera,
	WHOLE_ATLAS,
	writeAtlasView,
} from './atlas-view.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });
const camera = fc
	.record({ x: unit, y: unit, scale: fc.double({ min: 50, max: 60_000, noNaN: true }) })
	.map(roundedCamera);
const id = fc.option(fc.integer({ min: 1, max: 9_999_999 }));
const view = fc.record({
	lens: fc.constantFrom('local' as const, 'global' as const),
	camera: fc.option(camera),
	title: id,
	colour: fc.constantFrom(...COLOURINGS),
	only: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 6 }),
	to: id,
	adult: fc.boolean(),
	lines: fc.boolean(),
});
const read = (search: string) => parseAtlasView(new URLSearchParams(search));

describe('the address of the map', () => {
	it('gives back the very view that was put into it', () => {
		fc.assert(
			fc.property(view, (view) => {
				const text = writeAtlasView(view, '');
				expect(read(text)).toEqual(view);
				expect(writeAtlasView(read(text), text)).toBe(text);
			}),
		);
	});

	it('asks to be taken to a title, once', () => {
		const params = new URLSearchParams('find=1535&titles=native');
		expect([asksToFind(params), parseAtlasView(params).title]).toEqual([true, 1535]);
		expect(writeAtlasView(parseAtlasView(params), `?${params}`)).toBe('?titles=native&title=1535');
		expect(asksToFind(new URLSearchParams('find=x&title=1535'))).toBe(false);
	});

	it('has titles for adults on the map only where it says so', () => {
		expect([read('').adult, read('?adult=show').adult, read('?adult=blur').adult]).toEqual([
			false,
			true,
			false,
		]);
	});

	it('is short, can be read, and is nothing for the whole map', () => {
		expect(writeAtlasView(WHOLE_ATLAS, '')).toBe('');
		const at = { x: 0.5, y: -0.25, scale: 1200.5 };
		expect(writeAtlasView({ ...WHOLE_ATLAS, camera: at, title: 1535 }, '?titles=native')).toBe(
			'?titles=native&at=0.5,-0.25,1200.5&title=1535',
		);
		expect(writeAtlasView({ ...WHOLE_ATLAS, lines: false }, '')).toBe('?lines=off');
	});

	it.each([
		'?at=1,2',
		'?at=5,0,100',
		'?at=,,',
		'?at=0,0,-3',
		'?title=x&to=-4',
		'?lens=third&colour=taste',
		'?only=%3Cb%3E',
		'?adult=hide',
		'?lines=on',
	])('means the whole map where it says %s', (search) => {
		expect(read(search)).toEqual(WHOLE_ATLAS);
	});
});
