import { expect, it } from 'vitest';
import { cutWork, joinWork, readCutWork } from './workPieces.ts';

function pixels(length: number): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length }, (_, at) => (at * 7) % 251);
}

function bytesOf({ buffer }: Uint8ClampedArray<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer);
}

const LARGE = 2_500_000;

it('a large work is cut into pieces and joined again bit for bit', () => {
  const layout = Uint8Array.of(1, 2, 3);
  const work = {
    version: 2,
    layout,
    picture: pixels(LARGE),
    own: { kept: Uint8Array.of(1), pixels: pixels(LARGE + 1) },
  };
  const { work: stored, pieces } = cutWork(work);
  expect(pieces).toHaveLength(6);
  const cut = readCutWork(structuredClone(stored));
  expect(cut?.pieces).toBe(6);
  // What is painted while they are stored is not in them.
  work.picture.fill(0);
  const { picture, own, ...rest } = joinWork(cut!, pieces) as typeof work;
  expect(rest).toEqual({ version: 2, layout });
  expect(own.kept).toEqual(work.own.kept);
  // Compared one by one they would take a minute.
  expect(Buffer.compare(bytesOf(picture), bytesOf(pixels(LARGE)))).toBe(0);
  expect(Buffer.compare(bytesOf(own.pixels), bytesOf(pixels(LARGE + 1)))).toBe(0);
});

it('a small work, and what is none, is stored as it is', () => {
  for (const work of [{ version: 2, picture: pixels(100) }, undefined, 7, { version: 99 }]) {
    const { work: stored, pieces } = cutWork(work);
    expect([stored, pieces]).toEqual([work, []]);
    expect(readCutWork(stored)).toBeUndefined();
  }
});

it('a work with a piece missing or damaged has no picture, and is none', () => {
  const { work: stored, pieces } = cutWork({ version: 2, picture: pixels(LARGE) });
  const cut = readCutWork(stored)!;
  for (const damaged of [pieces.slice(1), [pieces[0], undefined, pieces[2]], [pieces[0], pieces[1], 'x']])
    expect(joinWork(cut, damaged)).toEqual({ version: 2, picture: undefined });
});
