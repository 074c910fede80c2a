import type { ListEntry } from '#core/profile/list-entry.ts';
import {
	ImportFlow,
	type ImportFlowOptions,
	type ImportStep,
} from '../import/import-flow.svelte.ts';
import { parseState } from '../state/url-state.ts';
import type { DeviceLists } from './device-lists.ts';
import type { MemberId } from './member-id.ts';

export interface MemberAdderOptions extends Omit<ImportFlowOptions, 'lists'> {
	readonly lists: DeviceLists;
}

/** Brings lists of this device into a group: a file, read as every import is, or titles that were rated. */
export class MemberAdder {
	readonly #options: MemberAdderOptions;
	#flow = $state.raw<ImportFlow | null>(null);

	constructor(options: MemberAdderOptions) {
		this.#options = options;
	}

	/** How far the latest file has come; what was read needs no telling. */
	get step(): ImportStep {
		const step = this.#flow?.step ?? START;
		return step.at === 'report' ? START : step;
	}

	/** Reads a file into a place that no member uses; null where that failed or was overtaken by another file. */
	async addFile(file: File, members: readonly MemberId[]): Promise<MemberId | null> {
		const { lists, ...options } = this.#options;
		const slot = lists.freeSlot(slotsOf(members));
		this.#flow?.reset();
		const flow = new ImportFlow({
			...options,
			lists: {
				// There is nothing that the file would replace.
				load: () => null,
				save(list) {
					lists.save(slot, list);
					return true;
				},
				remove: () => undefined,
			},
		});
		this.#flow = flow;
		await flow.take(file);
		return flow.step.at === 'report' ? { kind: 'device', slot } : null;
	}

	/**
	 * Takes in the titles that `/rate` hands on behind the `#` of an address, which no server ever sees.
	 *
	 * @returns null where there are none
	 */
	addRated(hash: string, members: readonly MemberId[]): MemberId | null {
		const { rated } = parseState(new URLSearchParams(hash.slice(1)));
		return rated.length === 0 ? null : this.#keep('Rated titles', rated, members);
	}

	stop(): void {
		this.#flow?.reset();
	}

	#keep(name: string, entries: readonly ListEntry[], members: readonly MemberId[]): MemberId {
		const { lists, now } = this.#options;
		const slot = lists.freeSlot(slotsOf(members));
		lists.save(slot, { name, importedAt: now().toISOString(), entries });
		return { kind: 'device', slot };
	}
}

const START: ImportStep = { at: 'start' };

function slotsOf(members: readonly MemberId[]): number[] {
	return members.flatMap((member) => (member.kind === 'device' ? [member.slot] : []));
}
