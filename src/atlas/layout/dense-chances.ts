import { topK } from '#core/math/top-k.ts';
import { calibrate } from './affinities.ts';
import {
	linksByTitle,
	sharesFor,
	type NeighbourhoodSettings,
	type NeighbourhoodSources,
} from './neighbourhood.ts';

/**
 * Chances of all titles to be a title's neighbours, by the same mixture as `mixNeighbourhoods` but beyond its candidates: to
 * rank everything by. Each call costs a walk over all titles; they sum to a little more than 1.
 *
 * @returns writes the chances for one title to an array of length n
 */
export function denseChances(sources: NeighbourhoodSources, settings: NeighbourhoodSettings) {
	const { coLikes, space } = sources;
	const { width, values } = space;
	const size = values.length / width;
	const linked = linksByTitle(sources.links, size);
	const energies = new Float64Array(size);
	return (title: number, out: Float64Array): void => {
		out.fill(0);
		const own = linked[title] ?? [];
		const shares = sharesFor(own, coLikes.support[title] ?? 0, settings);
		for (const { to, chance } of shares.links) out[to] = (out[to] ?? 0) + chance;
		coLikes.row(title, energies);
		for (let other = 0; other < size; other++) energies[other] = -Math.log(energies[other] ?? 0);
		const isLiked = addKernel(energies, shares.liked, settings, out);
		for (let other = 0; other < size; other++) {
			let square = 0;
			for (let at = 0; at < width; at++) {
				square += ((values[title * width + at] ?? 0) - (values[other * width + at] ?? 0)) ** 2;
			}
			energies[other] = other === title ? Infinity : square;
		}
		const left = 1 - shares.linkShare - (isLiked ? shares.liked : 0);
		addKernel(energies, left, settings, out);
	};
}

/** Adds share · exp(−β · energy) / Z, β and Z those of the candidates; false where nothing is at a finite energy. */
function addKernel(
	energies: Float64Array,
	share: number,
	{ candidates, perplexity }: NeighbourhoodSettings,
	out: Float64Array,
): boolean {
	const best = topK(
		energies.map((energy) => -energy),
		candidates,
	);
	const least = energies[best[0] ?? -1];
	if (least === undefined || share === 0) return false;
	const beta = calibrate(
		Float64Array.from(best, (other) => energies[other] ?? 0),
		perplexity,
	);
	let sum = 0;
	for (const other of best) sum += Math.exp(-beta * ((energies[other] ?? 0) - least));
	energies.forEach((energy, other) => {
		if (energy < Infinity)
			out[other] = (out[other] ?? 0) + (share * Math.exp(-beta * (energy - least))) / sum;
	});
	return true;
}
