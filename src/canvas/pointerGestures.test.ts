import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PointerGestures, type PointerInput, type PointerMode } from './pointerGestures.ts';
import { PanTool } from './tools/panTool.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import { screenPoint, Viewport } from './viewport.ts';

/** Gestures over a tool that writes down what it is told. */
function setUp() {
  const viewport = new Viewport({ width: 1024, height: 512 });
  const view = viewport.attach();
  view.resize(1048, 536);
  const told: string[] = [];
  const modes: PointerMode[] = [];
  const hovered: (ToolPoint | undefined)[] = [];
  const tool: Tool = {
    down: ({ doc }) => told.push(`down ${doc.x},${doc.y}`),
    move: (points) => told.push(`move ${points.map(({ doc }) => `${doc.x},${doc.y}`).join(' ')}`),
    up: () => told.push('up'),
    cancel: () => told.push('cancel'),
  };
  const gestures = new PointerGestures({
    view,
    panTool: new PanTool(viewport),
    toolNow: () => tool,
    hover: (point) => hovered.push(point),
    modeChanged: (mode) => modes.push(mode),
  });
  return { viewport, view, gestures, told, modes, hovered };
}

/** At zoom 1 with a margin of 12, layout pixel (0, 0) lies at (12, 12). */
function at(x: number, y: number, more: Partial<PointerInput> = {}): PointerInput {
  const defaults = {
    id: 1,
    kind: 'mouse',
    button: 0,
    pressure: 0.5,
    eraser: false,
    altKey: false,
    shiftKey: false,
  } as const;
  return { ...defaults, screen: screenPoint(x + 12, y + 12), ...more };
}

const finger = (id: number, x: number, y: number) => at(x, y, { id, kind: 'touch' });

describe('one pointer', () => {
  it('drives the tool from press to release, with every place in between', () => {
    const { gestures, told } = setUp();
    expect(gestures.down(at(10, 20))).toBe(true);
    gestures.move([at(11, 20), at(12, 20)]);
    gestures.up(1);
    expect(told).toEqual(['down 10,20', 'move 11,20 12,20', 'up']);
  });

  it('only hovers while it is not pressed', () => {
    const { gestures, told, hovered } = setUp();
    gestures.move([at(10, 20)]);
    gestures.leave();
    expect(told).toEqual([]);
    expect(hovered[0]?.doc).toEqual({ x: 10, y: 20 });
    expect(hovered[1]).toBeUndefined();
  });

  it('is taken back when the browser cancels it, or its capture is lost', () => {
    const { gestures, told } = setUp();
    gestures.down(at(10, 20));
    gestures.cancel(1);
    gestures.move([at(30, 20)]);
    gestures.up(1);
    expect(told).toEqual(['down 10,20', 'cancel']);
  });

  it('does not mind that the capture is lost after its release, as it always is', () => {
    const { gestures, told } = setUp();
    gestures.down(at(10, 20));
    gestures.up(1);
    gestures.cancel(1);
    expect(told).toEqual(['down 10,20', 'up']);
  });

  it('is taken back by Escape, and then paints no more until it is pressed again', () => {
    const { gestures, told } = setUp();
    expect(gestures.abort()).toBe(false);
    gestures.down(at(10, 20));
    expect(gestures.abort()).toBe(true);
    gestures.move([at(30, 20)]);
    gestures.up(1);
    gestures.down(at(1, 2));
    expect(told).toEqual(['down 10,20', 'cancel', 'down 1,2']);
  });

  it('has the tool to itself', () => {
    const { gestures, told } = setUp();
    gestures.down(at(10, 20, { id: 1, kind: 'pen' }));
    expect(gestures.down(at(50, 50, { id: 2 }))).toBe(false);
    gestures.move([at(51, 50, { id: 2 })]);
    gestures.up(2);
    gestures.up(1);
    expect(told).toEqual(['down 10,20', 'up']);
  });

  it('that presses the secondary button does nothing', () => {
    const { gestures, told } = setUp();
    expect(gestures.down(at(10, 20, { button: 2 }))).toBe(false);
    expect(told).toEqual([]);
  });
});

describe('panning', () => {
  it('with the middle button or with Space moves the picture and paints nothing', () => {
    for (const [space, button] of [
      [false, 1],
      [true, 0],
    ] as const) {
      const { gestures, viewport, told, modes } = setUp();
      viewport.setZoom(1);
      gestures.holdSpace(space);
      gestures.down(at(100, 100, { button }));
      gestures.move([at(130, 90)]);
      gestures.up(1);
      expect(viewport.state.centre).toEqual({ x: 512 - 30, y: 256 + 10 });
      expect(told).toEqual([]);
      expect(modes).toContain('panning');
    }
  });

  it('leaves a picture that is shown whole where it is', () => {
    const { gestures, viewport, told } = setUp();
    const { state } = viewport;
    gestures.down(at(100, 100, { button: 1 }));
    gestures.move([at(130, 90)]);
    gestures.up(1);
    expect(viewport.state).toEqual({ ...state, fitted: true });
    expect(told).toEqual([]);
  });

  it('with a finger, once a pen was seen: the hand that holds the pen does not paint', () => {
    const { gestures, viewport, told } = setUp();
    viewport.setZoom(1);
    gestures.down(at(10, 20, { id: 5, kind: 'pen' }));
    gestures.up(5);
    gestures.down(finger(1, 100, 100));
    gestures.move([finger(1, 140, 100)]);
    gestures.up(1);
    expect(viewport.state.centre.x).toBe(512 - 40);
    expect(told).toEqual(['down 10,20', 'up']);
  });
});

