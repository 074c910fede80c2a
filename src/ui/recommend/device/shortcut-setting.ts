import * as v from 'valibot';
import { createStoredValue, type OwnStorage, type StoredValue } from './stored-value.ts';

/** Whether the visitor wants the shortcuts of the keyboard. */
export function createShortcutSetting(storage: OwnStorage): StoredValue<boolean> {
	return createStoredValue({
		storage,
		key: 'sprout:shortcuts',
		schema: v.boolean(),
		initial: true,
	});
}
