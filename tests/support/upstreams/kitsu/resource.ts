/** A resource of JSON:API. */
export interface Resource {
	readonly type: string;
	readonly id: string;
	readonly attributes: Readonly<Record<string, unknown>>;
	readonly relationships: Readonly<Record<string, Related>>;
}

/** What a relationship leads to; an answer names it only where it is included. */
interface Related {
	readonly many: boolean;
	readonly to: readonly Resource[];
}

export const toMany = (to: readonly Resource[]): Related => ({ many: true, to });
export const toOne = (to: Resource | null): Related => ({ many: false, to: to ? [to] : [] });

/** Names of fields by type, as `fields[type]` asks for them. */
export type Fieldsets = ReadonlyMap<string, ReadonlySet<string>>;

/** A document of JSON:API: the resources, and once each those that the paths of `include` lead to. */
export function jsonApiDocument(
	resources: readonly Resource[],
	include: readonly string[],
	fieldsets: Fieldsets,
) {
	const paths = include.map((path) => path.split('.'));
	const included = new Map<string, unknown>();
	for (const resource of resources) addIncluded(resource, paths, fieldsets, included);
	return {
		data: resources.map((resource) => rendered(resource, paths, fieldsets)),
		...(include.length > 0 && { included: [...included.values()] }),
	};
}

function addIncluded(
	resource: Resource,
	paths: readonly (readonly string[])[],
	fieldsets: Fieldsets,
	into: Map<string, unknown>,
): void {
	for (const name of new Set(paths.flatMap(([first]) => first ?? []))) {
		const further = paths.filter(([first]) => first === name).map((path) => path.slice(1));
		const deeper = further.filter((path) => path.length > 0);
		for (const target of resource.relationships[name]?.to ?? []) {
			into.set(`${target.type} ${target.id}`, rendered(target, deeper, fieldsets));
			addIncluded(target, deeper, fieldsets, into);
		}
	}
}

function rendered(
	{ type, id, attributes, relationships }: Resource,
	paths: readonly (readonly string[])[],
	fieldsets: Fieldsets,
) {
	// Sparse fieldsets leave out relationships too.
	const asked = (name: string) => fieldsets.get(type)?.has(name) ?? true;
	const named = new Set(paths.map(([first]) => first));
	const links = (name: string) => ({
		self: `https://kitsu.app/api/edge/${type}/${id}/relationships/${name}`,
	});
	return {
		id,
		type,
		attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => asked(name))),
		relationships: Object.fromEntries(
			Object.entries(relationships)
				.filter(([name]) => asked(name))
				.map(([name, related]) => [
					name,
					{ links: links(name), ...(named.has(name) && { data: linkage(related) }) },
				]),
		),
	};
}

function linkage({ many, to }: Related) {
	const ids = to.map(({ type, id }) => ({ type, id }));
	return many ? ids : (ids[0] ?? null);
}
