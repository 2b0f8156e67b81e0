import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docPoint, screenPoint, Viewport, ZOOM } from './viewport.ts';

const CONTENT = { width: 1024, height: 512 };
const place = fc.record({
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -2000, max: 2000, noNaN: true }),
});
const factor = fc.double({ min: 0.05, max: 20, noNaN: true });

function viewed(width = 800, height = 600) {
  const viewport = new Viewport(CONTENT);
  const view = viewport.attach();
  view.resize(width, height);
  return { viewport, view };
}

function near(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return Math.abs(a.x - b.x) < 1e-6 && Math.abs(a.y - b.y) < 1e-6;
}

describe('the viewport', () => {
  it('there and back is the same place', () => {
    fc.assert(
      fc.property(place, place, factor, (at, pan, zoom) => {
        const { viewport, view } = viewed();
        viewport.setZoom(zoom);
        viewport.panBy(pan.x, pan.y);
        expect(near(view.toDoc(view.toScreen(at)), at)).toBe(true);
        expect(near(view.toScreen(view.toDoc(screenPoint(at.x, at.y))), at)).toBe(true);
      }),
    );
  });

  it('zooms around a place that stays where it is, as long as the picture stays in sight', () => {
    const inside = fc.record({ x: fc.integer({ min: 300, max: 500 }), y: fc.integer({ min: 250, max: 350 }) });
    fc.assert(
      fc.property(inside, fc.double({ min: 1, max: 10, noNaN: true }), (at, by) => {
        const { view } = viewed();
        const fixed = screenPoint(at.x, at.y);
        const before = view.toDoc(fixed);
        view.zoomAt(fixed, by);
        expect(near(view.toDoc(fixed), before)).toBe(true);
      }),
    );
  });

  it('stays within its zoom, and never loses the picture', () => {
    const moves = fc.array(fc.oneof(fc.tuple(fc.constant('zoom'), place, factor), fc.tuple(fc.constant('pan'), place)));
    fc.assert(
      fc.property(moves, (all) => {
        const { viewport, view } = viewed();
        for (const [, at, by] of all) {
          if (by === undefined) viewport.panBy(at.x, at.y);
          else view.zoomAt(screenPoint(at.x, at.y), by);
          const { zoom, centre } = viewport.state;
          expect(zoom).toBeGreaterThanOrEqual(ZOOM.minimum);
          expect(zoom).toBeLessThanOrEqual(ZOOM.maximum);
          expect(centre.x >= 0 && centre.x <= 1024 && centre.y >= 0 && centre.y <= 512).toBe(true);
        }
      }),
    );
  });

  it('fits the whole picture into every canvas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 3000 }), fc.integer({ min: 200, max: 3000 }), (width, height) => {
        const { viewport, view } = viewed(width, height);
        const other = viewport.attach();
        other.resize(700, 400);
        for (const each of [view, other]) {
          const first = each.toScreen(docPoint(0, 0));
          const last = each.toScreen(docPoint(1024, 512));
          expect(first.x >= 0 && first.y >= 0).toBe(true);
          expect(last.x <= each.size.width && last.y <= each.size.height).toBe(true);
        }
      }),
    );
  });

  it('goes on fitting while canvases change, until a person zooms or pans', () => {
    const { viewport, view } = viewed(1048, 536);
    expect(viewport.state).toMatchObject({ zoom: 1, fitted: true });
    view.resize(536, 536);
    expect(viewport.state.zoom).toBe(0.5);
    viewport.panBy(10, 0);
    view.resize(1048, 536);
    expect(viewport.state).toMatchObject({ zoom: 0.5, fitted: false });
    viewport.fit();
    expect(viewport.state).toMatchObject({ zoom: 1, fitted: true });
  });

  it('fits a picture of another format anew', () => {
    const { viewport } = viewed(1048, 536);
    viewport.zoomBy(3);
    viewport.setContent({ width: 512, height: 1024 });
    expect(viewport.state).toMatchObject({ zoom: 0.5, fitted: true, centre: { x: 256, y: 512 } });
  });

  it('shows the same middle on canvases of different sizes', () => {
    const { viewport, view } = viewed();
    const other = viewport.attach();
    other.resize(300, 200);
    viewport.panBy(40, -30);
    expect(near(view.toDoc(screenPoint(400, 300)), other.toDoc(screenPoint(150, 100)))).toBe(true);
  });

  it('tells of changes, and only of changes', () => {
    const { viewport } = viewed();
    let heard = 0;
    viewport.subscribe(() => heard++);
    viewport.fit();
    viewport.panBy(5, 0);
    viewport.panBy(0, 0);
    viewport.zoomBy(1);
    expect(heard).toBe(1);
  });
});
