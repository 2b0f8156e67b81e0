import type { LayoutClass } from '../../src/core/classes.ts';
import type { ConventionId } from '../../src/core/conventions/convention.ts';
import { conventionsWith } from '../../src/core/conventions/conventions.ts';
import { TRANSPARENT, type LabelMap } from '../../src/core/conventions/labelMap.ts';
import { viewsOf, type MapView } from '../../src/core/conventions/mapView.ts';
import { otherReadings } from '../../src/core/conventions/otherReadings.ts';
import { readLabelMap, type ReadMap } from '../../src/core/conventions/readLabelMap.ts';
import { containsRect, isEmptyRect, wholeRect } from '../../src/core/rect.ts';
import { channelsOf } from '../../src/core/rgb.ts';
import { nearestPixels, resampleIds } from '../../src/core/resampleIds.ts';
import { sizeWithin } from '../../src/core/sizeWithin.ts';
import type { FitRequest, MapPreview, MapReading } from '../../src/protocol/pictureReader.ts';

/** The longest side of what is shown of a map, pixels. */
const PREVIEW_SIDE = 640;

/** A map whose file was decoded: it can be read in one way after another. */
export class OpenedMap {
  private readonly views: readonly MapView[];
  private now: ReadMap | undefined;

  constructor(private readonly map: LabelMap) {
    this.views = viewsOf(map);
  }

  /** @param as the convention that a person has chosen; found, if left out */
  read(classes: readonly LayoutClass[], as?: ConventionId | 'unknown'): MapReading {
    const conventions = conventionsWith(classes);
    this.now = readLabelMap(this.map, conventions, as, this.views);
    const { slots: _, ...reading } = this.now;
    return { ...reading, readings: otherReadings(this.views, conventions), preview: this.preview(this.now) };
  }

  fit({ crop, width, height, classIds }: FitRequest): Uint8Array<ArrayBuffer> {
    const { now } = this;
    if (!now) throw new Error('No map has been read.');
    if (isEmptyRect(crop) || !containsRect(wholeRect(now), crop)) throw new Error('That part is not on the map.');
    return resampleIds({ ...now, ids: now.slots }, crop, width, height, classIds);
  }

  private preview(read: ReadMap): MapPreview {
    const { width, height } = sizeWithin(read, PREVIEW_SIDE);
    const slots = resampleIds({ ...read, ids: read.slots }, wholeRect(read), width, height);
    const colored = this.views.find(({ map }) => map.by === 'color');
    return { width, height, slots, original: colored && originalOf(colored, width, height) };
  }
}

/** The nearest pixel of each: a mean would have colours that the map does not have. RGBA, clear where it is transparent. */
function originalOf({ map, see }: MapView, width: number, height: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (const [at, from] of nearestPixels(map, width, height).entries()) {
    const value = map.values[from]!;
    if (value === TRANSPARENT) continue;
    pixels.set([...channelsOf(see(value)), 255], 4 * at);
  }
  return pixels;
}
