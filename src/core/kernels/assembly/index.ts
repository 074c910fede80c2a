export { heapBase } from './memory';
export { gatherRows } from './rows';
export { tanhForward } from './tanh';
export { rowDots } from './row-dots';
export { addCodedRows } from './coded-rows';
export { logAbove } from './logarithm';
export { addHeadParts, headOutputs } from './head';
