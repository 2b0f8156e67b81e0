import * as v from 'valibot';
import type { SavedHistory } from '../document/savedHistory.ts';
import { latticeSchema, wholeNumber } from './schemas.ts';

/**
 * How much of the history is stored with a picture: hundreds of strokes, or dozens of pictures. It is written with every
 * save, in a few milliseconds of the browser's own time.
 */
export const SAVED_HISTORY = { bytes: 4 * 1024 * 1024, entries: 300 };

/** The beginning, what was saved, and the step to what was noted when the page was left. */
const MOST_NODES = 2 + SAVED_HISTORY.entries;

const bytes = v.instance(Uint8Array<ArrayBuffer>);
const numbers = v.instance(Int32Array<ArrayBuffer>);
const tokens = v.instance(Int16Array<ArrayBuffer>);
const label = v.pipe(v.string(), v.maxLength(64));
const own = v.optional(v.object({ kept: bytes, pixels: v.instance(Uint8ClampedArray<ArrayBuffer>) }));
const packed = v.object({ length: wholeNumber(0, 2 ** 28), runs: v.boolean(), data: bytes });
const document = v.object({ lattice: latticeSchema, layout: packed, tokens: packed, own });
const picture = v.object({ tokens, own });

const entrySchema = v.variant('type', [
  v.object({
    type: v.literal('patch'),
    label,
    patch: v.object({ rects: numbers, sides: numbers, data: bytes }),
  }),
  v.object({ type: v.literal('replacement'), label, before: document, after: document }),
  v.object({ type: v.literal('picture'), label, before: picture, after: picture }),
]);

const historySchema = v.object({
  current: wholeNumber(0, MOST_NODES - 1),
  nodes: v.pipe(
    v.array(
      v.object({
        parent: v.optional(wholeNumber(0, MOST_NODES - 1)),
        kind: v.picklist(['gesture', 'result']),
        visited: v.number(),
        entry: v.optional(entrySchema),
        result: v.optional(v.unknown()),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_NODES),
  ),
});

/**
 * What the storage has of a history, if it is one: whether it fits its document, the document's history says.
 * @param readResult what was noted of a picture; undefined for what is no such note
 */
export function parseSavedHistory<Result>(
  value: unknown,
  readResult: (value: unknown) => Result | undefined,
): SavedHistory<Result> | undefined {
  const parsed = v.safeParse(historySchema, value);
  if (!parsed.success) return undefined;
  const { current, nodes } = parsed.output;
  return {
    current,
    nodes: nodes.map(({ parent, kind, visited, entry, result }) => ({
      parent,
      kind,
      visited,
      entry: entry as SavedHistory<Result>['nodes'][number]['entry'],
      result: readResult(result),
    })),
  };
}
