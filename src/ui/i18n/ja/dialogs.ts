import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: '閉じる',
  starters: {
    heading: 'サンプル',
    note: '下絵と、そこから描いた絵の組です。ここから描き始められます。「取り消す」で今の状態に戻せます。',
    loading: 'サンプルを読み込み中',
    none: 'ここにはサンプルがありません。塗るものを選んで、自由に塗ってみてください。',
    blank: '白紙',
    recent: '最近',
  },
  help: {
    heading: 'ショートカットキー',
    note: '文字の入力中を除いて、いつでも使えます。',
    canvasHeading: 'キャンバスで',
    canvas: [
      ['Space + ドラッグ', '表示位置を動かす'],
      ['ホイール、または2本指', '拡大・縮小'],
      ['Alt + クリック', 'クラスを拾う'],
      ['矢印', 'ブラシを1ピクセル、Shiftで16ピクセル動かす'],
      ['Enter', 'その場を塗る'],
      ['Space + 矢印', '塗り進める'],
      ['Esc', '塗りかけをやめる'],
      ['Shift', 'まっすぐな線、正方形、正円'],
      ['ダブルクリック', '折れ線を終える'],
    ],
    or: 'または',
  },
  about: {
    heading: 'Plein Airについて',
    intro:
      '空や水や森の場所を塗ると、このページの中の小さなニューラルネットワークが、その下絵を目の前で絵にしていきます。',
    local: '端末に残るもの',
    localText:
      'すべてです。このページの裏にサーバーはありません。下絵も、絵も、設定も、このブラウザのストレージに残ります。' +
      'モデルはいくつかのファイルで、ダウンロードし、確認してから、保存しておきます。',
    rights: '絵の権利',
    rightsText:
      'このページとしては、ここで作ったものを自由に使っていただいてかまいません。モデルが何から、どのライセンスで学習したかを' +
      '以下に示しますので、ご自身でもご判断ください。',
    model: (title) => `モデル：${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return '手元のファイルから読み込みました。';
      if (host !== undefined) return `「?bundle=」の指定により、${host}から読み込みました。`;
      return from === 'address' ? '「?bundle=」で指定されたURLから読み込みました。' : '';
    },
    trainedOn: '学習データ',
    measured: '測定結果',
    limits: '苦手なこと',
    licence: 'ライセンス',
    segmenter: '写真からの下絵作り',
    segmenterText: (source, licence) => `${source} ライセンス：${licence}。`,
    noModel: 'モデルの説明を、まだ読み込めていません。',
    machine: 'この端末での動作',
    version: (version) => `Plein Air ${version}`,
  },
};
