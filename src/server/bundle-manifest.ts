import * as v from 'valibot';

/** Version of the bundle as a whole; a reader takes only its own. */
export const BUNDLE_FORMAT = 2;

export const MANIFEST_FILE = 'manifest.json';

/** The model that the server ranks with. */
export const MODEL_FILE = 'model.safetensors.gz';
/** The smaller one that browsers fetch. */
export const SMALL_MODEL_FILE = 'model-small.safetensors.gz';
export const MODEL_FILES = [MODEL_FILE, SMALL_MODEL_FILE] as const;

/** The map, and the neighbours of its titles: the server answers for single ones, browsers fetch them for a list. */
export const ATLAS_FILE = 'atlas.safetensors.gz';
export const NEIGHBOURS_FILE = 'atlas-neighbours.safetensors.gz';
/** A bundle has both or neither. */
export const ATLAS_FILES = [ATLAS_FILE, NEIGHBOURS_FILE] as const;

/** What real lists are like; bundles of earlier versions lack it. */
export const REFERENCE_FILE = 'reference.json.gz';

/** Files of a bundle beside its manifest. */
export const BUNDLE_FILES = [
	'titles.json.gz',
	'facts.json.gz',
	...MODEL_FILES,
	...ATLAS_FILES,
	REFERENCE_FILE,
] as const;
export type BundleFile = (typeof BUNDLE_FILES)[number];

const sha256 = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/, 'a SHA-256 sum was expected'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const FileSchema = v.object({ bytes: count, sha256 });

const point = v.pipe(v.number(), v.minValue(0));
const curve = v.pipe(
	v.array(v.pipe(v.tuple([point, point]), v.readonly())),
	v.minLength(1),
	v.readonly(),
);
/** What core calls `RatingError`. */
const RatingErrorSchema = v.object({
	usual: point,
	scored: curve,
	spread: curve,
	predicted: curve,
	cold: point,
});

/** Schema of `bundle/manifest.json`. */
export const ManifestSchema = v.object({
	format: v.literal(BUNDLE_FORMAT),
	/** Day that the data shows, ISO; not the day on which the bundle was made. */
	date: v.pipe(v.string(), v.isoDate()),
	/** What the bundle was made from; `rows` = usable rows. */
	sources: v.record(v.string(), v.object({ bytes: count, sha256, rows: v.optional(count) })),
	counts: v.record(v.string(), count),
	/** How the models were trained, by file; `null` in a bundle without them. */
	models: v.nullable(v.record(v.picklist(MODEL_FILES), v.record(v.string(), v.unknown()))),
	/** How far predicted scores are off, by model file; bundles that nobody measured have none. */
	ratingErrors: v.optional(
		v.object({
			[MODEL_FILE]: v.exactOptional(RatingErrorSchema),
			[SMALL_MODEL_FILE]: v.exactOptional(RatingErrorSchema),
		}),
	),
	/** How the map was made; missing in a bundle without one. */
	atlas: v.optional(v.record(v.string(), v.unknown())),
	files: v.object({
		'titles.json.gz': FileSchema,
		'facts.json.gz': FileSchema,
		[MODEL_FILE]: v.optional(FileSchema),
		[SMALL_MODEL_FILE]: v.optional(FileSchema),
		[REFERENCE_FILE]: v.optional(FileSchema),
		[ATLAS_FILE]: v.optional(FileSchema),
		[NEIGHBOURS_FILE]: v.optional(FileSchema),
	}),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
