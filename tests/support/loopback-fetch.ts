// Taken before tests replace it by one that refuses.
const fetchAnywhere = globalThis.fetch;

/** The real `fetch`, for servers of the tests themselves: it reaches this machine and no other. */
export const loopbackFetch: typeof fetch = async (input, init) => {
	const { hostname } = new URL(input instanceof Request ? input.url : input);
	if (hostname !== '127.0.0.1')
		throw new TypeError(`Tests have no network: ${hostname} is elsewhere.`);
	return fetchAnywhere(input, init);
};
