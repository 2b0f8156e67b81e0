import { percentile, table, words } from './serve.mjs';

const MOVES = 240;

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, args?: any }} TraceEvent
 *
 * @typedef {object} Frames
 * @property {number[]} work milliseconds of pointer handlers and drawing together, by frame
 * @property {number[]} tasks milliseconds of every task of the main thread
 * @property {number[]} intervals milliseconds between frames
 */

/** @type {import('./serve.mjs').Part} The main thread while a person paints with a brush of 128 pixels. */
export const painting = {
  title: `Painting at 2048 x 1024 with a brush of 128 pixels: ${MOVES} moves, in the built page`,
  measure: async (site) => {
    const en = await words();
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(site.url);
      await page.getByRole('button', { name: new RegExp(`^${en.settings.format}`) }).click();
      await page
        .getByRole('dialog', { name: en.settings.format })
        .getByText(en.settings.formatValue(2048, 1024))
        .click();
      await page.keyboard.press('Escape');
      const size = page.getByRole('slider', { name: en.layout.size });
      await size.evaluate((/** @type {HTMLInputElement} */ input) => {
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        // The slider may be of the brush's size or of its logarithm: the text beside it says which size it is.
        for (let step = Number(input.min); step <= Number(input.max); step += Number(input.step) || 1) {
          value?.set?.call(input, String(step));
          input.dispatchEvent(new Event('input', { bubbles: true }));
          if (Number.parseInt(input.getAttribute('aria-valuetext') ?? input.value) >= 128) return;
        }
      });
      const brush = await size.getAttribute('aria-valuetext');
      const alone = await paint(site, page);
      await page.getByRole('button', { name: en.job.paint, exact: true }).click();
      const progress = page.getByRole('region', { name: en.job.label }).getByText(/\d+%/);
      await progress.first().waitFor({ timeout: 120_000 });
      const sampling = await paint(site, page);
      const still = await progress.count();
      return [
        `Brush: ${brush ?? 'unknown'}. While sampling: the picture was ${still > 0 ? 'still' : 'no longer'} being sampled at the end.`,
        '',
        ...table(
          ['', 'handlers and drawing, p95', 'longest', 'tasks over 50 ms', 'longest task', 'frames', 'median interval'],
          [row('alone', alone), row('while a picture is sampled', sampling)],
        ),
      ];
    } finally {
      await context.close();
    }
  },
};

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(1)} ms`;
}

/**
 * @param {string} name
 * @param {Frames} frames
 */
function row(name, { work, tasks, intervals }) {
  if (work.length === 0 || tasks.length === 0) throw new Error('Nothing was painted.');
  const long = tasks.filter((time) => time > 50).length;
  return [
    name,
    ms(percentile(work, 0.95)),
    ms(Math.max(...work)),
    long,
    ms(Math.max(...tasks)),
    work.length,
    ms(percentile(intervals, 0.5)),
  ];
}

/**
 * @param {import('./serve.mjs').Site} site
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Frames>}
 */
async function paint(site, page) {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('There is no canvas to paint on.');
  const at = (/** @type {number} */ n) => {
    const angle = (n / MOVES) * 6 * Math.PI;
    return {
      x: box.x + box.width * (0.5 + 0.35 * Math.cos(angle)),
      y: box.y + box.height * (0.5 + 0.15 * Math.sin(2 * angle)),
    };
  };
  await page.mouse.move(at(0).x, at(0).y);
  await site.browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.mouse.down();
  for (let n = 1; n <= MOVES; n++) await page.mouse.move(at(n).x, at(n).y);
  await page.mouse.up();
  const trace = JSON.parse((await site.browser.stopTracing()).toString());
  return framesOf(trace.traceEvents);
}

/** @param {TraceEvent} event */
function length({ dur }) {
  return (dur ?? 0) / 1000;
}

/**
 * @param {TraceEvent} event
 * @param {TraceEvent} task
 */
function within(event, task) {
  return event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0);
}

/**
 * @param {TraceEvent[]} events
 * @returns {Frames}
 */
function framesOf(events) {
  const moves = events.filter(
    ({ name, args }) => name === 'EventDispatch' && String(args?.data?.type).startsWith('pointer'),
  );
  const { pid, tid } = moves[0] ?? { pid: -1, tid: -1 };
  const main = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
  const tasks = main.filter(({ name }) => name === 'RunTask').toSorted((a, b) => a.ts - b.ts);
  const handlers = main.filter(
    ({ name, args }) => name === 'EventDispatch' && /^(pointer|mouse)/.test(args?.data?.type ?? ''),
  );
  const drawing = main.filter(({ name }) => name === 'FireAnimationFrame');
  // All callbacks of a frame run in one task; the handlers since the frame before belong to it.
  const frames = tasks.filter((task) => drawing.some((event) => within(event, task)));
  const work = frames.map((frame, n) => {
    const since = frames[n - 1]?.ts ?? -Infinity;
    const drawn = drawing.filter((event) => within(event, frame));
    const handled = handlers.filter(({ ts }) => ts > since && ts <= frame.ts);
    return [...drawn, ...handled].reduce((sum, event) => sum + length(event), 0);
  });
  const intervals = frames.slice(1).map((frame, n) => (frame.ts - (frames[n]?.ts ?? frame.ts)) / 1000);
  return { work, tasks: tasks.map(length), intervals };
}
