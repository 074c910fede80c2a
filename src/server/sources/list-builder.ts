import type { ListStatus } from '#core/profile/list-entry.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { SiteEntry } from '#core/profile/site-list.ts';
import type { SourceOutcome } from './list-source.ts';

/** One row as a site has it, before it is known which titles it is about. */
export type SiteRow = Omit<SiteEntry, 'malId'>;

/** What tells most of a title comes first. */
const TELLING: readonly ListStatus[] = [
	'completed',
	'watching',
	'on-hold',
	'dropped',
	'plan-to-watch',
];

/** Collects the rows of a list so that each title is in it once. */
export class ListBuilder {
	readonly #entries = new Map<number, SiteEntry>();
	#unresolved = 0;

	/** @param malIds of all titles that the row is about; none where nobody knows */
	add(malIds: readonly number[], row: SiteRow): void {
		if (malIds.length === 0) this.#unresolved++;
		for (const malId of malIds) {
			const known = this.#entries.get(malId);
			this.#entries.set(malId, known ? merge(known, row) : { malId, ...row });
		}
	}

	/** Without a single title there is nothing that anybody could use. */
	outcome(scoreFormat?: ScoreFormat): SourceOutcome {
		if (this.#entries.size === 0) return { ok: false, reason: 'empty-list' };
		const list = { entries: [...this.#entries.values()], unresolved: this.#unresolved };
		return { ok: true, list: scoreFormat ? { ...list, scoreFormat } : list };
	}
}

/**
 * One entry of two about the same title: a site keeps as parts what another keeps whole, or a list changed between
 * two of its pages.
 */
function merge(a: SiteEntry, b: SiteRow): SiteEntry {
	const first = TELLING.indexOf(a.status) <= TELLING.indexOf(b.status) ? a : b;
	return {
		malId: a.malId,
		status: first.status,
		score: a.score === null || b.score === null ? (a.score ?? b.score) : Math.max(a.score, b.score),
		progress: Math.max(a.progress, b.progress),
		rewatches: Math.max(a.rewatches, b.rewatches),
		startedOn: [a.startedOn, b.startedOn].filter((date) => date !== null).sort()[0] ?? null,
		finishedOn:
			[a.finishedOn, b.finishedOn]
				.filter((date) => date !== null)
				.sort()
				.at(-1) ?? null,
	};
}
