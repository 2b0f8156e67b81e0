import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { counted } from './format.ts';

export const backend = backendText({
  gpu: 'Pinta con el procesador gráfico (WebGPU).',
  gpuFaster: 'Pinta con el procesador gráfico (WebGPU): al probar ambos, fue el más rápido.',
  gpuAsked: 'Pinta con el procesador gráfico (WebGPU): lo pide la dirección de esta página.',
  processor: (threads, why) => `Pinta con el procesador (WebAssembly, ${threads}): ${why}.`,
  whyNotWebGpu: {
    available: 'al probar ambos, WebGPU fue más lento',
    absent: 'este navegador no tiene WebGPU',
    'no-adapter': 'el navegador no ofrece ningún procesador gráfico',
    software: 'el navegador solo simula el procesador gráfico',
    failed: 'el procesador gráfico no superó una autoprueba',
    'not-tried': 'lo pide la dirección de esta página',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'hilo', 'hilos')
      : `${counted(tokens, 'hilo', 'hilos')} para los tokens, ${pixels} para los píxeles`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Leer el boceto',
  step: 'Elegir los tokens',
  encoder: 'Leer fotos',
  segmenter: 'Sacar el boceto de fotos',
  features: 'Crear los píxeles, primera mitad',
  upsampler: 'Crear los píxeles, segunda mitad',
  condition: 'Leer el boceto',
  decoder: 'Crear los píxeles',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
