/** A parameter or a field of a body, in words. */
export interface FieldRow {
	readonly name: string;
	readonly type: string;
	/** `optional` or its default; '' where it is always there. */
	readonly note: string;
	readonly description: string;
}

/** One call of the API. */
export interface CallSection {
	/** Part of the address of the page that leads here. */
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly summary: string;
	readonly description: string;
	readonly parameters: readonly FieldRow[];
	readonly body: readonly FieldRow[];
	readonly answer: readonly FieldRow[];
	readonly example: string;
	readonly failures: readonly { readonly status: string; readonly codes: string }[];
}

export interface Guide {
	readonly calls: readonly CallSection[];
	/** Fields of every title that an answer mentions. */
	readonly anime: readonly FieldRow[];
}
