/** What can go wrong with a call of the API, with its HTTP status and what to do about it. */
export const API_FAILURES = {
	'invalid-json': { status: 400, message: 'The body is not JSON. Send a JSON object.' },
	'invalid-request': { status: 400, message: 'The request does not have the documented shape.' },
	'incomplete-body': { status: 400, message: 'The connection ended before the body did.' },
	'method-not-allowed': { status: 405, message: 'This address takes another method, see Allow.' },
	'unsupported-media-type': {
		status: 415,
		message: 'Send the body as application/json.',
	},
	'too-large': { status: 413, message: 'The body is too large: at most 512 KB and 5,000 entries.' },
	'not-found': {
		status: 404,
		message: 'There is nothing here. It may have moved: load the page again.',
	},
	'unknown-title': { status: 404, message: 'The catalogue has no title with this id.' },
	'too-many-requests': {
		status: 429,
		message: 'You ask more often than this site allows. Wait as long as Retry-After says.',
	},
	busy: { status: 503, message: 'Too many requests wait. Try again in some seconds.' },
	timeout: {
		status: 504,
		message: 'The ranking took too long. Try again, or send a shorter list.',
	},
	unavailable: { status: 503, message: 'The ranking is starting anew. Try again in some seconds.' },
	unexpected: { status: 500, message: 'Something went wrong on our side. Try again later.' },
	cancelled: { status: 499, message: 'The connection ended before the answer.' },
} as const;

export type ApiFailure = keyof typeof API_FAILURES;

/** An error answer in the one format of the API: `{ error: { code, message, issues? } }`. */
export function apiFailure(
	code: ApiFailure,
	issues?: readonly { readonly path: string; readonly message: string }[],
): Response {
	const { status, message } = API_FAILURES[code];
	return Response.json({ error: { code, message, ...(issues && { issues }) } }, { status });
}
