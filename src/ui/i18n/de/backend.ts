import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { counted } from './format.ts';

const ASKED_FOR = 'Die Adresse dieser Seite verlangt es so.';

export const backend = backendText({
  gpu: 'Malt mit dem Grafikprozessor (WebGPU).',
  gpuFaster: 'Malt mit dem Grafikprozessor (WebGPU): Er war im Vergleich schneller.',
  gpuAsked: `Malt mit dem Grafikprozessor (WebGPU): ${ASKED_FOR}`,
  processor: (threads, why) => `Malt mit dem Prozessor (WebAssembly, ${threads}): ${why}`,
  whyNotWebGpu: {
    available: 'WebGPU war im Vergleich langsamer.',
    absent: 'Dieser Browser hat kein WebGPU.',
    'no-adapter': 'Der Browser bietet keinen Grafikprozessor an.',
    software: 'Der Grafikprozessor des Browsers ist nur simuliert.',
    failed: 'Der Grafikprozessor hat einen Selbsttest nicht bestanden.',
    'not-tried': ASKED_FOR,
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'Thread', 'Threads')
      : `${counted(tokens, 'Thread', 'Threads')} für Tokens, ${pixels} für Pixel`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Skizze lesen',
  step: 'Tokens wählen',
  encoder: 'Fotos lesen',
  segmenter: 'Skizzen aus Fotos ableiten',
  features: 'Pixel berechnen, erste Hälfte',
  upsampler: 'Pixel berechnen, zweite Hälfte',
  condition: 'Skizze lesen',
  decoder: 'Pixel berechnen',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
