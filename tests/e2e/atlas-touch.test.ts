import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { easeInOut } from '#atlas/camera/flight.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, type Visit } from '#tests/support/browser.ts';
import { useBundleWithMap } from '#tests/support/map-bundle-suite.ts';
import { expectParameter, openMap, pixelAt, stageBox, viewOf } from '#tests/support/map-page.ts';
import { fingersOn, straight, type Fingers, type Place } from '#tests/support/touch.ts';

const bundle = useBundleWithMap(2000);
const running = useSiteAndBrowser(() => ({ BUNDLE_DIR: bundle.dir }));

/** What a finger holds at the start of every test: the first title, at this scale. */
const SCALE = 4000;

interface OnPhone {
	readonly page: Page;
	readonly fingers: Fingers;
	/** Middle of the map, where the first title is. */
	readonly middle: Place;
}

/** A map on a phone, on which things move. */
function onPhone(work: (hands: OnPhone) => Promise<void>): Promise<void> {
	const visit = async ({ page }: Visit) => {
		const { x, y } = bundle.map.lenses.local;
		const at = `${x[0]?.toFixed(6)},${y[0]?.toFixed(6)},${SCALE}`;
		await openMap(page, `${running.site.url}/atlas?at=${at}`);
		const box = await stageBox(page);
		const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
		await work({ page, fingers: await fingersOn(page), middle });
		expect(await pageMoves(page)).toEqual({ scale: 1, top: 0, left: 0 });
	};
	return visiting(running.browser, 'about:blank', visit, {
		device: 'phone',
		reducedMotion: false,
	});
}

/** Whether the browser has zoomed or scrolled the page by itself. */
function pageMoves(page: Page) {
	return page.evaluate(() => ({
		scale: visualViewport?.scale,
		top: scrollY,
		left: scrollX,
	}));
}

/** How far the map has been moved, px to the right and down. */
function movedBy(page: Page, [x = 0, y = 0]: readonly number[]): Place {
	const [nowX = 0, nowY = 0] = viewOf(page);
	return [Math.round((x - nowX) * SCALE), Math.round((nowY - y) * SCALE)];
}

/** The place on the map that is at a place of the picture. */
function mapPlace([x = 0, y = 0, scale = 1]: readonly number[], away: Place): Place {
	return [x + away[0] / scale, y - away[1] / scale];
}

const moved = ([x, y]: Place, dx: number, dy: number): Place => [x + dx, y + dy];

describe('fingers', () => {
	it('two of them zoom about their middle', () =>
		onPhone(async ({ page, fingers, middle }) => {
			const before = viewOf(page);
			const away = [-60, 90] as const;
			const centre = moved(middle, ...away);
			const finger = (side: number) =>
				straight(moved(centre, 40 * side, 0), moved(centre, 100 * side, 0), 8);
			await fingers.drag([finger(-1), finger(1)]);
			await expectScale(page, SCALE * 2.5);
			const held = mapPlace(viewOf(page), away);
			mapPlace(before, away).forEach((value, axis) =>
				expect(Math.abs(value - (held[axis] ?? 0)) * SCALE).toBeLessThan(2),
			);
		}));

	it('one drags the map along, and no farther once it has rested', () =>
		onPhone(async ({ page, fingers, middle }) => {
			const before = viewOf(page);
			const end = moved(middle, 120, 80);
			const rest = Array.from({ length: 12 }, () => end);
			await fingers.drag([[...straight(middle, end, 8), ...rest]]);
			await expect.poll(() => movedBy(page, before)).toEqual([120, 80]);
		}));

	it('one that lets go while it moves throws the map on', () =>
		onPhone(async ({ page, fingers, middle }) => {
			const before = viewOf(page);
			await fingers.drag([straight(middle, moved(middle, 150, 0), 6)]);
			await expect.poll(() => movedBy(page, before)[0]).toBeGreaterThan(170);
			expect(viewOf(page)[2]).toBe(SCALE);
		}));

	it('two taps zoom in where they are, and select nothing', () =>
		onPhone(async ({ page, fingers, middle }) => {
			const before = viewOf(page);
			const away = [50, -30] as const;
			await fingers.doubleTap(moved(middle, ...away));
			await expectScale(page, SCALE * 2.2);
			const held = mapPlace(viewOf(page), away);
			mapPlace(before, away).forEach((value, axis) =>
				expect(Math.abs(value - (held[axis] ?? 0)) * SCALE).toBeLessThan(2),
			);
			await expectParameter(page, 'title', null);
		}));

	it('a tap selects, and the sheet of the title opens, grows and goes', () =>
		onPhone(async ({ page, fingers, middle }) => {
			await fingers.tap(middle);
			await expectParameter(page, 'title', String(bundle.map.malIds[0]));
			const handle = page.getByRole('button', { name: 'Show more' });
			const push = async (dy: number) => {
				// Waits until it stands still.
				await handle.click({ trial: true });
				const box = await handle.boundingBox();
				if (box === null) throw new Error('There is no sheet.');
				const top = [box.x + box.width / 2, box.y + box.height / 2] as const;
				await fingers.drag([straight(top, moved(top, 0, dy), 4)]);
			};
			await push(-60);
			await expect.poll(() => handle.getAttribute('aria-expanded')).toBe('true');
			await push(60);
			await expect.poll(() => handle.getAttribute('aria-expanded')).toBe('false');
			await push(60);
			await expectParameter(page, 'title', null);
			await fingers.tap(middle);
			await page.getByRole('button', { name: 'Close' }).click();
			await expectParameter(page, 'title', null);
		}));
});

