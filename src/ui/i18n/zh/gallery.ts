import type { GalleryMessages } from '../en/gallery.ts';

/** Words of the gallery. */
export const gallery: GalleryMessages = {
  heading: '画廊',
  note: '这些图片由默认模型绘制，翻看时就在网页里解码。挑一张接着画吧，撤销可恢复现在的内容。',
  loading: '正在加载画廊',
  none: '这里没有画廊。',
  untitled: (number: number) => `图片 ${number}`,
};
