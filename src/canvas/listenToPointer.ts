import { listen } from './listen.ts';
import type { PointerGestures, PointerInput } from './pointerGestures.ts';
import { screenPoint, type ScreenPoint } from './viewport.ts';

const LINE_PIXELS = 16;
const PAGE_PIXELS = 400;
const PEN_ERASER_BUTTONS = 32;
const NO_PRESSURE = 0.5;

/** Feeds the events of an element to the gestures. @returns stops it */
export function listenToPointer(element: HTMLElement, gestures: PointerGestures): () => void {
  let inside = false;
  const stop = [
    listen(
      element,
      {
        pointerdown: (event) => {
          if (!gestures.down(toInput(element, event))) return;
          // A synthetic event's pointer cannot be captured.
          if (event.isTrusted) element.setPointerCapture(event.pointerId);
        },
        pointermove: (event) => {
          const coalesced = coalescedEventsOf(event);
          gestures.move((coalesced.length > 0 ? coalesced : [event]).map((each) => toInput(element, each)));
        },
        pointerup: (event) => gestures.up(event.pointerId),
        pointercancel: (event) => gestures.cancel(event.pointerId),
        lostpointercapture: (event) => gestures.cancel(event.pointerId),
        pointerenter: () => (inside = true),
        pointerleave: () => {
          inside = false;
          gestures.leave();
        },
        // The middle button would begin to scroll. The primary one gives the focus, as it does everywhere.
        mousedown: (event) => event.button === 1 && event.preventDefault(),
        contextmenu: (event) => event.preventDefault(),
        wheel: (event) => {
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
      },
      { passive: false },
    ),
    // Space and Escape hold while the pointer is over the canvas, wherever the focus is.
    listen(
      window,
      {
        keydown: (event) => {
          if (event.key === 'Escape' && gestures.abort()) {
            event.preventDefault();
            event.stopPropagation();
          }
          const focused = element === document.activeElement;
          if (event.code !== 'Space' || !(focused || (inside && !usesKeyboard(event.target)))) return;
          gestures.holdSpace(true);
          event.preventDefault();
        },
      },
      { capture: true },
    ),
    listen(window, {
      keyup: (event) => event.code === 'Space' && gestures.holdSpace(false),
      blur: () => gestures.holdSpace(false),
    }),
    () => gestures.abort(),
  ];
  return () => stop.forEach((end) => end());
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
