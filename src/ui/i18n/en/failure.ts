/** Words for what should not happen. */
export const failure = {
  heading: 'Something went wrong',
  page: 'This page ran into an error. Your work is stored in this browser. Try again, or reload the page.',
  part: 'This part of the page could not be loaded. Check the connection and try again. If there is a new version of the page, reload it. Your work is stored.',
  again: 'Try again',
  reload: 'Reload the page',
  save: 'Save a project',
};

export type FailureMessages = typeof failure;
