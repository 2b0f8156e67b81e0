import type { ReplayMessages } from '../en/replay.ts';
import { bytes, number } from './format.ts';

/** Words of the replay. */
export const replay: ReplayMessages = {
  heading: 'リプレイ',
  canvas: 'この時点の絵',
  play: '再生',
  pause: '一時停止',
  moment: '時点',
  tokens: (done: number, total: number) => `${number(done)} / ${number(total)}トークン`,
  goOn: 'ここから新しいシードで続ける',
  note: '好きな時点へ移動して、そこから続けられます。それまでに描かれた部分は、1トークンも変わりません。',
  gif: 'GIFで保存',
  video: (container: 'mp4' | 'webm') => (container === 'mp4' ? 'MP4で保存' : 'WebMで保存'),
  keep: (name: string) => `${name}を保存`,
  stop: '停止',
  making: (done: number, total: number) => `フレーム ${number(done)} / ${number(total)}`,
  made: (size: number) => `サイズは${bytes(size)}です。`,
  open: 'Plein Airで開く',
  embed: '自分のページに埋め込む',
};
