import { MOST_MEMBERS } from '#core/rank/group/group.ts';
import {
	createDeviceListStore,
	type DeviceList,
	type DeviceListStore,
} from '../profile/device-list.ts';

/** Lists of this device that take part in groups; they never leave it. */
export interface DeviceLists {
	/** The list of a slot; null where this device has none, as where an address came from another one. */
	load(slot: number): DeviceList | null;
	/** Keeps a list: in the browser's storage, or where that refuses until the page is left. */
	save(slot: number, list: DeviceList): void;
	/** Takes a list that was added for a group off the device; this page can still go back to it. */
	forget(slot: number): void;
	/** A slot for one more list: not among those in use, and rather an empty one. */
	freeSlot(inUse: readonly number[]): number;
}

/** Slot 0 is the imported list, which belongs to `/list`: groups read it and leave it alone. */
export function createDeviceLists(
	storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceLists {
	const onPage = new Map<number, DeviceList>();
	const kept = (slot: number): DeviceListStore =>
		slot === 0
			? createDeviceListStore(storage)
			: createDeviceListStore(storage, `sprout:with:${slot}`);
	const slots = Array.from({ length: MOST_MEMBERS }, (_, at) => at + 1);
	return {
		load: (slot) => onPage.get(slot) ?? kept(slot).load(),
		save(slot, list) {
			onPage.set(slot, list);
			kept(slot).save(list);
		},
		forget(slot) {
			if (slot !== 0) kept(slot).remove();
		},
		freeSlot(inUse) {
			const free = slots.filter((slot) => !inUse.includes(slot));
			return free.find((slot) => kept(slot).load() === null) ?? free[0] ?? 1;
		},
	};
}
