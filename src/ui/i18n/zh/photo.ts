import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import type { PhotoMessages } from '../en/photo.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: '上半部分',
  bottom: '下半部分',
  left: '左半部分',
  right: '右半部分',
  all: '全部',
};

const TOOLS: Record<KeepTool, string> = { brush: '画笔', rectangle: '矩形' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: '任意',
  painted: '已画的',
  own: '照片自带的',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo: PhotoMessages = {
  heading: '扩展照片',
  another: '打开其他文件…',
  isMap: '这是分割图',
  size: (width: number, height: number, firstFrame: boolean) =>
    `${number(width)} × ${number(height)}${firstFrame ? '，第一帧' : ''}`,
  canvas: (name: string) => `“${name}”：标记要保留的部分`,
  description:
    '涂抹要保留的部分，按住 Alt 可取消标记。方向键让画笔移动 1 像素，按住 Shift 移动 16 像素。按 Enter 标记，' +
    '按住空格则边移动边标记。',
  keep: '保留',
  preset: (preset: KeepPreset) => PRESETS[preset],
  tools: '手动标记',
  tool: (tool: KeepTool) => TOOLS[tool],
  brushSize: '标记笔大小',
  brushSizeValue: (pixels: number) => `${number(pixels)} px`,
  invert: '反转',
  kept: (kept: number, cells: number) =>
    kept === cells
      ? '整张照片都会保留。'
      : kept === 0
        ? '还没有保留任何部分，请标记要保留的部分。'
        : `保留照片的 ${share(kept / cells)}，其余由模型绘制。`,
  whole: (name: string) => `完整的“${name}”，方框内是取用的部分`,
  pictureSize: '图片尺寸',
  sizeNearest: (size: string) => `${size}，最接近照片`,
  sizeNow: (size: string) => `${size}，当前尺寸`,
  zoom: '缩放',
  zoomValue: (zoom: number) => `${decimal(zoom)} ×`,
  across: '水平位置',
  down: '垂直位置',
  placeValue: (place: number) => share(place),
  layout: '其余部分的布局',
  layouts: (layout: PhotographLayout) => LAYOUTS[layout],
  layoutOnly: '仅用它的布局',
  mood: (name: string) => `沿用照片的氛围：${name}`,
  moodOnly: '仅用它的氛围',
  complete: '绘制其余部分',
  take: '用作图片',
  note: '保留的部分直接显示照片原有的像素。照片不会离开这台设备。撤销可恢复现在的内容。',
  linkNote:
    '这张图片有一部分是照片。链接里只有 token，没有像素，所以这部分会显示成模型眼中的样子。项目文件则保留照片原有的像素。',
};
