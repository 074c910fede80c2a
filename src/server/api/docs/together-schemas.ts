import * as v from 'valibot';
import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import type { SiteListFailure, SiteListFailureReason } from '#core/profile/site-list.ts';
import type { SiteListSummary } from '#core/profile/site-user.ts';
import type { ComparedTitle, Comparison, Suggestion } from '#core/rank/compare/comparison.ts';
import type { GroupOfLists } from '#core/rank/group/group-of-lists.ts';
import type { GroupedAnime, MemberPrediction } from '#core/rank/group/group.ts';
import { MATCH_STRENGTHS } from '#core/rank/recommendation.ts';
import { anime, count, malId, share, listSummary, standsFor, told } from './answer-schemas.ts';
import { LIST_FAILURES } from './error-schema.ts';

/* What the API answers about several lists; held to the same promises as the other answers. */

const score = told(v.number(), '1–100');
const percentile = told(
	share,
	'among all scores of the same list; of equal ones half count as below',
);
const pairOf = <S extends v.GenericSchema>(schema: S) => v.tuple([schema, schema]);

const prediction: v.GenericSchema<MemberPrediction> = v.object({
	strength: told(v.picklist(MATCH_STRENGTHS), 'the match among all that this member has not seen'),
	score: told(v.number(), 'what this member would give it, 1–100 on the own scale'),
});

const others = LIST_FAILURES.filter(
	(reason) => reason !== 'rate-limited',
) as SiteListFailureReason[]; // all but that
const failure: v.GenericSchema<SiteListFailure> = v.union([
	v.object({
		ok: v.literal(false),
		reason: v.literal('rate-limited'),
		retryAfterS: told(count, 'seconds after which the site will answer again'),
	}),
	v.object({ ok: v.literal(false), reason: v.picklist(others) }),
]);

const grouped: v.GenericSchema<GroupedAnime> = v.object({
	malId,
	place: told(count, 'in this list, from 1'),
	franchiseSize: told(count, 'titles of the franchise, this one included'),
	standsFor,
	cold: told(v.boolean(), 'judged by facts and relations: too few lists had it'),
	members: told(
		v.array(
			v.object({
				prediction: told(
					v.nullable(prediction),
					'null for who has seen it, or has no list to judge by',
				),
				entry: told(
					v.nullable(v.object({ status: v.picklist(LIST_STATUSES), score: v.nullable(score) })),
					'what the list says of it',
				),
			}),
		),
		'what it is to each, in the order of the request',
	),
	reluctant: told(
		v.nullable(count),
		'position of the member who likes it clearly less than the others do',
	),
});

export const groupAnswerSchema: v.GenericSchema<GroupOfLists> = v.object({
	total: told(count, 'candidates under these filters'),
	offset: count,
	items: v.array(grouped),
	members: told(
		v.array(
			v.object({
				usedEntries: told(count, 'entries that counted as evidence'),
				rough: told(v.boolean(), 'fewer than four did'),
				list: told(v.nullable(listSummary), 'of a list that was read by user name'),
				failure: told(v.nullable(failure), 'why the site of this member gave no list'),
			}),
		),
		'in the order of the request',
	),
	anime,
});

const compared: v.GenericSchema<ComparedTitle> = v.object({
	malId,
	scores: pairOf(score),
	percentiles: pairOf(percentile),
});

const suggestion: v.GenericSchema<Suggestion> = v.object({
	malId,
	standsFor,
	score: told(v.number(), 'what its owner gave the favourite, 1–100'),
	percentile,
	prediction: told(v.nullable(prediction), 'what the other would make of it'),
});

const comparedList = v.object({
	usedEntries: told(count, 'entries that counted as evidence'),
	rough: told(v.boolean(), 'fewer than four did'),
	seen: told(count, 'titles seen'),
	scored: told(count, 'titles scored'),
	meanScore: v.nullable(score),
});

export const comparisonSchema: v.GenericSchema<Comparison> = v.object({
	lists: told(pairOf(comparedList), 'in the order of the request'),
	bothSeen: count,
	bothScored: count,
	agreement: told(
		v.nullable(
			v.object({
				correlation: told(
					v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
					'Spearman’s, of the scores that both gave; null where one gave all the same',
				),
				meanGap: told(
					share,
					'mean distance of the two percentiles; a third means nothing in common',
				),
				rough: told(v.boolean(), 'few titles: a coincidence could look the same'),
			}),
		),
		'null below five titles that both have scored',
	),
	favourites: told(v.array(compared), 'in the best quarter of both, best first'),
	differences: told(v.array(compared), 'percentiles at least a quarter apart, most first'),
	suggestions: told(
		pairOf(v.array(suggestion)),
		'what the first should show the second, then the other way round',
	),
	anime,
});

export const userListSchema: v.GenericSchema<{
	readonly list: SiteListSummary;
	readonly entries: readonly ListEntry[];
}> = v.object({
	list: listSummary,
	entries: v.array(
		v.object({ malId, score: v.nullable(score), status: v.picklist(LIST_STATUSES) }),
	),
});
