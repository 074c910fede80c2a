/**
 * Keeps replaced WebAssembly code until its module goes. The V8 of Node 22 to 26 now and then ends the process
 * ("Check failed: jit_page_->allocations_.erase(addr) == 1", https://github.com/nodejs/node/issues/64500) where
 * threads free such code at the same time; the code of our kernels is a few kilobytes a thread.
 */
export const KEEP_WASM_CODE = '--no-wasm-code-gc';
