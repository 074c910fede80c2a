/** First byte that the module does not use itself: the arena of the host starts here. */
export function heapBase(): usize {
	return __heap_base;
}
