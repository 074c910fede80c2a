import * as v from 'valibot';

const text = v.optional(v.string());
const names = v.optional(v.array(v.string()));
const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_294_967_295));
const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** One line of `catalogue.jsonl.gz`; further keys are ignored. */
export const AnimeRowSchema = v.object({
	mal_id: id,
	anilist_id: v.optional(id),
	kitsu_id: v.optional(id),
	anidb_id: v.optional(id),
	title: v.pipe(v.string(), v.trim(), v.nonEmpty('a title was expected')),
	title_english: text,
	title_japanese: text,
	synonyms: names,
	type: text,
	episodes: count,
	duration: text,
	status: text,
	season: text,
	start_date: text,
	end_date: text,
	source: text,
	rating: text,
	nsfw: v.optional(v.boolean(), false),
	genres: names,
	themes: names,
	demographics: names,
	studios: names,
	score: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
	members: count,
	image: text,
});

export type AnimeRow = v.InferOutput<typeof AnimeRowSchema>;
