import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { counted } from './format.ts';

export const backend = backendText({
  gpu: 'Peint sur le processeur graphique (WebGPU).',
  gpuFaster: 'Peint sur le processeur graphique (WebGPU)\u202f: il s’est montré plus rapide à l’essai.',
  gpuAsked: 'Peint sur le processeur graphique (WebGPU)\u202f: l’adresse de cette page le demande.',
  processor: (threads, why) => `Peint sur le processeur (WebAssembly, ${threads})\u202f: ${why}.`,
  whyNotWebGpu: {
    available: 'WebGPU s’est montré plus lent à l’essai',
    absent: 'ce navigateur n’a pas WebGPU',
    'no-adapter': 'le navigateur ne propose aucun processeur graphique',
    software: 'le processeur graphique du navigateur n’est que simulé',
    failed: 'le processeur graphique a échoué à un autotest',
    'not-tried': 'l’adresse de cette page le demande',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'thread', 'threads')
      : `${counted(tokens, 'thread', 'threads')} pour les tokens, ${pixels} pour les pixels`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Lecture de l’esquisse',
  step: 'Choix des tokens',
  encoder: 'Lecture des photos',
  segmenter: 'Esquisses de photos',
  features: 'Création des pixels, première moitié',
  upsampler: 'Création des pixels, seconde moitié',
  condition: 'Lecture de l’esquisse',
  decoder: 'Création des pixels',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}\u202f: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
