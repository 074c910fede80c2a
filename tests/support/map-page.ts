import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { untilAtRest } from './browser.ts';

/** Opens a page with a map and waits until it is drawn and rests. */
export async function openMap(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForSelector('[data-map=drawn]');
	await untilAtRest(page);
	await drawnFrame(page);
}

/** Two frames on: what was asked for is drawn. */
export function drawnFrame(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
			}),
	);
}

/** The map's own part of the window. */
export async function stageBox(page: Page) {
	const box = await page.getByRole('application', { name: 'Map of anime' }).boundingBox();
	if (box === null) throw new Error('There is no map.');
	return box;
}

/** Drags the map to and fro. */
export async function pan(page: Page, moves: number): Promise<void> {
	const { x, y, width, height } = await stageBox(page);
	await page.mouse.move(x + width / 2, y + height / 2);
	await page.mouse.down();
	for (let move = 0; move < moves; move++) {
		const way = 120 * Math.sin(move / 6);
		await page.mouse.move(x + width / 2 + way, y + height / 2 + way / 2);
	}
	await page.mouse.up();
}

/** Red, green and blue at a place of the window, mean of 3 × 3 pixels. */
export async function pixelAt(page: Page, x: number, y: number): Promise<number[]> {
	const clip = { x: Math.round(x) - 1, y: Math.round(y) - 1, width: 3, height: 3 };
	const png = (await page.screenshot({ clip })).toString('base64');
	return page.evaluate(async (data) => {
		const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
		const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
		context?.drawImage(picture, 0, 0);
		const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
		const sums = [0, 0, 0];
		pixels.forEach((value, at) => {
			if (at % 4 < 3) sums[at % 4] = (sums[at % 4] ?? 0) + value;
		});
		return sums.map((sum) => Math.round((4 * sum) / pixels.length));
	}, png);
}

/** A label on the map: its text and where it is. */
export interface LabelOnPage {
	readonly key: string;
	readonly text: string;
	readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Labels of titles and regions that the layout made room for. */
export function labelsOn(page: Page): Promise<LabelOnPage[]> {
	return page.locator('.map-label:is(.title, .region)').evaluateAll((elements) =>
		elements.map((element) => {
			const { left, top, right, bottom } = element.getBoundingClientRect();
			const key = (element as HTMLElement).dataset.key ?? '';
			return { key, text: element.textContent ?? '', box: [left, top, right, bottom] as const };
		}),
	);
}

/** Pairs of labels that lie on each other by more than the rounding of a pixel. */
export function overlaps(labels: readonly LabelOnPage[]): string[] {
	return labels.flatMap((a, at) =>
		labels.slice(at + 1).flatMap((b) => {
			const wide = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
			const high = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
			return wide > 1 && high > 1 ? [`${a.text} on ${b.text}`] : [];
		}),
	);
}

/** What an address says of the view: x, y and scale. */
export function viewOf(page: Page): number[] {
	const at = new URL(page.url()).searchParams.get('at');
	return at === null ? [] : at.split(',').map(Number);
}

/** Waits until the address holds a parameter, or none of that name any more. */
export async function expectParameter(page: Page, name: string, value: string | null) {
	await expect.poll(() => new URL(page.url()).searchParams.get(name)).toBe(value);
}
