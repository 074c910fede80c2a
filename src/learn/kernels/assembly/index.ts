export { heapBase } from './memory';
export { addOuter } from './gram';
export { gemm, gemmScratchBytes } from './gemm';
export { choleskyBlock, squareBlock, triangularInverseBlock } from './cholesky';
