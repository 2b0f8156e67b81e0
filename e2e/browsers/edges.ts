/**
 * For the page: what can be pressed but lies beside the visible width of the page or of the part of it that scrolls, under its bar
 * if it has one, and what would scroll sideways.
 */
export function cutOff(): string[] {
  const page = document.documentElement;
  const controls = [...document.querySelectorAll('button, input, select, [role=application], [role=img]')];
  const seen = controls.filter((element) => element.checkVisibility());
  if (seen.length < 10) return [`only ${seen.length} controls are seen`];
  // What lies in a strip that scrolls sideways comes into view with it.
  const held = seen.filter((element) => element.closest('[data-scrolls]') === null);
  const scrolling = [...document.querySelectorAll('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight &&
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.checkVisibility() &&
      element.closest('[data-scrolls]') === null,
  );
  return [page, ...scrolling].flatMap((part) => {
    const left = part === page ? 0 : part.getBoundingClientRect().left + part.clientLeft;
    const beside = held.filter((element) => {
      const box = element.getBoundingClientRect();
      return part.contains(element) && (box.left < left - 0.5 || box.right > left + part.clientWidth + 0.5);
    });
    const told = beside.map((element) => element.getAttribute('aria-label') ?? (element as HTMLElement).innerText);
    if (part.scrollWidth <= part.clientWidth) return told;
    // Which of its parts are wider than they seem: the innermost is at fault.
    const wide = [...part.querySelectorAll('*')].filter(
      (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth,
    );
    const names = wide.map((element) => element.getAttribute('class') ?? '');
    return [...told, `${part.scrollWidth} of ${part.clientWidth} pixels: ${names.join(', ')}`];
  });
}

/** For the page: the room that the bar of an open dialog takes, CSS pixels, 0 where it lies over what scrolls. */
export function barOfDialog(): number | string {
  const scrolling = [...document.querySelectorAll<HTMLElement>('dialog[open] *')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight &&
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.checkVisibility(),
  );
  const bars = scrolling.map((element) => {
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
    return element.offsetWidth - element.clientWidth - parseFloat(borderLeftWidth) - parseFloat(borderRightWidth);
  });
  return bars.length === 0 ? 'nothing scrolls' : Math.max(...bars);
}
