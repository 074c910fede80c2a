import { createContext } from 'svelte';

export interface ToastAction {
	readonly label: string;
	readonly run: () => void;
}

export interface Toast {
	readonly id: number;
	readonly message: string;
	readonly action: ToastAction | null;
}

/** How long a toast stays, in milliseconds, unless it is hovered or focused. */
export const TOAST_MS = 6000;

/** The messages that tell what just happened and offer to undo it. The newest replaces the others. */
export class Toasts {
	#next = 0;
	#current = $state<Toast | null>(null);

	get current(): Toast | null {
		return this.#current;
	}

	/** Says it; with an action, the visitor can take it back as long as the toast stays. */
	show(message: string, action: ToastAction | null = null): void {
		this.#current = { id: this.#next++, message, action };
	}

	/** Takes the toast away, if it is still the one that stands. */
	dismiss(id: number): void {
		if (this.#current?.id === id) this.#current = null;
	}
}

/** The layout provides one; any component below uses it. */
export const [useToasts, provideToasts] = createContext<Toasts>();
