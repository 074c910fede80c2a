import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { quantilesOf } from '#core/analytics/reference/quantiles.ts';
import {
	LEAST_SCORERS,
	POINTS,
	QUANTILE_STEPS,
	UNITS,
	type ReferenceFile,
} from '#core/analytics/reference/reference-file.ts';
import { LIST_STATUSES, MAX_SCORE } from '#core/profile/list-entry.ts';
import { isPlanned, scoreOfCode, statusOfCode } from '../dataset/entry-code.ts';
import { LIST_LENGTHS } from '../dataset/training-interactions.ts';
import type { UserEntries } from '../dataset/user-entries.ts';

/** Lists up to these lengths are held against each other. */
const BANDS = [50, 100, 200, 400, Infinity];
/** A list with fewer scores has no mean to speak of. */
const LEAST_SCORES = 10;
const DROPPED = LIST_STATUSES.indexOf('dropped');
const COMPLETED = LIST_STATUSES.indexOf('completed');

/** The part of the reference figures that is counted on lists. */
export type ListCounts = Omit<ReferenceFile, 'format' | 'kind' | 'regions'>;

/** Adds up lists one at a time; keeps a few numbers of each and no list. */
export class ReferenceCounter {
	private readonly catalogue: Catalogue;
	private readonly listings: Uint32Array;
	private readonly points: Uint32Array;
	private readonly listed: number[] = [];
	private readonly means: number[] = [];
	private readonly dropRates: number[] = [];
	private readonly renown = BANDS.map((): number[] => []);

	constructor(catalogue: Catalogue) {
		this.catalogue = catalogue;
		this.listings = new Uint32Array(catalogue.size);
		this.points = new Uint32Array(catalogue.size * POINTS);
	}

	/** Lists that are too short or too long to learn from don't count. */
	add({ malIds, codes }: UserEntries): void {
		const watched = Array.from(codes.keys()).filter((at) => !isPlanned(codes[at] ?? 0));
		const { minEntries, maxEntries } = LIST_LENGTHS;
		if (watched.length < minEntries || watched.length > maxEntries) return;
		let [scores, sum, known, renown, dropped, completed] = [0, 0, 0, 0, 0, 0];
		for (const at of watched) {
			const code = codes[at] ?? 0;
			const status = statusOfCode(code);
			const score = scoreOfCode(code);
			if (status === DROPPED) dropped++;
			if (status === COMPLETED) completed++;
			if (score > 0) {
				scores++;
				sum += score;
			}
			const index = this.catalogue.indexOf(malIds[at] ?? 0);
			if (index === undefined) continue;
			known++;
			renown += Math.log1p(this.catalogue.anime(index).members);
			this.listings[index] = (this.listings[index] ?? 0) + 1;
			if (score === 0) continue;
			const place = index * POINTS + (score * POINTS) / MAX_SCORE - 1;
			this.points[place] = (this.points[place] ?? 0) + 1;
		}
		this.listed.push(watched.length);
		if (scores >= LEAST_SCORES) this.means.push(sum / scores);
		// Most sources don't tell statuses: their lists look as though nothing was ever dropped.
		const tells = codes.some((code) => statusOfCode(code) !== COMPLETED);
		if (tells && dropped + completed > 0) this.dropRates.push(dropped / (dropped + completed));
		if (known > 0) this.renown[bandOf(watched.length)]?.push(renown / known);
	}

	finish(): ListCounts {
		const rows = Array.from(this.listings.keys()).sort((a, b) => this.malId(a) - this.malId(b));
		return {
			lists: [this.listed.length],
			malIdSteps: rows.map((index, row) => this.malId(index) - this.malId(rows[row - 1] ?? -1)),
			listings: rows.map((index) => this.listings[index] ?? 0),
			points: rows.flatMap((index) => this.pointsOf(index)),
			allPoints: this.allPoints(),
			listed: wholeQuantiles(this.listed, 1),
			means: wholeQuantiles(this.means, UNITS.mean),
			dropRates: wholeQuantiles(this.dropRates, UNITS.dropRate),
			renown: {
				mostTitles: BANDS.map((most) => (most === Infinity ? 0 : most)),
				quantiles: this.renown.flatMap((values) => wholeQuantiles(values, UNITS.renown)),
			},
		};
	}

	private malId(index: number): number {
		return index < 0 ? 0 : this.catalogue.anime(index).malId;
	}

	private pointsOf(index: number): number[] {
		const own = Array.from(this.points.subarray(index * POINTS, (index + 1) * POINTS));
		const scorers = own.reduce((sum, count) => sum + count, 0);
		return scorers < LEAST_SCORERS ? own.map(() => 0) : own;
	}

	private allPoints(): number[] {
		const all = Array.from({ length: POINTS }, () => 0);
		this.points.forEach((count, at) => (all[at % POINTS] = (all[at % POINTS] ?? 0) + count));
		return all;
	}
}

function bandOf(length: number): number {
	return BANDS.findIndex((most) => length <= most);
}

function wholeQuantiles(values: readonly number[], unit: number): number[] {
	return quantilesOf(values, QUANTILE_STEPS).map((value) => Math.round(value / unit));
}
