import { describeKernels } from '#tests/contracts/kernels.ts';
import { instantiateKernels } from './kernels.ts';
import moduleUrl from './kernels.wasm?url';

describeKernels(async () => instantiateKernels(await (await fetch(moduleUrl)).arrayBuffer()));
