import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';

/** A moment of the page, and what is said of it. */
export interface Shot {
  readonly caption: string;
  /** PNG */
  readonly picture: Buffer;
}

export type Theme = 'light' | 'dark';

interface StripShape {
  readonly columns: number;
  /** Of one shot, CSS pixels. */
  readonly width: number;
  readonly theme: Theme;
}

/** The page's own grounds and inks. */
const COLORS = { light: ['#c9cdcc', '#1a2021'], dark: ['#0c0e0e', '#e8ecea'] } as const;

/** Lays shots side by side, numbered and in their order: a strip of film, as WebP. */
export async function stripOf(page: Page, shots: readonly Shot[], shape: StripShape): Promise<Buffer> {
  const { columns, width, theme } = shape;
  const [ground, ink] = COLORS[theme];
  const figures = shots.map(
    ({ caption, picture }, at) =>
      `<figure><img src="data:image/png;base64,${picture.toString('base64')}" alt="" />` +
      `<figcaption><b>${at + 1}</b> ${caption}</figcaption></figure>`,
  );
  await page.setViewportSize({ width: columns * (width + 16) + 16, height: 800 });
  await page.setContent(`<!doctype html><style>
    body { display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 16px; margin: 0; padding: 16px;
      background: ${ground}; color: ${ink}; font: 16px/1.3 system-ui, sans-serif; }
    figure { margin: 0; }
    img { display: block; width: 100%; border-radius: 6px; }
    figcaption { padding-top: 6px; }
  </style>${figures.join('')}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  return webpOf(page, await page.screenshot({ fullPage: true }), 0.8);
}

/**
 * @param picture PNG
 * @param quality 0..1
 * @param width scales it down, pixels
 */
export async function webpOf(page: Page, picture: Buffer, quality: number, width?: number): Promise<Buffer> {
  const sent = { base64: picture.toString('base64'), quality, width };
  const made = await page.evaluate(async ({ base64, quality: own, width: wanted }) => {
    const png = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const whole = await createImageBitmap(png);
    const resizeWidth = wanted ?? whole.width;
    const bitmap = await createImageBitmap(whole, { resizeWidth, resizeQuality: 'high' });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality: own });
    const bytes = new Uint8Array(await webp.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, sent);
  return Buffer.from(made, 'base64');
}

export async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
