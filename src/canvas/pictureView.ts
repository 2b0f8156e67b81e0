import { cellRect, LAYOUT_CELL_PIXELS, EMPTY_TOKEN, toLayout } from '../core/lattice.ts';
import { growRect, type Rect } from '../core/rect.ts';
import type { Region } from '../core/region/region.ts';
import type { CellRegion } from '../document/cellRegion.ts';
import type { DocumentPart } from '../document/paintDocument.ts';
import type { Swatches } from '../protocol/engineEvents.ts';
import styles from './canvas.module.css';
import type { CellPickerOptions } from './cellPicker.ts';
import { ChangeOutline } from './changeOutline.ts';
import type { PaletteColor } from './classColors.ts';
import { eachSquare } from './eachSquare.ts';
import { FrontLayer } from './frontLayer.ts';
import type { LayoutToolsOptions } from './layoutTools.ts';
import { listenToPointer } from './listenToPointer.ts';
import { MeasurementView } from './measurementView.ts';
import { PaintedLayer } from './paintedLayer.ts';
import { PictureLayers } from './pictureLayers.ts';
import { PicturePainter } from './picturePainter.ts';
import { PointerGestures } from './pointerGestures.ts';
import { Surface } from './surface.ts';
import { drawRegion } from './regionLayer.ts';
import { RegionMarker, type Marking } from './regionMarker.ts';
import { PanTool } from './tools/panTool.ts';
import type { Viewport, ViewportView } from './viewport.ts';

export interface PictureViewOptions extends CellPickerOptions {
  readonly viewport: Viewport;
  readonly palette: readonly PaletteColor[];
  /** The cells that are marked: to be sampled anew, unless told. */
  readonly region: CellRegion;
  /** With what one paints the layout on the picture; a press pans where it is left out. */
  readonly painting?: LayoutToolsOptions | undefined;
  /** Marked are the cells that are kept: the veil lies over the others. */
  readonly marksKept?: boolean;
}

/** Of what is not kept just a shade is left. */
const UNKEPT_VEIL = 0.75;

