import type { RegionMessages } from '../en/region.ts';
import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['无', '窄', '中', '宽', '最宽'];

/** Words of repainting a part of the picture. */
export const region: RegionMessages = {
  heading: '局部重绘',
  description:
    '涂抹要重绘的部分，按住 Alt 可取消标记。方向键让画笔移动 1 像素，按住 Shift 移动 16 像素。按 Enter 标记，' +
    '按住空格则边移动边标记。',
  hint: '涂抹要重绘的部分。',
  hintOfKeys: '按住 Alt 可取消标记。',
  size: '标记笔大小',
  sizeValue: (pixels: number) => `${number(pixels)} px`,
  presets: '标记一半或全部',
  preset: {
    bottom: '下半部分',
    top: '上半部分',
    right: '右半部分',
    left: '左半部分',
    all: '全部',
    chosen: '布局上的选区',
  },
  ofClass: (name) => `全部${name}`,
  repaintClass: (name) => `重绘全部${name}`,
  markClass: (name) => `标记全部${name}`,
  invert: '反转标记',
  clear: '清除',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells: number, all: number) =>
    cells > 0 && cells / all < 0.01 ? '图片已标记不到 1%' : `图片已标记 ${share(cells / all)}`,
  again: '重绘标记处',
  candidates: '版本数',
  candidatesValue: (count: number) => number(count),
  sample: (count: number, whole: boolean) => `${whole ? '整张图片的 ' : ''}${number(count)} 个版本`,
  done: '完成',
  tray: '版本',
  trayNote: '模型觉得最可能的排在最前。选一个吧，其他版本会一直留到你关闭为止。',
  growing: '正在同时绘制这些版本。',
  candidate: (rank: number, taken: boolean) => `版本 ${number(rank)}${taken ? '，图片正在使用' : ''}`,
  take: (rank: number) => `使用版本 ${number(rank)}`,
  closeTray: '关闭版本',
  extend: '扩展图片',
  extendNote: (pixels: number) => `在一侧增加 ${number(pixels)} 像素，已画好的部分不变。`,
  panorama: '全景',
  panoramaNote: '不断向右扩展，直到你停止。',
  changed: '重绘改动',
  options: '重绘选项',
  live: '每画一笔就重绘',
  liveNote: (isFast: boolean) => (isFast ? '改动布局后，相应部分会立即重绘。' : '在这台设备上需要等一会儿。'),
  rim: '周边范围',
  rimValue: (cells: number) => MARGINS[cells] ?? number(cells),
  rimNote: '改动周围有多大范围一起重绘。',
};
