export { heapBase } from './memory';
export { gatherRows } from './rows';
export { tanhForward } from './tanh';
export { rowDots } from './row-dots';
export { codedDots } from './coded-dots';
export { addCodedRows } from './coded-rows';
export { logAbove } from './logarithm';
export { headOutputs, headOutputsOf } from './head';
