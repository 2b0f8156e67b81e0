import type { ReplayMessages } from '../en/replay.ts';
import { bytes, number } from './format.ts';

/** Words of the replay. */
export const replay: ReplayMessages = {
  heading: '回放',
  canvas: '此刻的图片',
  play: '播放',
  pause: '暂停',
  moment: '时刻',
  tokens: (done: number, total: number) => `${number(done)} / ${number(total)} 个 token`,
  goOn: '换个种子，从这里继续',
  note: '跳到任意时刻，就能从那里继续画。那时已画好的部分会原样保留，一个 token 都不变。',
  gif: '保存为 GIF',
  video: (container: 'mp4' | 'webm') => (container === 'mp4' ? '保存为 MP4' : '保存为 WebM'),
  keep: (name: string) => `保存 ${name}`,
  stop: '停止',
  making: (done: number, total: number) => `第 ${number(done)} 帧，共 ${number(total)} 帧`,
  made: (size: number) => `${bytes(size)}。`,
  open: '在 Plein Air 中打开',
  embed: '嵌入你自己的网页',
};
