import { describe, expect, it } from 'vitest';
import { plainDescription } from './plain-description.ts';

describe('plainDescription', () => {
	it('makes paragraphs of breaks, and text of tags and entities', () => {
		expect(
			plainDescription(
				'A <i>quiet</i> town,<br>\nby the sea &amp; far away.<br><br>\n\nNobody leaves&hellip; &#39;cept <b>one</b>.',
			),
		).toBe("A quiet town, by the sea & far away.\n\nNobody leaves… 'cept one.");
	});

	it.each([
		['on a line of its own', 'A town.<br><br>\n(Source: Somebody)'],
		['at the end of a line', 'A town. (Source: Somebody, edited)'],
		['with brackets within', 'A town.\n\n(Source: Somebody (edited))'],
		['in square brackets', 'A town.\r\n\r\n[Written by Somebody Else]'],
		['without brackets', 'A town.<br><br>Source: Somebody'],
		['in italics', 'A town.<br><br><i>(Source: Somebody)</i>'],
	])('leaves out the source %s', (_name, description) => {
		expect(plainDescription(description)).toBe('A town.');
	});

	it('leaves spoilers and markup out', () => {
		expect(plainDescription('He __is__ **one**. ~!He dies.\n\nTwice.!~ So.')).toBe(
			'He is one. So.',
		);
	});

	it('leaves text alone that looks like markup', () => {
		expect(plainDescription('I <3 you &unknown; 1 < 2 (a source of joy)')).toBe(
			'I <3 you &unknown; 1 < 2 (a source of joy)',
		);
	});

	it('makes no tag of what is encoded, and no character of what is none', () => {
		expect(plainDescription('&lt;script&gt; a&#0;b&#xD800;c&#x1F331;')).toBe('<script> abc🌱');
	});

	it.each([null, '', ' <br><br>\n', '(Source: Somebody)'])('has nothing to say of %j', (text) => {
		expect(plainDescription(text)).toBeNull();
	});

	it('cuts at a word what is too long', () => {
		const cut = plainDescription('word '.repeat(1_000)) ?? '';
		expect(cut).toHaveLength(2_000);
		expect(cut.endsWith('word word…')).toBe(true);
	});

	it('takes no longer for markup that never ends', () => {
		const start = performance.now();
		for (const piece of ['<', '<a', '~!', '**a', '(source ', '&#', '\n ', '(source (']) {
			plainDescription(piece.repeat(100_000 / piece.length));
		}
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});
