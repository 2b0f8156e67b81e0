import { describe, expect, it } from 'vitest';
import { FIRST_FORMAT } from '../settings/formats.ts';
import { createPageStore } from '../pageState.ts';
import { showRepaints } from './showRepaints.ts';

function someone() {
  const store = createPageStore(FIRST_FORMAT);
  let drawing = false;
  showRepaints({ store }, () => !drawing);
  return {
    begin: () => store.setState({ job: { phase: 'starting', purpose: 'repaint' } }),
    end: () => store.setState({ job: { phase: 'done', purpose: 'repaint', seconds: 1 } }),
    goTo: (view: 'layout' | 'picture') => store.setState({ view }),
    draw: (now: boolean) => (drawing = now),
    view: () => store.getState().view,
  };
}

describe('what a repaint has made', () => {
  it('is shown when it is done, and not before', () => {
    const { begin, end, view } = someone();
    begin();
    expect(view()).toBe('layout');
    end();
    expect(view()).toBe('picture');
  });

  it('is not shown under a finger that draws', () => {
    const { begin, end, draw, view } = someone();
    begin();
    draw(true);
    end();
    expect(view()).toBe('layout');
    draw(false);
    begin();
    end();
    expect(view()).toBe('picture');
  });

  it('is not shown again to who went back from it', () => {
    const { begin, end, goTo, view } = someone();
    begin();
    end();
    goTo('layout');
    begin();
    end();
    expect(view()).toBe('layout');
  });

  it('is not shown to who went back while it was made, until they ask for a picture', () => {
    const { begin, end, goTo, view } = someone();
    goTo('picture');
    begin();
    goTo('layout');
    end();
    expect(view()).toBe('layout');
    goTo('picture');
    begin();
    end();
    expect(view()).toBe('picture');
    goTo('layout');
    begin();
    end();
    expect(view()).toBe('picture');
  });

  it('is shown to who has looked at the picture in between', () => {
    const { begin, end, goTo, view } = someone();
    goTo('picture');
    goTo('layout');
    begin();
    end();
    expect(view()).toBe('picture');
  });
});