describe('two fingers', () => {
  it('take back what the first one painted, and zoom by how far they are apart', () => {
    const { gestures, viewport, told } = setUp();
    gestures.down(finger(1, 412, 256));
    gestures.move([finger(1, 420, 256)]);
    gestures.move([finger(1, 412, 256)]);
    gestures.down(finger(2, 612, 256));
    gestures.move([finger(2, 712, 256)]);
    gestures.move([finger(1, 312, 256)]);
    expect(told).toEqual(['down 412,256', 'move 420,256', 'move 412,256', 'cancel']);
    expect(viewport.state.zoom).toBeCloseTo(2);
    expect(viewport.state.centre.x).toBeCloseTo(512);
  });

  it('keep the places under them where they are', () => {
    const { gestures, view } = setUp();
    const under = (x: number) => view.toDoc(finger(1, x, 250).screen).x;
    gestures.down(finger(1, 400, 250));
    gestures.down(finger(2, 600, 250));
    const before = [under(400), under(600)] as const;
    gestures.move([finger(1, 380, 250)]);
    gestures.move([finger(2, 650, 250)]);
    expect(under(380)).toBeCloseTo(before[0]);
    expect(under(650)).toBeCloseTo(before[1]);
  });

  it('paint no more until all of them have gone', () => {
    const { gestures, told } = setUp();
    gestures.down(finger(1, 300, 200));
    gestures.down(finger(2, 700, 200));
    gestures.up(2);
    gestures.move([finger(1, 310, 200)]);
    gestures.down(finger(3, 500, 200));
    gestures.up(3);
    gestures.up(1);
    expect(told).toEqual(['down 300,200', 'cancel']);
    gestures.down(finger(4, 10, 10));
    expect(told.at(-1)).toBe('down 10,10');
  });

  it('beside a working pen are a palm', () => {
    const { gestures, viewport, told } = setUp();
    gestures.down(at(10, 20, { id: 5, kind: 'pen' }));
    gestures.down(finger(1, 300, 200));
    gestures.down(finger(2, 400, 200));
    gestures.move([finger(2, 500, 200)]);
    gestures.move([at(11, 20, { id: 5, kind: 'pen' })]);
    gestures.up(5);
    expect(told).toEqual(['down 10,20', 'move 11,20', 'up']);
    expect(viewport.state.zoom).toBe(1);
  });
});

describe('the wheel', () => {
  const wheel = { screen: screenPoint(300, 200), deltaX: 0, deltaY: 0, shiftKey: false, zoomKey: false };

  it('zooms around the pointer, and back by the same turn', () => {
    const { gestures, viewport, view } = setUp();
    const before = view.toDoc(wheel.screen);
    gestures.wheel({ ...wheel, deltaY: -100 });
    expect(viewport.state.zoom).toBeGreaterThan(1.1);
    expect(view.toDoc(wheel.screen).x).toBeCloseTo(before.x);
    gestures.wheel({ ...wheel, deltaY: 100 });
    expect(viewport.state.zoom).toBeCloseTo(1);
  });

  it('never zooms by more than a step, whatever the device sends', () => {
    const { gestures, viewport } = setUp();
    gestures.wheel({ ...wheel, deltaY: -100_000, zoomKey: true });
    expect(viewport.state.zoom).toBeLessThan(1.3);
  });

  it('with Shift pans sideways', () => {
    const { gestures, viewport } = setUp();
    gestures.wheel({ ...wheel, deltaY: 40, shiftKey: true });
    gestures.wheel({ ...wheel, deltaX: 10, shiftKey: true });
    expect(viewport.state).toMatchObject({ zoom: 1, centre: { x: 562, y: 256 } });
  });
});

describe('any sequence of events', () => {
  const event = fc.record({
    type: fc.constantFrom('down', 'move', 'up', 'cancel', 'escape', 'space', 'leave'),
    id: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('mouse', 'pen', 'touch'),
    button: fc.integer({ min: 0, max: 2 }),
    x: fc.integer({ min: 0, max: 900 }),
  });

  it('gives the tool down, then moves, then one end, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (all) => {
        const { gestures, told } = setUp();
        for (const { type, id, kind, button, x } of all) {
          // One kind of pointer has one range of ids.
          const input = at(x, 100, { id: id + { mouse: 0, pen: 10, touch: 20 }[kind], kind, button });
          if (type === 'down') gestures.down(input);
          else if (type === 'move') gestures.move([input]);
          else if (type === 'up') gestures.up(input.id);
          else if (type === 'cancel') gestures.cancel(input.id);
          else if (type === 'escape') gestures.abort();
          else if (type === 'space') gestures.holdSpace(x % 2 === 0);
          else gestures.leave();
        }
        gestures.abort();
        const story = told.map((line) => line[0]).join('');
        expect(story).toMatch(/^(dm*[uc])*$/);
      }),
      { numRuns: 500 },
    );
  });
});
