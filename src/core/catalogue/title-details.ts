/** What changes about a title, or is told only while there is network. */
export interface TitleDetails {
	/** Plain text, paragraphs apart by a blank line; null where there is none. */
	readonly synopsis: string | null;
	/** Absolute https address of a poster. */
	readonly poster: string | null;
	readonly streaming: readonly { readonly site: string; readonly url: string }[];
	/** The next episode, while the title airs. */
	readonly nextEpisode: { readonly number: number; readonly airsAt: number } | null;
}
