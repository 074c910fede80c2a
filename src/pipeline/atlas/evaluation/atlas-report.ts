import { markdownTable } from '../../evaluation/markdown-table.ts';
import type { RunOrigin } from '../../evaluation/run-origin.ts';
import { REFERENCE, type AtlasSettings } from '../atlas-settings.ts';
import { SURROUNDINGS } from '#atlas/layout/trust.ts';
import type { AtlasMeasurement } from './measure-atlas.ts';
import { KNOWN_LISTS, type NamedQuality } from './measure-known.ts';
import { againstReference, knownTable, share, wholeTable } from './report-tables.ts';

/** Everything about one evaluation of the map; JSON. */
export interface AtlasReport {
	readonly origin: RunOrigin;
	readonly settings: AtlasSettings;
	readonly measured: AtlasMeasurement;
}

/** Measured before on other hardware, on 4,233 titles: to see that this run says the same. */
const EARLIER = [
	["reference's (raw graph → shortest paths → MDE 4D → t-SNE)", '.247', '.616', '43.7'],
	['normalised graph → t-SNE', '.317', '.612', '7.8'],
	['damped PPMI-SVD64 → t-SNE', '.292', '.617', '6.8'],
	['normalised graph → MDE 2D', '.244', '.632', '4.6'],
];

/** What the map must reach, and whether it does. */
export interface Floor {
	readonly name: string;
	readonly measured: string;
	readonly floor: string;
	readonly holds: boolean;
}

export function floorsOf({ known, whole, stability }: AtlasMeasurement): Floor[] {
	const of = (pictures: readonly NamedQuality[], name: string) =>
		pictures.find((picture) => picture.name === name);
	const ratio =
		(of(known, 'local')?.genreAgreement ?? 0) /
		(of(known, 'reference')?.genreAgreement ?? Infinity);
	const trustworthiness = of(whole, 'local')?.trustworthiness ?? 0;
	const floor = (name: string, value: number, least: number, most: number) => ({
		name,
		measured: value.toFixed(3),
		floor: most === Infinity ? `≥ ${least}` : `≤ ${most}`,
		holds: value >= least && value <= most,
	});
	return [
		floor("genre agreement ÷ the reference's, local lens", ratio, 1.25, Infinity),
		floor('trustworthiness, local lens, all titles', trustworthiness, 0.98, Infinity),
		floor('median move of a warm start ÷ diagonal, local lens', stability.warm.local, 0, 0.02),
		floor('the same, global lens', stability.warm.global, 0, 0.02),
	];
}

/** The report as a page. */
export function renderAtlasReport({ origin, settings, measured }: AtlasReport): string {
	const { neighbourhood: mix } = settings;
	const floors = markdownTable(
		['floor', 'measured', 'wanted', 'holds'],
		floorsOf(measured).map(({ name, measured: value, floor, holds }) => [
			name,
			value,
			floor,
			holds ? 'yes' : '**no**',
		]),
	);
	return [
		'# How good the map is',
		`\`npm run sprout -- evaluate atlas --data <folder>\`; commit ${origin.commit}, ${origin.date}, Node ${origin.node}, ${origin.cores} cores of ${origin.processor}. The map is that of the bundle: ${measured.titles} titles, neighbours from ${measured.trainUsers} \`train\` lists, relations, recommendations and the model. Co-likes are those of ${measured.testUsers} \`test\` users, whom nothing was learned from.`,
		'## Floors',
		floors,
		`## Titles that lists know`,
		`The ${measured.knownTitles} titles that at least ${KNOWN_LISTS} lists like; all pictures show the same ones and are measured in the same way. The reference's way and the second row were laid out in this run; the map is cut out of that of the bundle.`,
		knownTable(measured.known),
		[
			'*Genre agreement*: mean Jaccard overlap of the genres of a title and its 15 nearest on the picture. The model learned from genres too, so this flatters whatever uses it; the second row uses lists alone.',
			'*Co-like AUC*: the chance that two titles that one person likes lie nearer than one of them and a title that others like.',
			'*Recall* and *trustworthiness*: of the 15 true neighbours, and of the 15 nearest on the picture. True are the chances that the map is laid out from; the reference was laid out from others.',
			'*Neglected*: titles that are among nobody’s 15 nearest.',
			'*CPU s*: of laying these titles alone out in this run, from lists to positions and from nothing; the map itself was laid out with all titles.',
		].join('\n'),
		'### Against the reference',
		againstReference(measured.known),
		'Measured before, on 4,233 titles of other hardware, genre agreement, AUC and CPU seconds:',
		markdownTable(['pipeline', 'genre agreement', 'co-like AUC', 'CPU s'], EARLIER),
		'## All titles',
		wholeTable(measured.whole),
		`Before any picture, the true neighbours agree in genres by ${share(measured.truth.genreAgreement)}, and ${share(measured.truth.neglected)} of the titles are among nobody's.`,
		'## Stability',
		`One list in ten left out, neighbours found anew. Laid out from nothing, turned to lie as near as can be, the median title moves ${share(measured.stability.cold)} of the diagonal; laid out from the map ${share(measured.stability.warm.local)} (local) and ${share(measured.stability.warm.global)} (global), with recall ${share(measured.stability.warmQuality.recall)} and genre agreement ${share(measured.stability.warmQuality.genreAgreement)}.`,
		'## Trust',
		trustParagraph(measured),
		'## How it is made',
		`A title's neighbours are three sources mixed: lists (share ${mix.likedShare} · s / (s + ${mix.halfSupport}) for s lists that like it), links (up to ${mix.linkShare}: relations ${settings.links.related}, recommendations ${settings.links.recommended} · log(1 + votes)) and, for the rest, the model's item space, where a title without lists stands where its facts put it. Lists and model are each calibrated to perplexity ${mix.perplexity}. The \`local\` lens is t-SNE of those chances: ${settings.local.exaggerated} steps with attraction counted ${settings.local.exaggeration} times set the large scale, and ${settings.local.iterations - settings.local.exaggerated} more the small one, in which a title is held (${settings.local.hold} · s / (s + ${settings.halfHeld})) to where the large scale had it. The \`global\` one keeps ${settings.global.neighbours} neighbours a title together and as many strangers apart. The reference's way: ${REFERENCE.neighbours} nearest by shortest path, ${REFERENCE.dimension} dimensions, perplexity ${REFERENCE.perplexity}.`,
	].join('\n\n');
}

function trustParagraph({ trust }: AtlasMeasurement): string {
	const rows = Object.entries(trust).map(([lens, { known, others }]) => [
		lens,
		share(known),
		share(others),
	]);
	return [
		`Mean trust of the positions: the share of the true neighbours, by weight, among the ${SURROUNDINGS} nearest on the picture, times how much is known of the title.`,
		markdownTable(['lens', 'titles that lists know', 'others'], rows),
	].join('\n\n');
}
