import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  ABORTED: { what: 'Painting was stopped.', advice: 'Press Paint to start again.' },
  MANIFEST_MISSING: {
    what: 'There is no model at this address.',
    advice: 'Check the address after “?bundle=”, or open a model from your files.',
  },
  MANIFEST_INVALID: {
    what: 'This page cannot read the model at this address.',
    advice: 'It may need a newer version of the page. Try another model.',
  },
  GRAPH_MISSING: {
    what: 'Part of the model could not be found.',
    advice: 'It may be being replaced right now. Try again in a moment.',
  },
  GRAPH_TRUNCATED: { what: 'Part of the model was only partly downloaded.', advice: 'Try again.' },
  GRAPH_HASH: {
    what: 'Part of the model is damaged, so it was not used.',
    advice: 'Try again. If it happens again, the file on this page’s host is damaged.',
  },
  NETWORK: {
    what: 'The connection failed while the model or its engine was downloading.',
    advice:
      'Check the connection and try again; if it is fine, an extension may block the download. Files that are already here are not downloaded again.',
  },
  ENGINE_FILE: {
    what: 'The file that runs the model did not arrive as it should.',
    advice:
      'An extension or a filter may block it, or the host of this page may lack it. Try again without extensions; if it stays, please report it.',
  },
  NO_BACKEND: {
    what: 'Neither the graphics processor nor the processor passed the model’s self-test.',
    advice: 'A newer browser may help. Please report this with the details.',
  },
  DEVICE_LOST: {
    what: 'The graphics processor became unavailable.',
    advice: 'That happens when a device sleeps or its driver restarts. Continue or try again.',
  },
  OUT_OF_MEMORY: {
    what: 'There is not enough memory.',
    advice: 'Close other tabs, or choose a smaller size, and try again.',
  },
  WORKER_DIED: {
    what: 'Painting crashed and was restarted.',
    advice: 'Continue or try again.',
  },
  BAD_REQUEST: { what: 'The model cannot paint this.', advice: 'Try another size or mood.' },
  INTERNAL: {
    what: 'Something went wrong while painting.',
    advice: 'Try again. If it happens again, please report it.',
  },
};