describe('turning from a lens to the other', () => {
	/** The first title: where it is so far on its way. */
	const onWay = (share: number) => {
		const { local, global } = bundle.map.lenses;
		const at = (axis: 'x' | 'y') =>
			(1 - share) * (local[axis][0] ?? 0) + share * (global[axis][0] ?? 0);
		return `at=${at('x').toFixed(6)},${at('y').toFixed(6)},30000`;
	};
	/** How far the middle of the map is from the colour of the ground there. */
	async function contrast(page: Page, ground: readonly number[]): Promise<number> {
		const { x, y, width, height } = await stageBox(page);
		const seen = await pixelAt(page, x + width / 2, y + height / 2);
		return Math.hypot(...seen.map((value, at) => value - (ground[at] ?? 0)));
	}
	const groundOf = async (page: Page) => {
		const { x, y, width, height } = await stageBox(page);
		return pixelAt(page, x + width / 2 + 40, y + height / 2 + 40);
	};
	const turn = (page: Page) => page.getByRole('radio', { name: 'Big picture' }).check();

	/** Frames of a stopped clock come every 16 ms from its start on. */
	const [START, FRAME_MS, FRAMES] = [Date.UTC(2026, 0, 1), 16, 22];
	/** A turn takes as long. */
	const TURN_MS = 700;

	it('titles are half of their way in the middle of it', () =>
		visiting(
			running.browser,
			'about:blank',
			async ({ page }) => {
				await page.clock.install({ time: START });
				const share = easeInOut((FRAMES * FRAME_MS) / TURN_MS);
				await openMap(page, `${running.site.url}/atlas?${onWay(share)}`);
				const ground = await groundOf(page);
				expect(await contrast(page, ground)).toBeLessThan(20);
				await page.clock.pauseAt(START + 10_000 * FRAME_MS);
				await turn(page);
				await page.clock.runFor(FRAMES * FRAME_MS);
				expect(await contrast(page, ground)).toBeGreaterThan(60);
				await page.clock.runFor(500);
				expect(await contrast(page, ground)).toBeLessThan(20);
			},
			{ reducedMotion: false },
		));

	it('they are there at once for who wants no motion, and back with Back', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, `${running.site.url}/atlas?${onWay(1)}`);
			const ground = await groundOf(page);
			expect(await contrast(page, ground)).toBeLessThan(20);
			await page.clock.install({ time: START });
			await page.clock.pauseAt(START + 10_000 * FRAME_MS);
			await turn(page);
			await page.clock.runFor(2 * FRAME_MS);
			expect(await contrast(page, ground)).toBeGreaterThan(60);
			await page.clock.resume();
			await expectParameter(page, 'lens', 'global');
			await page.goBack();
			await expect.poll(() => contrast(page, ground)).toBeLessThan(20);
		}));
});

async function expectScale(page: Page, scale: number): Promise<void> {
	await expect.poll(() => viewOf(page)[2]).toBeCloseTo(scale, 0);
}
