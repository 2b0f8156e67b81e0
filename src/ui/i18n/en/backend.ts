import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { counted } from './format.ts';

export const backend = backendText({
  gpu: 'Paints on the graphics processor (WebGPU).',
  gpuFaster: 'Paints on the graphics processor (WebGPU): it was faster when both were tried.',
  gpuAsked: 'Paints on the graphics processor (WebGPU): this page’s address asks for it.',
  processor: (threads, why) => `Paints on the processor (WebAssembly, ${threads}): ${why}.`,
  whyNotWebGpu: {
    available: 'WebGPU was slower when both were tried',
    absent: 'this browser has no WebGPU',
    'no-adapter': 'the browser offers no graphics processor',
    software: 'the browser’s graphics processor is only simulated',
    failed: 'the graphics processor failed a self-test',
    'not-tried': 'this page’s address asks for it',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'thread', 'threads')
      : `${counted(tokens, 'thread', 'threads')} for tokens, ${pixels} for pixels`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Reading the layout',
  step: 'Choosing tokens',
  encoder: 'Reading photos',
  segmenter: 'Finding layouts of photos',
  features: 'Making pixels, first half',
  upsampler: 'Making pixels, second half',
  condition: 'Reading the layout',
  decoder: 'Making pixels',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
