import * as v from 'valibot';
import { isClassId } from '../core/classes.ts';
import { orElse } from './orElse.ts';

const KEY = 'plein-air-maps';
/** Kinds of maps that are remembered: the latest ones. */
const MOST_KINDS = 32;

/** What a person made of a kind of map: class ids by the keys of its regions. */
export type MapChoices = Readonly<Record<string, number>>;

const schema = v.array(v.tuple([v.string(), v.record(v.string(), v.pipe(v.number(), v.check(isClassId)))]));

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** What was chosen for this kind of map before; nothing where it is new, or where the browser keeps nothing. */
export function recallMap(kind: string, storage: () => Storage = () => localStorage): MapChoices {
  return readAll(storage).find(([one]) => one === kind)?.[1] ?? {};
}

export function rememberMap(kind: string, choices: MapChoices, storage: () => Storage = () => localStorage): void {
  const others = readAll(storage).filter(([one]) => one !== kind);
  const kinds = JSON.stringify([[kind, choices], ...others].slice(0, MOST_KINDS));
  // Full, or forbidden: the person chooses again next time.
  orElse(undefined, () => storage().setItem(KEY, kinds));
}

function readAll(storage: () => Storage): readonly (readonly [string, MapChoices])[] {
  return orElse([], () => v.parse(schema, JSON.parse(storage().getItem(KEY) ?? '[]')));
}
