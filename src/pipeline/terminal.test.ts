import { describe, expect, it } from 'vitest';
import { createTerminal, drawBar, formatSeconds } from './terminal.ts';

describe('formatSeconds', () => {
	it.each([
		[4.24, '4.2 s'],
		[185, '3 min 05 s'],
		[119.7, '2 min 00 s'],
	])('writes %d as %s', (seconds, text) => {
		expect(formatSeconds(seconds)).toBe(text);
	});
});

describe('drawBar', () => {
	it('shows the share and the time left at this pace', () => {
		const bar = drawBar('reading', 0.25, 10);
		expect(bar).toContain('25 %');
		expect(bar).toContain(`${formatSeconds((10 / 0.25) * 0.75)} left`);
		expect(bar.split('█')).toHaveLength(24 * 0.25 + 1);
	});
});

describe('createTerminal', () => {
	const output = (isTTY: boolean) => {
		const written: string[] = [];
		return { isTTY, written, write: (text: string) => written.push(text) > 0 };
	};

	it('keeps results and remarks apart', () => {
		const out = output(false);
		const err = output(false);
		const terminal = createTerminal(out, err);
		terminal.print('result');
		terminal.warn('remark');
		expect([out.written, err.written]).toEqual([['result\n'], ['remark\n']]);
	});

	it('writes remarks over a bar, not behind it', () => {
		const err = output(true);
		createTerminal(output(true), err).warn('remark');
		expect(err.written).toEqual(['\r\u001b[Kremark\n']);
	});

	it('redraws a bar on a screen, at most ten times a second', () => {
		const err = output(true);
		let ms = 0;
		const bar = createTerminal(output(true), err, () => ms).progress('work', 10);
		bar.update(1);
		ms += 50;
		bar.update(2);
		ms += 60;
		bar.update(3);
		expect(err.written).toHaveLength(2);
	});

	it('writes one line per bar into a file', () => {
		const err = output(false);
		let ms = 0;
		const bar = createTerminal(output(false), err, () => ms).progress('work', 10);
		bar.update(5);
		ms += 1500;
		bar.finish('done');
		expect(err.written.join('')).toMatch(/^work +1\.5 s done\n$/);
	});

	it('writes a line every half minute of a long bar into a file', () => {
		const err = output(false);
		let ms = 0;
		const bar = createTerminal(output(false), err, () => ms).progress('work', 100);
		for (let done = 0; done <= 100; done++, ms += 1000) bar.update(done);
		expect(err.written).toHaveLength(Math.floor(100 / 30));
		expect(err.written[0]).toMatch(/^work .* 30 % .* left\n$/);
	});
});
