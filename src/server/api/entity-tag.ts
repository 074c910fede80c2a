import { createHash } from 'node:crypto';

const HASH_LENGTH = 16;

/** Strong tag of an answer: the bundle that it was made from and the answer itself, so that a new version of either counts. */
export function entityTag(bundleHash: string, body: string): string {
	const hash = createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH);
	return `"${bundleHash}-${hash}"`;
}

/** Whether `If-None-Match` names a tag; it compares weakly, as HTTP says (RFC 9110, 13.1.2). */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
	if (ifNoneMatch === null) return false;
	return ifNoneMatch
		.split(',')
		.map((one) => one.trim().replace(/^W\//, ''))
		.some((one) => one === '*' || one === tag);
}
