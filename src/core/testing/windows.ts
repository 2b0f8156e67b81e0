import fc from 'fast-check';
import type { AttentionWindow } from '../attentionWindow.ts';

/** The two windows that there are models of, and any other that a manifest may have. */
export const windows: fc.Arbitrary<AttentionWindow> = fc.oneof(
  fc.constant({ rows: 8, left: 8, right: 8 }),
  fc.constant({ rows: 8, left: 8, right: 3 }),
  fc.record({
    rows: fc.integer({ min: 1, max: 10 }),
    left: fc.integer({ min: 1, max: 12 }),
    right: fc.integer({ min: 1, max: 12 }),
  }),
);
