import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFileError, readCsv } from './csv.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-csv-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array, columns: string[], name = 'file.csv') {
	const path = join(folder, name);
	await writeFile(path, content);
	const rows: (string | number)[][] = [];
	const broken: [number, string][] = [];
	const counts = await readCsv(path, columns, (row, line) => rows.push([line, ...row]), {
		onBroken: (line, reason) => broken.push([line, reason]),
	});
	return { rows, broken, counts };
}

describe('readCsv', () => {
	it('picks the wanted columns in the wanted order', async () => {
		const { rows, counts } = await read('a,b,c\n1,2,3\n4,5,6\n', ['c', 'a']);
		expect(rows).toEqual([
			[2, '3', '1'],
			[3, '6', '4'],
		]);
		expect(counts).toEqual({ rows: 2, broken: 0 });
	});

	it('takes carriage returns, a byte order mark, empty lines and a missing last line feed', async () => {
		const { rows } = await read('\uFEFFa,b\r\n1,2\r\n\r\n3,', ['a', 'b']);
		expect(rows).toEqual([
			[2, '1', '2'],
			[4, '3', ''],
		]);
	});

	it('understands quotes, doubled quotes, commas and line feeds within them', async () => {
		const { rows } = await read('a,b\n"x, ""y""","two\nlines"\n"",z\n', ['a', 'b']);
		expect(rows).toEqual([
			[2, 'x, "y"', 'two\nlines'],
			[4, '', 'z'],
		]);
	});

	it('reports broken records with their line and goes on', async () => {
		const { rows, broken, counts } = await read('a,b\n1\n"x"y,2\n3,4\n"open,5\n', ['a']);
		expect(rows).toEqual([[4, '3']]);
		expect(broken).toEqual([
			[2, '1 fields instead of 2'],
			[3, 'text follows a closing quote'],
			[5, 'a quote is never closed'],
		]);
		expect(counts).toEqual({ rows: 1, broken: 3 });
	});

	it('loses one record, not the file, to a quote that is never closed', async () => {
		const many = Array.from({ length: 30_000 }, (_, at) => `${at},x\n`).join('');
		const { rows, broken } = await read(`a,b\n"open,5\n${many}`, ['a']);
		expect(broken).toHaveLength(1);
		expect(rows).toHaveLength(30_000);
	});

	it('reads packed files and records that cross chunks', async () => {
		const lines = Array.from({ length: 60_000 }, (_, at) => `${at},"näme ""${at}"""\n`);
		const { rows } = await read(gzipSync(`a,b\n${lines.join('')}`), ['b'], 'file.csv.gz');
		expect(rows).toHaveLength(60_000);
		expect(rows.every(([line, name], at) => line === at + 2 && name === `näme "${at}"`)).toBe(true);
	});

	it('says what is wrong with a missing, damaged, empty or different file', async () => {
		const absent = readCsv(join(folder, 'absent.csv'), ['a'], () => {});
		await expect(absent).rejects.toThrow(/absent\.csv is missing/);
		await expect(absent).rejects.toBeInstanceOf(DataFileError);
		const cut = gzipSync('a\n1\n').subarray(0, 15);
		await expect(read(cut, ['a'], 'cut.csv.gz')).rejects.toThrow(/cut\.csv\.gz can't be read/);
		await expect(read('', ['a'])).rejects.toThrow(/is empty/);
		await expect(read('b\n1\n', ['a'])).rejects.toThrow(/no column "a" \(it has b\)/);
	});

	it('stops when it is told to', async () => {
		const path = join(folder, 'file.csv');
		await writeFile(path, 'a\n1\n');
		const reading = readCsv(path, ['a'], () => {}, { signal: AbortSignal.abort() });
		await expect(reading).rejects.toThrow(/abort/);
	});
});
