import type { SiteListFailure } from '#core/profile/site-list.ts';
import { ABORTED, unlessAborted } from '#server/unless-aborted.ts';
import type { ListOutcome } from './list-service.ts';

const CANCELLED: SiteListFailure = { ok: false, reason: 'cancelled' };

/** One fetching of a list, for everybody who asks for it meanwhile; called off when all of them have left. */
export class SharedRequest {
	readonly #stop = new AbortController();
	readonly #outcome: Promise<ListOutcome>;
	#askers = 0;

	/**
	 * @param fetch gives the list, or stops soon after its signal aborts
	 * @param onOver called once: when there is an outcome, or when nobody waits for one any more
	 */
	constructor(fetch: (signal: AbortSignal) => Promise<ListOutcome>, onOver: () => void) {
		this.#outcome = fetch(this.#stop.signal).finally(onOver);
		this.#stop.signal.addEventListener('abort', onOver);
	}

	/** @param signal of an asker who may leave */
	async join(signal = new AbortController().signal): Promise<ListOutcome> {
		this.#askers++;
		const outcome = await unlessAborted(this.#outcome, signal);
		this.#askers--;
		if (outcome !== ABORTED) return outcome;
		if (this.#askers === 0) this.#stop.abort();
		return CANCELLED;
	}
}
