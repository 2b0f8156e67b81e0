import type { ExportMessages } from '../en/exporting.ts';

export const exporting: ExportMessages = {
  what: '保存するもの',
  things: { picture: '絵', layout: '下絵', pair: '両方', project: 'プロジェクト' },
  size: 'サイズ（ピクセル）',
  format: '形式',
  formatNotes: {
    png: '画質はそのままです。',
    jpeg: '軽くて、どこでも開けます。',
    webp: 'JPEGより軽く、ブラウザで開けます。',
  },
  pngOfPicture: '画質はそのまま。描いたときの設定も残ります。',
  convention: '値',
  conventionLoses: 'ADE20Kには雲と雪がないため、空と山になります。',
  projectNote: 'すべてを1つのファイルに。ここで開いて続けられます。',
  copy: 'コピー',
  copyNote: 'PNGとしてコピーし、ほかの場所に貼り付けられます。',
};
