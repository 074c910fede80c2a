import type * as v from 'valibot';
import type { ApiFailure } from '../failures.ts';

type ObjectSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** A call of the API: what documents it, tests it and says which method its route takes. */
export interface Operation {
	/** Name for generated clients. */
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/** Folder of the route; a parameter of its name is one of `path`. */
	readonly route: string;
	readonly summary: string;
	readonly description: string;
	readonly path?: v.ObjectEntries;
	readonly query?: ObjectSchema;
	readonly body?: { readonly name: string; readonly schema: ObjectSchema };
	readonly answer: { readonly name: string; readonly schema: v.GenericSchema };
	readonly failures: readonly ApiFailure[];
	/** Whether a list is read by user name, which fails in ways of its own. */
	readonly readsList?: true;
	readonly example: { readonly path: string; readonly body?: object };
}

/** What can be wrong with any body. */
export const BODY_FAILURES = [
	'invalid-json',
	'invalid-request',
	'incomplete-body',
	'too-large',
	'unsupported-media-type',
] as const;

/** What can go wrong with any ranking. */
export const RANKING_FAILURES = ['busy', 'unavailable', 'timeout'] as const;
