import { describe, expect, it } from 'vitest';
import { checked } from './bundleFiles.ts';

describe('the files of a bundle of one’s own', () => {
  const manifest = new File(['{}'], 'manifest.json');

  it('are taken with a manifest among them', () => {
    const files = [new File([''], 'step.onnx'), manifest];
    expect(checked(files)).toBe(files);
  });

  it('are refused without one, and in a crowd', () => {
    expect(() => checked([new File([''], 'step.onnx')])).toThrow('no-manifest');
    const crowd = Array.from({ length: 64 }, (_, index) => new File([''], `${index}.bin`));
    expect(() => checked([manifest, ...crowd])).toThrow('"most":64');
  });
});
