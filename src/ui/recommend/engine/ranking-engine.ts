import type { ProfileAnalytics, ProfileRequest } from '#core/analytics/profile-analytics.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { PredictedScores } from '#core/rank/predicted-scores.ts';
import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import type { LanesAnswer, LanesRequest } from '#core/rank/lanes/lane.ts';
import type { CompareRequest, Comparison } from '#core/rank/compare/comparison.ts';
import type { GroupAnswer, GroupRequest } from '#core/rank/group/group.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { WatchOrder } from '#core/rank/watch-order.ts';

/** What can go wrong between a question and its answer. */
export type RankingFailure = 'offline' | 'busy' | 'server' | 'list' | 'damaged-model';

export type EngineResult<Answer> = { readonly ok: true; readonly answer: Answer } | RankingRefusal;
export type RankingResult = EngineResult<RecommendationAnswer>;
export type LanesResult = EngineResult<LanesAnswer>;
export type SimilarResult = EngineResult<SimilarAnswer>;
export type WatchOrderResult = EngineResult<WatchOrder>;

export interface RankingRefusal {
	readonly ok: false;
	readonly reason: RankingFailure;
}

/**
 * Answers what a page asks of the model, wherever the ranking runs: on the server for a list in the address,
 * in a worker for a list that stays on the device. Never throws for what a visitor can meet.
 */
export interface RankingEngine {
	/** A request whose signal aborts may resolve to anything: the asker has lost interest. */
	recommend(request: RecommendationRequest, signal?: AbortSignal): Promise<RankingResult>;
	/** Rows of titles that have one thing in common; of an aborted request as above. */
	lanes(request: LanesRequest, signal?: AbortSignal): Promise<LanesResult>;
	/** Titles like one, of other franchises; the list plays no part. */
	similar(malId: number): Promise<SimilarResult>;
	/** The franchise of a title in watch order, marked with the list only where the page does not have that. */
	watchOrder(malId: number): Promise<WatchOrderResult>;
}

/** Titles that are shown for one, two rows of three or six of one. */
export const SIMILAR_SHOWN = 6;

/** An engine that holds something to let go of, and has the list's analytics as well. */
export interface LocalRankingEngine extends RankingEngine {
	profile(request: ProfileRequest): Promise<EngineResult<ProfileAnalytics>>;
	/** Several lists at once. */
	group(request: GroupRequest): Promise<EngineResult<GroupAnswer>>;
	/** Two lists held against each other. */
	compare(request: CompareRequest): Promise<EngineResult<Comparison>>;
	/** The scores to expect of a list's owner, of every title. */
	predictScores(entries: readonly ListEntry[]): Promise<EngineResult<PredictedScores>>;
	close(): void;
}

/** One table from failure to words; every text ends in what to do next. */
export const FAILURE_TEXTS: Readonly<
	Record<RankingFailure, { readonly title: string; readonly text: string }>
> = {
	offline: {
		title: 'No connection',
		text: 'Sprout could not be reached. Your list is safe; try again when you are back online.',
	},
	busy: {
		title: 'Too many questions at once',
		text: 'The server asked for a short break. Wait a moment, then try again.',
	},
	server: {
		title: 'That did not work',
		text: 'The server could not rank your list. Try again; if it stays this way, the fault is ours.',
	},
	list: {
		title: 'The list could not be read again',
		text: 'Its site did not give it this time. Try again, or load the page anew to see why.',
	},
	'damaged-model': {
		title: 'The model did not arrive in one piece',
		text: 'Its file was cut short or is from another version. Try again to fetch it anew.',
	},
};
