import type { Messages } from '../messages.ts';
import type { BackendChoice } from '../../../protocol/paintEngine.ts';
import { backendText } from '../backendText.ts';
import { number } from './format.ts';

export const backend = backendText({
  gpu: '用 GPU 绘制（WebGPU）。',
  gpuFaster: '用 GPU 绘制（WebGPU）：两种都试过，它更快。',
  gpuAsked: '用 GPU 绘制（WebGPU）：页面网址里这样指定。',
  processor: (threads, why) => `用 CPU 绘制（WebAssembly，${threads}）：${why}。`,
  whyNotWebGpu: {
    available: '两种都试过，WebGPU 更慢',
    absent: '这个浏览器不支持 WebGPU',
    'no-adapter': '浏览器没有提供 GPU',
    software: '浏览器的 GPU 只是软件模拟的',
    failed: 'GPU 没有通过自检',
    'not-tried': '页面网址里这样指定',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? `${number(tokens)} 个线程`
      : `${number(tokens)} 个线程选 token，${number(pixels)} 个线程生成像素`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: '读取布局',
  step: '选择 token',
  encoder: '读取照片',
  segmenter: '识别照片的布局',
  features: '生成像素（前半程）',
  upsampler: '生成像素（后半程）',
  condition: '读取布局',
  decoder: '生成像素',
};

export const backendDetails: Messages['backendDetails'] = (choices) =>
  choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}：${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`);
