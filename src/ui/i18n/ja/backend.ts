import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { number } from './format.ts';

/** Each goes before "です". */
export const backend = backendText({
  gpu: 'GPU（WebGPU）で描きます。',
  gpuFaster: 'GPU（WebGPU）で描きます。試したところ、CPUより速かったためです。',
  gpuAsked: 'GPU（WebGPU）で描きます。このページのURLで指定されているためです。',
  processor: (threads, why) => `CPU（WebAssembly、${threads}）で描きます。${why}です。`,
  whyNotWebGpu: {
    available: '試したところ、WebGPUより速かったため',
    absent: 'このブラウザがWebGPUに対応していないため',
    'no-adapter': 'ブラウザからGPUを使えないため',
    software: '本物のGPUが使えず、ソフトウェアの代用しかないため',
    failed: 'GPUがセルフテストに合格しなかったため',
    'not-tried': 'このページのURLで指定されているため',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? `${number(tokens)}スレッド`
      : `トークンに${number(tokens)}スレッド、ピクセルに${number(pixels)}スレッド`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: '下絵の読み取り',
  step: 'トークンの選択',
  encoder: '写真の読み取り',
  segmenter: '写真からの下絵作り',
  features: 'ピクセルの生成（前半）',
  upsampler: 'ピクセルの生成（後半）',
  condition: '下絵の読み取り',
  decoder: 'ピクセルの生成',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}：${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
