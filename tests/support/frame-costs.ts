/** What a page notes of its frames. */
interface FrameNotes {
	readonly ms: number[];
	readonly calls: number[];
}

/** Notes how long the page's own code of each frame takes and how often it draws. Runs in the page, before its scripts. */
export function countFrames(): void {
	const notes: FrameNotes = { ms: [], calls: [] };
	Object.assign(globalThis, { frameNotes: notes });
	let calls = 0;
	const { prototype } = WebGL2RenderingContext;
	const draw = prototype.drawElements;
	prototype.drawElements = function (...args) {
		calls++;
		return draw.apply(this, args);
	};
	const request = globalThis.requestAnimationFrame.bind(globalThis);
	globalThis.requestAnimationFrame = (callback) =>
		request((time) => {
			calls = 0;
			const start = performance.now();
			callback(time);
			// Frames in which nothing was drawn are not the map's.
			if (calls === 0) return;
			notes.ms.push(performance.now() - start);
			notes.calls.push(calls);
		});
}

/** The costs of the frames so far. Runs in the page. */
export function frameCosts(): {
	readonly frames: number;
	/** Lower quartile: what else runs on a machine only adds to a frame. */
	readonly quietMs: number;
	readonly mostCalls: number;
} {
	// The script above put it there.
	const { frameNotes } = globalThis as unknown as { frameNotes: FrameNotes };
	const sorted = frameNotes.ms.toSorted((a, b) => a - b);
	return {
		frames: sorted.length,
		quietMs: sorted[sorted.length >> 2] ?? Infinity,
		mostCalls: Math.max(...frameNotes.calls),
	};
}
