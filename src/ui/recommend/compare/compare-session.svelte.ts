import type { ComparedLists } from '#core/rank/compare/comparison.ts';
import type { RankingFailure } from '../engine/ranking-engine.ts';
import { staysOnDevice, writeMember, type MemberId } from '../group/member-id.ts';
import type { TogetherEngine } from '../group/together-engine.ts';
import { COMPARE_QUERY } from './compare-query.ts';

/** Two lists beside each other: compared by the server where both are public, else here. */
export class CompareSession {
	readonly #engine: Pick<TogetherEngine, 'compare'>;
	#answer = $state.raw<ComparedLists | null>(null);
	#failure = $state<RankingFailure | null>(null);
	#loading = $state(false);
	/** The lists that the newest question was about. */
	#asked = '';

	constructor(engine: Pick<TogetherEngine, 'compare'>, answer: ComparedLists | null) {
		this.#engine = engine;
		this.#answer = answer;
	}

	get answer(): ComparedLists | null {
		return this.#answer;
	}

	get failure(): RankingFailure | null {
		return this.#failure;
	}

	get loading(): boolean {
		return this.#loading;
	}

	/** The page has an address, and what the server answered to it. */
	async turnTo(members: readonly MemberId[], answer: ComparedLists | null): Promise<void> {
		const [first, second] = members;
		const key = members.map(writeMember).join(' ');
		this.#asked = key;
		this.#failure = null;
		this.#answer = answer;
		this.#loading = false;
		if (answer !== null || first === undefined || second === undefined) return;
		if (!staysOnDevice(members)) return;
		this.#loading = true;
		const result = await this.#engine.compare([first, second], COMPARE_QUERY);
		if (this.#asked !== key) return;
		this.#loading = false;
		if (result.ok) this.#answer = result.answer;
		else this.#failure = result.reason;
	}
}
