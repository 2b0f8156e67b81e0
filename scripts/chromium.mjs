import { existsSync } from 'node:fs';

/** Where a Chromium of the system lives, by distribution. Playwright's own is used where there is none. */
const places = [
  process.env.PLEIN_AIR_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {string | undefined} the path of the system's Chromium, or undefined if it has none. */
export function findChromium() {
  return places.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** As tests run it. The network flags keep Chromium from asking its maker's hosts for updates in the middle of a test. */
const quietArguments = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** WebGPU on a machine without a GPU: Vulkan on SwiftShader. The page itself is drawn by it, too, which is slow. */
export const gpuArguments = [
  ...quietArguments,
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
];

/** Without a GPU, and so without WebGPU: in a software GPU's place the processor has 40 % less to do for a story. */
export const processorArguments = [...quietArguments, '--disable-gpu'];
