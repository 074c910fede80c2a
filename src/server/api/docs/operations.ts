import { LIST_OPERATIONS } from './list-operations.ts';
import type { Operation } from './operation.ts';
import { TITLE_OPERATIONS } from './title-operations.ts';

/** Every call of the API, which documents it, tests it and says which method its route takes. */
export const OPERATIONS: readonly Operation[] = [...LIST_OPERATIONS, ...TITLE_OPERATIONS];

/** Where the document itself is. */
const DOCUMENT_ROUTE = '/api/v1/openapi.json';

/** The method that a route takes; undefined for a route that is no call of the API. */
export function methodOf(route: string): 'GET' | 'POST' | undefined {
	if (route === DOCUMENT_ROUTE) return 'GET';
	return OPERATIONS.find((operation) => operation.route === route)?.method;
}
