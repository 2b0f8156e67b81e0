import type { BackendChoice, WebGpuStatus } from '../../protocol/paintEngine.ts';

/** What a language says of the backend. */
export interface BackendWords {
  /** It paints on the graphics processor: as there is nothing else to say, as it was faster, as the address asks for it. */
  readonly gpu: string;
  readonly gpuFaster: string;
  readonly gpuAsked: string;
  /** It paints on the processor. */
  readonly processor: (threads: string, why: string) => string;
  readonly whyNotWebGpu: Readonly<Record<WebGpuStatus, string>>;
  /** @param pixels threads of the decoder; undefined where it has as many as the painter, or there is one of the two alone */
  readonly threads: (tokens: number, pixels: number | undefined) => string;
}

/** Says what the page paints on, and why; nothing before that is known. */
export function backendText(words: BackendWords): (choices: readonly BackendChoice[]) => string {
  return (choices) => {
    const step = choices.find(({ graph }) => graph === 'step') ?? choices[0];
    if (!step) return '';
    if (step.backend === 'webgpu') {
      if (step.reason === 'override') return words.gpuAsked;
      return step.reason === 'faster' ? words.gpuFaster : words.gpu;
    }
    const why = words.whyNotWebGpu[step.reason === 'override' ? 'not-tried' : step.webgpu];
    return words.processor(threadsText(words, choices), why);
  };
}

/** How many threads each of the two workers has, or both. */
function threadsText({ threads }: BackendWords, choices: readonly BackendChoice[]): string {
  const tokens = choices.find(({ graph }) => graph === 'step')?.threads;
  const pixels = choices.find(({ graph }) => graph === 'features' || graph === 'decoder')?.threads;
  const differ = tokens !== undefined && pixels !== undefined && tokens !== pixels;
  return threads(tokens ?? pixels ?? 1, differ ? pixels : undefined);
}
