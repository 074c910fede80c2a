import type { RelationKind } from './catalogue.ts';

const MIRRORS: Partial<Record<RelationKind, RelationKind>> = {
	sequel: 'prequel',
	prequel: 'sequel',
	'parent-story': 'side-story',
	'side-story': 'parent-story',
	'full-story': 'summary',
	summary: 'full-story',
};

/** The kind of the way back: where `a --sequel--> b`, `b --prequel--> a`. Most kinds are their own mirror. */
export function mirrorKind(kind: RelationKind): RelationKind {
	return MIRRORS[kind] ?? kind;
}
