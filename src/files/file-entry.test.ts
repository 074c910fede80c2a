import { expect, test } from 'vitest';
import { readEntry, type FileFields } from './file-entry.ts';

const fields: FileFields = {
	site: 'mal',
	id: '1',
	title: '',
	score: '',
	status: 'Completed',
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
	expect(readEntry({ ...fields, score }, 10)).toEqual({
		entry: { site: 'mal', id: 1, score: expected, status: 'completed' },
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
	expect(readEntry({ ...fields, status }, 10)).toMatchObject({ entry: { status: expected } });
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
	expect(readEntry({ ...fields, ...change }, 10)).toEqual({ skip });
});
