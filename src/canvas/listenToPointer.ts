import type { PointerGestures, PointerInput } from './pointerGestures.ts';
import { screenPoint, type ScreenPoint } from './viewport.ts';

const LINE_PIXELS = 16;
const PAGE_PIXELS = 400;
const PEN_ERASER_BUTTONS = 32;
const NO_PRESSURE = 0.5;

/** Feeds the events of an element to the gestures. @returns stops it */
export function listenToPointer(element: HTMLElement, gestures: PointerGestures): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let inside = false;

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!gestures.down(toInput(element, event))) return;
      // A synthetic event's pointer cannot be captured.
      if (event.isTrusted) element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const coalesced = coalescedEventsOf(event);
      gestures.move((coalesced.length > 0 ? coalesced : [event]).map((each) => toInput(element, each)));
    },
    { signal },
  );
  element.addEventListener('pointerup', (event) => gestures.up(event.pointerId), { signal });
  element.addEventListener('pointercancel', (event) => gestures.cancel(event.pointerId), { signal });
  element.addEventListener('lostpointercapture', (event) => gestures.cancel(event.pointerId), { signal });
  element.addEventListener('pointerenter', () => (inside = true), { signal });
  element.addEventListener(
    'pointerleave',
    () => {
      inside = false;
      gestures.leave();
    },
    { signal },
  );
  // The middle button would begin to scroll. The primary one gives the focus, as it does everywhere.
  element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal });
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : lines(event.deltaMode);
      gestures.wheel({
        screen: toScreen(element, event),
        deltaX: event.deltaX * unit,
        deltaY: event.deltaY * unit,
        shiftKey: event.shiftKey,
        zoomKey: event.ctrlKey || event.metaKey,
      });
    },
    { passive: false, signal },
  );

  // Space and Escape hold while the pointer is over the canvas, wherever the focus is.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && gestures.abort()) {
        event.preventDefault();
        event.stopPropagation();
      }
      const focused = element === document.activeElement;
      if (event.code !== 'Space' || !(focused || (inside && !usesKeyboard(event.target)))) return;
      gestures.holdSpace(true);
      event.preventDefault();
    },
    { capture: true, signal },
  );
  window.addEventListener('keyup', (event) => event.code === 'Space' && gestures.holdSpace(false), { signal });
  window.addEventListener('blur', () => gestures.holdSpace(false), { signal });

  return () => {
    gestures.abort();
    controller.abort();
  };
}

/** None in Safari before 18.2, and in any browser on a page without a secure context: on plain http. */
function coalescedEventsOf(
  event: Omit<PointerEvent, 'getCoalescedEvents'> & Partial<PointerEvent>,
): readonly PointerEvent[] {
  return event.getCoalescedEvents?.() ?? [];
}

function lines(deltaMode: number): number {
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : PAGE_PIXELS;
}

/**
 * Space types into fields and presses buttons, for those who went there with the keyboard. The button that the mouse
 * has just pressed has the focus too, but Space over the canvas means the canvas. Text fields are always "visible".
 */
function usesKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}

function toScreen(element: Element, event: MouseEvent): ScreenPoint {
  const { left, top } = element.getBoundingClientRect();
  return screenPoint(event.clientX - left, event.clientY - top);
}

function toInput(element: Element, event: PointerEvent): PointerInput {
  return {
    id: event.pointerId,
    kind: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
    button: event.button,
    screen: toScreen(element, event),
    pressure: event.pointerType === 'pen' ? event.pressure : NO_PRESSURE,
    eraser: (event.buttons & PEN_ERASER_BUTTONS) !== 0,
    altKey: event.altKey,
    shiftKey: event.shiftKey,
  };
}
