import { LAYOUT_CELL_PIXELS } from '../core/lattice.ts';
import { unionRect, wholeRect, type Rect } from '../core/rect.ts';
import type { DocumentPart, PaintDocument } from '../document/paintDocument.ts';
import type { Swatches } from '../protocol/engineEvents.ts';
import { colorTable, type ColorTable, type PaletteColor } from './classColors.ts';
import { LayoutLayer } from './layoutLayer.ts';
import { SoftLayer } from './softLayer.ts';
import { TileLayer } from './tileLayer.ts';
import { TokenLayer } from './tokenLayer.ts';

/** How strong the first idea of the picture is on the page's ground. */
const SOFT_STRENGTH = 0.5;
/** From here on a person looks at pixels and not at a picture. */
const SHARP_SCALE = 4;

/**
 * What the picture is drawn of. From below: a soft idea of the picture in the layout's colours, the tokens as their swatches,
 * the decoded tiles, perhaps the layout over them. A layer is brought up to date when it is drawn, and only where it changed.
 */
export class PictureLayers {
  /** Of the palette that is shown. */
  colors: ColorTable;
  /** How opaque the layout is over the picture, 0..1. */
  overlay = 0;
  private soft!: SoftLayer;
  private tiles!: TileLayer;
  private tokens: TokenLayer | undefined;
  private layout: LayoutLayer | undefined;
  private swatches: Swatches | undefined;
  private other: TileLayer | undefined;
  private readonly stale: { soft?: Rect; tokens?: Rect; tiles?: Rect; layout?: Rect } = {};

  constructor(
    private readonly document: PaintDocument,
    palette: readonly PaletteColor[],
  ) {
    this.colors = colorTable(palette);
    this.replace();
  }

  setPalette(palette: readonly PaletteColor[]): void {
    this.colors = colorTable(palette);
    this.stale.soft = this.whole();
    this.stale.layout = this.whole();
  }

  setSwatches(swatches: Swatches | undefined): void {
    this.swatches = swatches;
    this.tokens = this.newTokens();
  }

  /** @param picture to be seen in place of the document's, of as many cells */
  setOther(picture: Uint8ClampedArray<ArrayBuffer> | undefined): void {
    this.other = picture && new TileLayer(this.document.lattice, picture);
    this.other?.update(this.whole());
  }

  /** The document has another size, or is another one. */
  replace(): void {
    this.other = undefined;
    const { layout } = this.document;
    this.soft = new SoftLayer(layout);
    this.tiles = this.newTiles();
    this.tokens = this.newTokens();
    this.layout = undefined;
    this.stale.soft = this.whole();
  }

  /** Notes that a part of the document changed. @returns whether that can be seen, so that it has to be drawn again */
  change(part: Exclude<DocumentPart, 'all'>, rect: Rect): boolean {
    const { stale } = this;
    switch (part) {
      case 'layout':
        stale.soft = joined(stale.soft, rect);
        stale.layout = joined(stale.layout, rect);
        return !this.tiles.whole || this.overlay > 0 || stale.tiles !== undefined;
      case 'tokens':
        stale.tokens = joined(stale.tokens, rect);
        return true;
      case 'picture':
        // Tiles of another size came, and the picture is as fine as they are.
        if (this.tiles.picture !== this.document.picture) this.tiles = this.newTiles();
        stale.tiles = joined(stale.tiles, rect);
        return true;
      default:
        return part satisfies never;
    }
  }

  /** @param scale screen pixels a layout pixel */
  draw(context: CanvasRenderingContext2D, scale: number): void {
    const { stale, tokens, soft } = this;
    const { width, height } = this.document.layout;
    if (stale.tiles) this.tiles.update(stale.tiles);
    delete stale.tiles;
    if (stale.tokens) tokens?.update(stale.tokens);
    delete stale.tokens;

    const tiles = this.other ?? this.tiles;
    context.imageSmoothingEnabled = true;
    // What lies below the whole picture waits until it is seen again.
    if (!tiles.whole) {
      if (stale.soft) soft.update(stale.soft, this.colors);
      delete stale.soft;
      context.globalAlpha = SOFT_STRENGTH;
      context.drawImage(soft.canvas, 0, 0, width, height);
      context.globalAlpha = 1;
      if (tokens) context.drawImage(tokens.canvas, 0, 0, width, height);
    }
    if (!tiles.empty) {
      const pixelScale = (scale * LAYOUT_CELL_PIXELS) / tiles.cellPixels;
      context.imageSmoothingEnabled = pixelScale < SHARP_SCALE;
      context.imageSmoothingQuality = pixelScale < 1 ? 'medium' : 'low';
      context.drawImage(tiles.canvas, 0, 0, width, height);
    }
    if (this.overlay > 0) {
      this.layout ??= this.newLayout();
      if (stale.layout) this.layout.update(stale.layout, this.colors);
      delete stale.layout;
      context.imageSmoothingEnabled = scale < 1;
      context.globalAlpha = this.overlay;
      context.drawImage(this.layout.canvas, 0, 0);
      context.globalAlpha = 1;
    }
  }

  private newTiles(): TileLayer {
    const { lattice, picture } = this.document;
    this.stale.tiles = this.whole();
    return new TileLayer(lattice, picture);
  }

  private newTokens(): TokenLayer | undefined {
    if (!this.swatches) return undefined;
    const { lattice, tokens } = this.document;
    this.stale.tokens = this.whole();
    return new TokenLayer(lattice, tokens, this.swatches);
  }

  private newLayout(): LayoutLayer {
    this.stale.layout = this.whole();
    return new LayoutLayer(this.document.layout);
  }

  private whole(): Rect {
    return wholeRect(this.document.layout);
  }
}

function joined(a: Rect | undefined, b: Rect): Rect {
  return a ? unionRect(a, b) : b;
}
