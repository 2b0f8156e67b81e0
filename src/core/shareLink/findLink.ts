import { isWholeLink, MOST_LINK_CHARACTERS } from './shareLink.ts';

/** The fragment of an address that carries a picture: `#p=…`. */
export const FRAGMENT = 'p';

/** Where a link begins, however its fragment was encoded: as it is, in percents (twice, too), or as e-mail does. */
const START = /(?:#|%(?:25)*23)\s*p\s*(?:=3D(?=A)|=\s*=3D(?=A)|=|%(?:25)*3D)/i;
/** Characters that nobody sees and some messengers put into long words: soft hyphens, joiners, marks of direction, of order. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** An e-mail's line break within a word, and the mark of a quotation at the beginning of a line. */
const SOFT_BREAK = /(?<!#p)=\r?\n|\r?\n[ \t]*(?:>[ \t]*)+/g;
const LINK_CHARACTERS = /^[A-Za-z0-9_-]*/;
/** What a link that was cut is still known by: its first byte is the version, 1 or 2. */
const BEGINNING = /^A[Q-Za-v]/;
/** So much of a link is more than a word after `#p=`. */
const LEAST_CHARACTERS = 8;
/** A link that was wrapped has no more lines. */
const MOST_LINES = 1200;

/**
 * The part of a text that carries a picture: what stands after `#p=` in an address, or in a message with an address in it.
 * It is found in spite of what messengers do: punctuation and brackets around it, `%20` and line wraps and invisible
 * characters within, escapes, parameters behind it. Of what might be meant, that is taken whose checksum is right.
 * @returns base64url; one that was cut or damaged as far as it goes; undefined where there is none
 */
export function findLink(text: string): string | undefined {
  const clean = text
    .slice(0, 4 * MOST_LINK_CHARACTERS)
    .replaceAll(INVISIBLE, '')
    .replaceAll(SOFT_BREAK, '');
  const start = START.exec(clean);
  if (!start) return undefined;
  const lines = unescaped(clean.slice(start.index + start[0].length))
    .trimStart()
    .split(/\s+/, MOST_LINES);
  let joined = '';
  let first: string | undefined;
  for (const line of lines) {
    const piece = LINK_CHARACTERS.exec(line)?.[0] ?? '';
    joined += piece;
    first ??= joined;
    const whole = wholeOf(joined);
    if (whole !== undefined) return whole;
    // What has other characters in it ends the link.
    if (piece.length < line.length || joined.length > MOST_LINK_CHARACTERS) break;
  }
  return first !== undefined && first.length >= LEAST_CHARACTERS && BEGINNING.test(first)
    ? longest(first, joined)
    : undefined;
}

/** Underscores and hyphens around a link are a link's own characters, and some people's emphasis. */
function wholeOf(text: string): string | undefined {
  return [text, text.replace(/[_-]$/, ''), text.replace(/[_-]{2}$/, '')].find(isWholeLink);
}

/** Words after a link that was cut have no more of it: as much as its first line, unless that was wrapped. */
function longest(first: string, joined: string): string {
  return first.length >= 60 ? joined : first;
}

/** Percents, as often as they were encoded, and the backslashes with which Markdown keeps its own characters. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(plain); round++) {
    plain = plain.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  }
  return plain.replaceAll(INVISIBLE, '').replaceAll(/\\([_-])/g, '$1');
}
