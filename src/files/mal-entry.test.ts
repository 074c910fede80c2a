import { expect, test } from 'vitest';
import { readMalEntry, type MalFields } from './mal-entry.ts';

const fields: MalFields = {
	id: '1',
	title: '',
	score: '',
	status: 'Completed',
	shikimoriStatus: '',
};

test.each([
	['', null, false],
	['0', null, false],
	['0.0', null, false],
	['1', 10, false],
	['10', 100, false],
	['7.5', 75, false],
	['0.01', 1, false],
	['10.5', null, true],
	['11', null, true],
	['-1', null, true],
	['1e1', null, true],
	['ten', null, true],
])('score %j is read as %j, unreadable: %j', (score, expected, scoreUnreadable) => {
	expect(readMalEntry({ ...fields, score })).toEqual({
		entry: { malId: 1, score: expected, status: 'completed' },
		scoreUnreadable,
	});
});

test.each([
	['On-Hold', 'on-hold'],
	['On Hold', 'on-hold'],
	['on_hold', 'on-hold'],
	['PLAN TO WATCH', 'plan-to-watch'],
	['Rewatching', 'completed'],
	['6', 'plan-to-watch'],
])('status %j is %j', (status, expected) => {
	expect(readMalEntry({ ...fields, status })).toMatchObject({ entry: { status: expected } });
});

test.each([
	[{ status: '5' }, 'unknown-status'],
	[{ status: '' }, 'unknown-status'],
	[{ id: '' }, 'no-id'],
	[{ id: '0' }, 'no-id'],
	[{ id: '-7' }, 'no-id'],
	[{ id: '1.5' }, 'unreadable-id'],
	[{ id: '0x10' }, 'unreadable-id'],
	[{ id: '2147483648' }, 'unreadable-id'],
])('%j is skipped: %s', (change, skip) => {
	expect(readMalEntry({ ...fields, ...change })).toEqual({ skip });
});

test('a status of Shikimori that is not understood leaves the other one standing', () => {
	expect(readMalEntry({ ...fields, shikimoriStatus: 'смотрю', status: 'Dropped' })).toMatchObject({
		entry: { status: 'dropped' },
	});
});
