import { encode } from 'fast-png';
import { CLASSES } from '../../src/core/classes.ts';
import type { Lattice } from '../../src/core/lattice.ts';
import { keptPicture, type OwnPixels } from '../../src/core/photo/ownPixels.ts';
import { cellPixelsOf, pictureSize } from '../../src/core/picturePixels.ts';
import { PROJECT_PARTS, PROJECT_VERSION } from '../../src/core/projectFormat.ts';
import type { ProjectParts } from '../../src/protocol/fileMaker.ts';
import { encodeLayoutPng } from './layoutPng.ts';
import { encodePicturePng } from './picturePng.ts';
import { zipOf } from './zip.ts';

/**
 * A project as a ZIP: `plein-air.json`, `layout.png` (pixel values are class ids), `tokens.bin` (little-endian int16)
 * and, where there are such, `picture.png` and `photograph.png` (what is kept of a photograph, transparent elsewhere).
 */
export function encodeProject(parts: ProjectParts): Uint8Array<ArrayBuffer> {
  const { lattice, layout, tokens, picture, own, page, classes = CLASSES } = parts;
  const about = { format: 'plein-air-project', version: PROJECT_VERSION, lattice, page };
  const bytes = new DataView(new ArrayBuffer(2 * tokens.length));
  for (const [cell, token] of tokens.entries()) bytes.setInt16(2 * cell, token, true);
  return zipOf([
    { name: PROJECT_PARTS.about, data: new TextEncoder().encode(JSON.stringify(about, undefined, 2)) },
    { name: PROJECT_PARTS.layout, data: encodeLayoutPng(layout, classes) },
    { name: PROJECT_PARTS.tokens, data: new Uint8Array(bytes.buffer) },
    ...(picture ? [{ name: PROJECT_PARTS.picture, data: encodePicturePng(picture) }] : []),
    ...(own ? [{ name: PROJECT_PARTS.own, data: encodeKept(own, lattice) }] : []),
  ]);
}

function encodeKept(own: OwnPixels, lattice: Lattice): Uint8Array {
  const data = new Uint8Array(keptPicture(own, lattice).buffer);
  return encode({ ...pictureSize(lattice, cellPixelsOf(own.pixels, own.kept.length)), data, channels: 4 });
}