/** The picture canvas without React: its layers, and on a canvas of its own the cells sampled last and those that are marked. */
export class PictureView {
  readonly measurement: MeasurementView;
  private readonly view: ViewportView;
  private readonly frontView: ViewportView;
  private readonly surface: Surface;
  private readonly frontSurface: Surface;
  private readonly frontCanvas: HTMLCanvasElement;
  private readonly marker: RegionMarker;
  private marking: Marking | undefined;
  private readonly undo: (() => void)[] = [];
  private readonly layers: PictureLayers;
  private readonly changes = new ChangeOutline();
  private readonly painter: PicturePainter | undefined;
  private painted!: PaintedLayer;
  private front!: FrontLayer;
  private known = new Int16Array();
  private showFront = false;
  private frontColor = '#fff';
  private frontFrame = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly options: PictureViewOptions,
  ) {
    const { document: painted, viewport } = options;
    const canvases = [document.createElement('canvas'), document.createElement('canvas')] as const;
    for (const canvas of canvases) canvas.className = styles.canvas ?? '';
    element.append(...canvases);
    this.frontCanvas = canvases[1];
    this.layers = new PictureLayers(painted, options.palette);
    this.view = viewport.attach();
    this.frontView = viewport.attach();
    this.replaceFront();
    this.surface = new Surface(canvases[0], this.view, (context, scale) => this.layers.draw(context, scale));
    this.frontSurface = new Surface(canvases[1], this.frontView, (context, scale) => {
      this.front.draw(context, this.frontColor, performance.now());
      this.drawRegion(context, scale);
    });
    const panTool = new PanTool(viewport);
    const begun = () => this.painted.begin();
    if (options.painting) {
      this.painter = new PicturePainter(element, this.view, panTool, options.painting, options.palette, begun);
    }
    this.marker = new RegionMarker(element, this.view, { ...options, getMarking: () => this.marking });
    this.measurement = new MeasurementView(element, this.view, viewport, panTool, options);
    const { picker } = this.measurement;
    const gestures = new PointerGestures({
      view: this.view,
      panTool,
      toolNow: ({ altKey }) =>
        this.marker.toolNow(altKey) ?? picker.toolNow() ?? this.painter?.toolNow(altKey) ?? panTool,
      hover: (point) => {
        this.marker.hover(point);
        picker.hover(point);
        this.painter?.hover(this.isFree ? point : undefined);
        this.showTool();
      },
      modeChanged: (mode) => (element.dataset.mode = mode),
    });
    viewport.setContent(painted.layout);
    this.undo.push(
      listenToPointer(element, gestures),
      this.marker.listenToKeys(gestures),
      viewport.subscribe(() => {
        this.marker.refresh();
        picker.refresh();
      }),
      options.region.subscribe(() => this.frontSurface.invalidateAll()),
      () => this.measurement.dispose(),
      painted.subscribe((part, rect) => this.documentChanged(part, rect)),
      () => this.view.detach(),
      () => this.frontView.detach(),
      () => this.surface.dispose(),
      () => this.frontSurface.dispose(),
      () => cancelAnimationFrame(this.frontFrame),
      () => element.replaceChildren(),
    );
  }

  setPalette(palette: readonly PaletteColor[]): void {
    this.layers.setPalette(palette);
    this.painter?.setPalette(palette);
    this.surface.invalidateAll();
  }

  setSwatches(swatches: Swatches | undefined): void {
    this.layers.setSwatches(swatches);
    this.surface.invalidateAll();
  }

  /** @param opacity of the layout over the picture, 0..1 */
  setOverlay(opacity: number): void {
    this.layers.overlay = opacity;
    this.surface.invalidateAll();
  }

  /** @param picture to be seen in place of the document's for as long as it is set, of as many cells */
  setOther(picture: Uint8ClampedArray<ArrayBuffer> | undefined): void {
    this.layers.setOther(picture);
    this.surface.invalidateAll();
  }

  setFront(shown: boolean): void {
    this.showFront = shown;
    this.frontColor = getComputedStyle(this.element).getPropertyValue('--front-color').trim() || '#fff';
    if (!shown) this.invalidateFront(this.front.clear());
    if (this.marker.active || this.changes.active) this.frontSurface.invalidateAll();
  }

  /** @param region what repainting a change samples anew; undefined where nothing has changed */
  setChanges(region: Region | undefined): void {
    this.changes.show(region, performance.now(), this.reducedMotion());
    if (!region) this.painted.clear();
    this.showFrontCanvas();
    this.frontSurface.invalidateAll();
    this.keepFading();
  }

  setMarking(marking: Marking | undefined): void {
    this.marking = marking;
    this.showTool();
    this.marker.refresh();
    this.showFrontCanvas();
    this.frontSurface.invalidateAll();
  }

  dispose(): void {
    for (const stop of this.undo) stop();
  }

  /** Neither are cells marked nor picked. */
  private get isFree(): boolean {
    return !this.marker.active && this.measurement.picker.toolNow() === undefined;
  }

  /** What a press would do, for the pointer's shape. */
  private showTool(): void {
    const paints = this.isFree && this.painter?.paints === true;
    this.element.dataset.tool = this.marker.active ? 'mark' : paints ? 'paint' : 'pan';
  }

  /** While it is sampled anew the picture itself is what one wants to see. */
  private drawRegion(context: CanvasRenderingContext2D, scale: number): void {
    const { region, document: painted, marksKept } = this.options;
    if (!this.marker.active) {
      const { frontColor: color, showFront: works } = this;
      if (!works) this.painted.draw(context, this.layers.colors);
      this.changes.draw(context, painted.lattice, { color, scale, now: performance.now(), works });
      return;
    }
    if (this.showFront) return;
    const veiled = marksKept === true ? region.cells.map((cell) => 1 - cell) : region.cells;
    drawRegion(context, veiled, painted.lattice, this.frontColor, scale, marksKept === true ? UNKEPT_VEIL : undefined);
  }

  private documentChanged(part: DocumentPart, rect: Rect): void {
    if (part === 'all') {
      this.layers.replace();
      this.replaceFront();
      this.options.viewport.setContent(this.options.document.layout);
      this.surface.invalidateAll();
      this.frontSurface.invalidateAll();
      return;
    }
    const seen = this.layers.change(part, rect);
    if (part === 'layout' && this.painted.active) {
      this.painted.change(rect);
      this.invalidateFront([rect]);
    }
    if (part === 'tokens') this.tokensChanged(rect);
    else if (seen) this.invalidate(rect);
  }

  /** Small layers are drawn large and smooth: a change of theirs is seen up to a cell around it. */
  private invalidate(rect: Rect): void {
    this.surface.invalidate(growRect(rect, LAYOUT_CELL_PIXELS));
  }

  private invalidateFront(rects: readonly Rect[]): void {
    this.showFrontCanvas();
    for (const rect of rects) this.frontSurface.invalidate(rect);
  }

  private showFrontCanvas(): void {
    // A canvas with nothing on it still costs the browser a layer of its size.
    this.frontCanvas.style.visibility =
      this.front.active || this.marker.active || this.changes.active || this.painted.active ? 'visible' : 'hidden';
  }

  /** Draws the cells that have another token now, and lights them up. */
  private tokensChanged(rect: Rect): void {
    const { tokens, lattice } = this.options.document;
    this.painted.clear();
    const fresh: number[] = [];
    eachSquare(rect, LAYOUT_CELL_PIXELS, (row, column) => {
      const cell = row * lattice.columns + column;
      const token = tokens[cell]!;
      if (token === this.known[cell]) return;
      this.known[cell] = token;
      this.invalidate(toLayout(cellRect(cell, lattice)));
      if (token !== EMPTY_TOKEN) fresh.push(cell);
    });
    if (!this.showFront || fresh.length === 0) return;
    this.invalidateFront(this.front.light(fresh, performance.now()));
    this.keepFading();
  }

  private keepFading(): void {
    if (this.frontFrame === 0) this.frontFrame = requestAnimationFrame(this.fadeFront);
  }

  private readonly fadeFront = () => {
    this.frontFrame = 0;
    this.invalidateFront(this.front.fade(performance.now()));
    if (this.changes.fading) this.frontSurface.invalidateAll();
    if ((this.front.active || this.changes.fading) && !this.reducedMotion())
      this.frontFrame = requestAnimationFrame(this.fadeFront);
  };

  private replaceFront(): void {
    const { lattice, tokens } = this.options.document;
    this.front = new FrontLayer(lattice, this.reducedMotion());
    this.painted = new PaintedLayer(this.options.document.layout);
    this.known = tokens.slice();
  }

  private reducedMotion(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
}
