import type { CDPSession, Locator, Page } from 'playwright-core';

/** Counts the bytes of script that a page has loaded, as they came over the wire. Call it before the page is opened. */
export async function countScriptBytes(page: Page): Promise<() => number> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const scripts = new Set<string>();
	let bytes = 0;
	session.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.mimeType.includes('javascript')) scripts.add(requestId);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (scripts.has(requestId)) bytes += encodedDataLength;
	});
	return () => bytes;
}

/** What the browser notes of its work: times in microseconds, `tdur` that of the processor alone. */
interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	readonly ts: number;
	readonly dur?: number;
	readonly tdur?: number;
	readonly args: { readonly data?: { readonly type?: string } };
}

const CATEGORIES = 'devtools.timeline,disabled-by-default-devtools.timeline';

/** Longer than any movement that a click sets off. */
const QUIET_MS = 250;

/**
 * Clicks on something and tells how long the page's thread worked, from the click until it handed the next picture
 * over: milliseconds of the processor, so that other work on this machine hardly counts.
 *
 * @throws Error when the click did not reach the page or changed nothing
 */
export async function clickWorkMs(page: Page, target: Locator): Promise<number> {
	await target.scrollIntoViewIfNeeded();
	await page.waitForTimeout(QUIET_MS);
	const box = await target.boundingBox();
	if (box === null) throw new Error('What is to be clicked on is not there.');
	const session = await page.context().newCDPSession(page);
	await session.send('Tracing.start', { transferMode: 'ReturnAsStream', categories: CATEGORIES });
	// Straight at a point of the screen: looking for an element would be work of the page.
	await page.mouse.click(box.x + Math.min(box.width, 20) / 2, box.y + box.height / 2);
	await page.waitForTimeout(QUIET_MS);
	return workAfterClick(await endTrace(session));
}

async function endTrace(session: CDPSession): Promise<TraceEvent[]> {
	const complete = new Promise<string | undefined>((resolve) =>
		session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream)),
	);
	await session.send('Tracing.end');
	const handle = (await complete) ?? '';
	let text = '';
	for (;;) {
		const { data, eof } = await session.send('IO.read', { handle });
		text += data;
		if (eof) break;
	}
	await session.detach();
	// The browser's own writing.
	return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

function workAfterClick(events: readonly TraceEvent[]): number {
	const click = events.find(
		({ name, args }) => name === 'EventDispatch' && args.data?.type === 'click',
	);
	if (click === undefined) throw new Error('The click did not reach the page.');
	const onThread = events.filter(({ pid, tid }) => pid === click.pid && tid === click.tid);
	const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
	const painted = Math.min(
		...onThread.filter(({ name, ts }) => name === 'Commit' && ts > click.ts).map(endOf),
	);
	if (painted === Infinity) throw new Error('The click changed nothing that can be seen.');
	// Tasks follow each other; the one of the click may have begun before it.
	const tasks = onThread.filter(
		(event) => event.name === 'RunTask' && endOf(event) > click.ts && event.ts < painted,
	);
	return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}
