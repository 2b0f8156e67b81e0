/** Words of a person's pictures, and of keeping them. */
export const pictures = {
  unsaved: {
    heading: 'This picture is not stored',
    note: 'This browser could not store the picture that you have open. Save it as a project before another one takes its place.',
    save: 'Save the project',
    replace: 'Replace it anyway',
    keep: 'Keep it',
  },
};

export type PicturesMessages = typeof pictures;
