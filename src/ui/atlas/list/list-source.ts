import { parseState } from '#ui/recommend/state/url-state.ts';
import type { DeviceListStore } from '#ui/recommend/profile/device-list.ts';
import type { AtlasList } from './list-overlay.svelte.ts';

/** Where the list of a map comes from, beside a user's name: the address itself, or this device. */
export interface FoundList {
	readonly list: AtlasList;
	readonly path: string;
	/** It stays on this device. */
	readonly isPrivate: boolean;
}

/** The list that an address asks for: `?list=device`, or ratings as `/rate` has them; null where it asks for none. */
export function listInAddress(
	params: URLSearchParams,
	device: Pick<DeviceListStore, 'load'>,
): FoundList | null {
	if (params.get('list') === 'device') {
		const kept = device.load();
		if (kept === null) return null;
		const list = { name: 'Your imported list', entries: kept.entries };
		return { list, path: '/list', isPrivate: true };
	}
	const { rated } = parseState(params);
	if (rated.length === 0) return null;
	const path = `/rate?r=${params.get('r') ?? ''}`;
	return { list: { name: 'Your ratings', entries: rated }, path, isPrivate: false };
}
