/** Words of the gallery. */
export const gallery = {
  heading: 'Gallery',
  note: 'Made with the default model, and decoded in this page as you look. Pick one to continue from it. Undo brings back what you have now.',
  loading: 'Loading the gallery',
  none: 'There is no gallery here.',
  untitled: (number: number) => `Picture ${number}`,
};

export type GalleryMessages = typeof gallery;
