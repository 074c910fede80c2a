/** Something that the visitor keeps. */
export interface SavedFile {
	readonly name: string;
	readonly type: string;
	readonly text: string;
}

/** The same where it is no text. */
export interface SavedPicture {
	readonly name: string;
	readonly type: string;
	readonly content: Blob;
}

/** Hands a file to the browser, which saves it or asks where. */
export function saveFile(file: SavedFile | SavedPicture): void {
	const { name, type } = file;
	const content = 'text' in file ? file.text : file.content;
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken the content over by then.
	URL.revokeObjectURL(url);
}

/** The day of the visitor's own calendar, `2026-11-03`: files of several days lie side by side. */
export function dayOf(now: Date): string {
	const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
	return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
