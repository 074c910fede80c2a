import type {
	BrokenPart,
	Failure,
	FailureDetails,
	FailureReason,
	OtherContent,
	SkipReason,
} from './list-file-result.ts';

/** What a visitor reads when a file could not be taken: what happened, why, and what to do now. */
export interface FailureText {
	readonly heading: string;
	readonly explanation: string;
	readonly nextStep: string;
}

const EXPORT_AGAIN =
	'Export your anime list again where you keep it, and bring the file as it is. This page says where each site has its export.';

const CONTENT: Readonly<Record<OtherContent, string>> = {
	'web-page': 'It is a web page. This happens when a page is saved instead of the export.',
	json: 'It is JSON, but not a list that Sprout knows: those of AniList, of Shikimori and its own.',
	'other-xml': 'It is XML, but not a list as MyAnimeList, Kitsu and Shikimori export it.',
	image: 'It is a picture.',
	pdf: 'It is a PDF document.',
	archive: 'It is an archive of a kind that Sprout does not open. A list may be inside it.',
	text: 'It is plain text, or a table whose first line names no column “mal_id” or “anilist_id”.',
	binary: 'Its content is nothing that Sprout knows.',
};

/** What to do where more is known than that the file is the wrong one. */
const NEXT_STEPS: Readonly<Partial<Record<OtherContent, string>>> = {
	archive: 'Unpack it and bring the list that is inside: an .xml, .xml.gz, .json or .csv file.',
	text: 'Name its columns in the first line, as at “Anywhere else” below, or bring the export of the site where you keep your list.',
};

const TRICKS: Readonly<Record<FailureDetails['hostile']['trick'], string>> = {
	entities: 'It defines abbreviations that may unfold into endless text. No anime list needs them.',
	'external-file': 'It asks to load another file or address. An anime list never does.',
	'archive-bomb': 'It is tiny, but would unpack into an enormous file. No anime list does that.',
	'oversized-markup': 'Parts of it that should be a few letters are enormously long.',
	'endless-parts': 'It is made of far more parts than an anime list can have.',
};

type TextOf = { readonly [R in FailureReason]: (detail: FailureDetails[R]) => FailureText };

const FAILURES: TextOf = {
	empty: () => ({
		heading: 'This file is empty',
		explanation: 'There is nothing in it. The download was probably interrupted.',
		nextStep: EXPORT_AGAIN,
	}),
	'not-a-list': ({ content }) => ({
		heading: 'This is not an anime list',
		explanation: CONTENT[content],
		nextStep: NEXT_STEPS[content] ?? EXPORT_AGAIN,
	}),
	'manga-list': () => ({
		heading: 'This is a manga list',
		explanation: 'Sprout knows anime only, so there is nothing it could do with manga.',
		nextStep: EXPORT_AGAIN,
	}),
	broken: ({ part, entriesRead, line }) => ({
		heading: 'This file is damaged',
		explanation: `${brokenWhere(part, line, entriesRead)}. None of it was used, as the rest would be missing without you noticing.`,
		nextStep: EXPORT_AGAIN,
	}),
	'too-large': ({ limitBytes, unpacked }) => ({
		heading: 'This file is too large',
		explanation: `${unpacked ? 'Unpacked, it is' : 'It is'} larger than ${megabytes(limitBytes)}. A list of 5,000 titles has between 4 and 5 MB.`,
		nextStep: `Check that you chose the right file. ${EXPORT_AGAIN}`,
	}),
	'too-deep': ({ limit }) => ({
		heading: 'This file is not built like a list',
		explanation: `Its parts are nested more than ${limit} levels deep. A list has three or four.`,
		nextStep: EXPORT_AGAIN,
	}),
	'too-many-entries': ({ limit }) => ({
		heading: 'This list is too long',
		explanation: `It has more than ${count(limit)} titles, which is more than there are anime.`,
		nextStep: `Check that you chose the right file. ${EXPORT_AGAIN}`,
	}),
	hostile: ({ trick }) => ({
		heading: 'This file was refused',
		explanation: `${TRICKS[trick]} Reading stopped there and nothing was loaded.`,
		nextStep: `If someone gave you this file, don’t trust it. ${EXPORT_AGAIN}`,
	}),
	'newer-format': ({ version }) => ({
		heading: 'This list was saved by a newer Sprout',
		explanation: `It is in version ${version} of Sprout’s format, which this one does not know.`,
		nextStep: 'Save it as CSV there, or bring the export of the site where you keep your list.',
	}),
	'no-entries': ({ skipped }) => ({
		heading: 'There are no anime in this list',
		explanation:
			skipped.length === 0
				? 'The file is a proper export, but the list in it is empty.'
				: `The file is a proper export, but none of its titles could be used: ${skipped.map((group) => `${count(group.count)} ${SKIPPED[group.reason]}`).join(', ')}.`,
		nextStep: 'Rate a few titles here instead. A handful is enough to start.',
	}),
	'unknown-encoding': ({ encoding }) => ({
		heading: 'This file’s text can’t be read',
		explanation: `It says that it is written in “${encoding}”, which your browser does not know.`,
		nextStep: `Save it as UTF-8, or export it again. ${EXPORT_AGAIN}`,
	}),
	unreadable: () => ({
		heading: 'Your device did not hand the file over',
		explanation: 'It was moved, changed or locked after you chose it.',
		nextStep: 'Choose the file again.',
	}),
	cancelled: () => ({
		heading: 'You stopped reading the file',
		explanation: 'Nothing of it was used.',
		nextStep: 'Choose a file when you are ready.',
	}),
};

/** Why entries of a list were left out; reads on after a number: “3 without a MyAnimeList id”. */
export const SKIPPED: Readonly<Record<SkipReason, string>> = {
	'no-id': 'without a MyAnimeList id',
	'unreadable-id': 'with an id that is no number',
	'unknown-status': 'with a status that Sprout does not know',
	manga: 'manga',
};

/** The words for a failure; the numbers in them are written the English way. */
export function describeFailure<R extends FailureReason>(
	failure: Pick<Failure<R>, 'reason' | 'detail'>,
): FailureText {
	return FAILURES[failure.reason](failure.detail);
}

function brokenWhere(part: BrokenPart, line: number | null, entriesRead: number): string {
	const what =
		part === 'archive' ? 'The packed file breaks off or is damaged' : 'It breaks off or is damaged';
	// JSON is read as a whole: nothing is known of where it breaks.
	if (part === 'json') return what;
	const where = line === null ? what : `${what} at line ${count(line)},`;
	return `${where} after ${titles(entriesRead)}`;
}

function titles(number: number): string {
	return number === 1 ? '1 title' : `${count(number)} titles`;
}

function count(number: number): string {
	return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1_000_000)} MB`;
}
