import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type * as Pixi from 'pixi.js';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../tests/support/browser.ts';
import { writeBundleWithMap } from '../tests/support/bundle-with-map.ts';
import { countFrames, frameCosts } from '../tests/support/frame-costs.ts';
import { openMap, stageBox } from '../tests/support/map-page.ts';
import { startSite } from '../tests/support/site.ts';
import { median, type Measurement } from './measurement.ts';

const POINTS = 12_000;
const FRAMES = 60;
const OPENINGS = 5;

/** What the map costs a browser: JS of a frame while it is panned, and the time until it is there. */
export async function run(): Promise<Measurement[]> {
	const dir = await mkdtemp(join(tmpdir(), 'sprout-atlas-'));
	await writeBundleWithMap(dir);
	const site = await startSite({ LOG_LEVEL: 'warn', BUNDLE_DIR: dir });
	const browser = await launchChromium();
	try {
		const reference = await sprites(browser);
		return [await panning(browser, site.url, reference), await opening(browser, site.url)];
	} finally {
		await browser.close();
		await site.stop();
		await rm(dir, { recursive: true });
	}
}

async function newPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	return context.newPage();
}

async function panning(browser: Browser, url: string, reference: number): Promise<Measurement> {
	const page = await newPage(browser);
	await page.addInitScript(countFrames);
	await openMap(page, `${url}/atlas?at=0.3,0.2,900`);
	const { x, y } = await stageBox(page);
	await page.mouse.move(x + 600, y + 400);
	await page.mouse.down();
	for (let move = 0; move < FRAMES; move++) {
		await page.mouse.move(x + 600 + 120 * Math.sin(move / 6), y + 400);
	}
	await page.mouse.up();
	const { quietMs, mostCalls } = await page.evaluate(frameCosts);
	await page.context().close();
	return {
		name: `JS of a frame, ${POINTS} points with labels panned`,
		median: quietMs,
		unit: 'ms',
		limit: 2,
		reference: { name: 'one PixiJS sprite a point, no labels', median: reference },
		note: `lower quartiles; ${mostCalls} draw calls at most`,
	};
}

/** The plainest drawing of as many points: a sprite each in a container that moves. */
async function sprites(browser: Browser): Promise<number> {
	const require = createRequire(import.meta.url);
	const script = join(dirname(require.resolve('pixi.js')), '..', 'dist', 'pixi.min.js');
	const page = await newPage(browser);
	await page.goto('about:blank');
	await page.addScriptTag({ path: script });
	const ms = await page.evaluate(
		async ({ points, frames }) => {
			const pixi = (globalThis as unknown as { PIXI: typeof Pixi }).PIXI;
			const renderer = new pixi.WebGLRenderer();
			const canvas = document.createElement('canvas');
			document.body.append(canvas);
			await renderer.init({ canvas, width: 1280, height: 744 });
			const dot = new pixi.Graphics().circle(0, 0, 4).fill('white');
			const texture = renderer.generateTexture(dot);
			const stage = new pixi.Container();
			for (let point = 0; point < points; point++) {
				// Spread evenly, as a sunflower does it.
				const [angle, reach] = [point * 2.399963, Math.sqrt(point / points) * 800];
				const x = 640 + reach * Math.cos(angle);
				const y = 372 + reach * Math.sin(angle);
				stage.addChild(new pixi.Sprite({ texture, x, y, anchor: 0.5 }));
			}
			const costs: number[] = [];
			for (let frame = 0; frame < frames; frame++) {
				await new Promise(requestAnimationFrame);
				const start = performance.now();
				stage.x = 120 * Math.sin(frame / 6);
				// A zoom changes the size of every one of them, as on the map.
				for (const sprite of stage.children) sprite.scale.set(1 + 0.001 * frame);
				renderer.render(stage);
				costs.push(performance.now() - start);
			}
			costs.sort((a, b) => a - b);
			return costs[costs.length >> 2] ?? Infinity;
		},
		{ points: POINTS, frames: FRAMES },
	);
	await page.context().close();
	return ms;
}

async function opening(browser: Browser, url: string): Promise<Measurement> {
	const times: number[] = [];
	for (let time = 0; time < OPENINGS; time++) {
		const page = await newPage(browser);
		const start = performance.now();
		await page.goto(`${url}/atlas`);
		await page.waitForSelector('[data-map=drawn]');
		times.push(performance.now() - start);
		await page.context().close();
	}
	return {
		name: 'navigation to the first picture',
		median: median(times),
		unit: 'ms',
		limit: 1500,
	};
}
