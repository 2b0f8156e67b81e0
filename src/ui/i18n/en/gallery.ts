/** Words of the gallery. */
export const gallery = {
  heading: 'Gallery',
  note: 'Made with the default model; each is decoded in this page while you look. Choose one to paint on from it: undo brings back what you have now.',
  loading: 'Fetching the gallery',
  none: 'There is no gallery here.',
  untitled: (number: number) => `Picture ${number}`,
};

export type GalleryMessages = typeof gallery;
