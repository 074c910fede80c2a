import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';

/** Answers that are kept: more than anybody looks at in a while. */
const MOST_KNOWN = 400;

/** Asks for the neighbours of titles, about each once. */
export interface NeighbourFinder {
	/** Null where nobody can be asked. Never throws. */
	find(malId: number): Promise<NeighbourAnswer | null>;
	/** What is known without asking. */
	known(malId: number): NeighbourAnswer | undefined;
}

/** @param transport tests hand in their own */
export function createNeighbourFinder(transport: typeof fetch): NeighbourFinder {
	const answers = new Map<number, NeighbourAnswer>();
	const asked = new Map<number, Promise<NeighbourAnswer | null>>();

	const ask = async (malId: number): Promise<NeighbourAnswer | null> => {
		try {
			const response = await transport(`/api/v1/anime/${malId}/neighbours`);
			const body: unknown = response.ok ? await response.json() : null;
			if (!isAnswer(body)) return null;
			answers.set(malId, body);
			for (const oldest of [...answers.keys()].slice(0, -MOST_KNOWN)) answers.delete(oldest);
			return body;
		} catch {
			// Without a connection the map shows what it has.
			return null;
		} finally {
			asked.delete(malId);
		}
	};

	return {
		known: (malId) => answers.get(malId),
		find(malId) {
			const known = answers.get(malId);
			if (known !== undefined) return Promise.resolve(known);
			const running = asked.get(malId) ?? ask(malId);
			asked.set(malId, running);
			return running;
		},
	};
}

/** Our own service, of the same version: the outside is enough to tell it from the page of a proxy. */
function isAnswer(body: unknown): body is NeighbourAnswer {
	return (
		typeof body === 'object' &&
		body !== null &&
		'neighbours' in body &&
		Array.isArray(body.neighbours)
	);
}
