import { source as AXE } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { untilAtRest } from './browser.ts';

/** Cumulative layout shift that a page may have while it loads. */
const MOST_SHIFT = 0.02;

/** Goes to a page, which must be accessible, steady while it loads and no wider than the screen. */
export async function expectSoundPage(page: Page, address: string): Promise<void> {
	await page.addInitScript(watchShifts);
	await page.goto(address);
	await untilAtRest(page);
	expect(await page.title()).toMatch(/Sprout/);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
	expect(await findViolations(page)).toEqual([]);
	const overflow = () =>
		document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
	expect(await page.evaluate(totalShift)).toBeLessThan(MOST_SHIFT);
}

/** Runs axe in the page; every finding as "rule: element". */
export async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		// The script above put it there.
		const { axe } = globalThis as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run();
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	});
}

/** Adds up the layout shifts of a page from its very start. Runs in the page. */
function watchShifts() {
	const sum = globalThis as unknown as { shift: number };
	sum.shift = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as unknown as {
			value: number;
			hadRecentInput: boolean;
		}[]) {
			if (!entry.hadRecentInput) sum.shift += entry.value;
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

function totalShift(): number {
	return (globalThis as unknown as { shift: number }).shift;
}
