import { describeKernels } from '#tests/contracts/kernels.ts';
import { describeNetworkKernels } from '#tests/contracts/network-kernels.ts';
import { describeRowKernels } from '#tests/contracts/row-kernels.ts';
import { instantiateKernels } from './kernels.ts';
import moduleUrl from './kernels.wasm?url';

const instantiate = async () => instantiateKernels(await (await fetch(moduleUrl)).arrayBuffer());

describeKernels(instantiate);
describeRowKernels(instantiate);
describeNetworkKernels(instantiate);
