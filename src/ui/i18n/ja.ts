import { backend, backendDetails } from './ja/backend.ts';
import { commandGroups, commands } from './ja/commands.ts';
import { dialogs } from './ja/dialogs.ts';
import { errors } from './ja/errors.ts';
import { jobText } from './ja/jobText.ts';
import { maps } from './ja/maps.ts';
import { exporting } from './ja/exporting.ts';
import { failure } from './ja/failure.ts';
import { finding } from './ja/finding.ts';
import { arrival } from './ja/arrival.ts';
import { gallery } from './ja/gallery.ts';
import { photo } from './ja/photo.ts';
import { pictures } from './ja/pictures.ts';
import { history } from './ja/history.ts';
import { problems } from './ja/problems.ts';
import { measurement } from './ja/measurement.ts';
import { names } from './ja/names.ts';
import { region } from './ja/region.ts';
import { replay } from './ja/replay.ts';
import { sharing } from './ja/sharing.ts';
import { storage } from './ja/storage.ts';
import { decimal, formats, number } from './ja/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['穏やか', '控えめ', '標準', '豊か', '奔放'];

export const ja = {
  title: 'Plein Air',
  formats,
  names,
  // Nouns: they stand alone in the history, and before "を取り消す".
  changes: {
    stroke: 'ストローク',
    erase: '消去',
    fill: '塗りつぶし',
    clear: '下絵の消去',
    shape: '図形',
    roughen: '境目のラフ加工',
    move: '移動',
    cut: 'カット',
    paste: 'ペースト',
    flip: '反転',
    format: 'サイズ変更',
    starter: 'サンプルの読み込み',
    map: 'マップの読み込み',
    photograph: '写真の読み込み',
    'photograph-layout': '写真からの下絵作り',
    project: '読み込み',
    shared: '読み込み',
    replay: '途中への巻き戻し',
    paint: '描画',
    'go-on': '描画',
    repaint: '描き直し',
    candidate: '候補の選択',
    take: 'コードの選択',
    extend: '広げた部分',
    left: 'ページを離れる操作',
  },
  header: {
    label: 'ページ',
    undo: (what) => (what === undefined ? '取り消す' : `${what}を取り消す`),
    redo: (what) => (what === undefined ? 'やり直す' : `${what}をやり直す`),
    more: 'その他',
    theme: 'テーマ',
    themes: { system: 'システム', light: 'ライト', dark: 'ダーク' },
    language: '言語',
    systemLanguage: 'ブラウザと同じ',
    openFiles: 'ファイルからモデルを開く…',
    openFolder: 'フォルダからモデルを開く…',
    saveMenu: '保存',
  },
  layout: {
    heading: '下絵',
    canvas: '下絵：ここに塗ります',
    description:
      '矢印キーでブラシを1ピクセル、Shiftを押しながらだと16ピクセル動かします。Enterでその場を塗り、Spaceを押している間は矢印キーで塗り進めます。' +
      'Escで塗りかけのストロークをやめます。',
    tools: 'ツール',
    moreTools: 'その他のツール',
    palette: '塗るもの',
    size: 'ブラシの太さ',
    sizeValue: (pixels) => `${number(pixels)} px`,
    shape: 'ブラシの形',
    shapes: { round: '丸', square: '四角' },
    pressure: '筆圧',
    figure: '図形の種類',
    reach: '塗りつぶし',
    reaches: { area: 'この領域', everywhere: '全体' },
    chosen: '選択範囲',
    edges: '下絵全体',
    zoom: '表示倍率',
    begin: '塗るものを下で選んで、ここに塗ります',
  },
  picture: {
    heading: '絵',
    canvas: (state) =>
      ({
        none: '絵：まだ描かれていません',
        partial: '描きかけの絵',
        whole: '下絵から描いた絵',
      })[state],
    overlay: '絵に下絵を重ねる',
    view: '表示するもの',
    begin: '次に「描く」を押すと、絵になっていきます',
    leaveFullScreen: '全画面を終了',
    showLayout: '下絵',
    showPicture: '絵',
  },
  settings: {
    heading: '絵の設定',
    format: 'サイズ',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'サイズ一覧',
    width: '幅',
    height: '高さ',
    formatNote: '下絵は新しいサイズに合わせて伸び縮みします。絵は「取り消す」で戻せます。',
    less: (what) => `${what}を小さく`,
    more: (what) => `${what}を大きく`,
    mood: '雰囲気',
    anyMood: 'おまかせ',
    moodOfPhoto: '写真から…',
    seed: 'シード',
    seedNote: (locked) => (locked ? '同じ下絵からは、毎回同じ絵ができます。' : '描くたびに違う絵ができます。'),
    variety: '変化',
    varietyValue: (step) => (step === undefined ? 'カスタム' : (VARIETY[step] ?? '')),
    advanced: '詳細設定',
    temperature: '温度',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: '1がモデルの学習時の値です。低いほど穏やかになります。',
    topKNote: '確率の高い順に、この数までのトークンから選びます。',
    topPNote: '確率の高い順に足して、合計がこの値になるまでのトークンから選びます。',
    guidance: '下絵への忠実さ',
    guidanceValue: (value) => (value <= 1 ? 'ゆるめ' : `${decimal(value)}倍`),
    guidanceNote: '「ゆるめ」なら2倍の速さで描けます。',
    zoom: '遠近',
    zoomValue: (zoom) => ['遠景', '中景', '近景'][zoom - 1] ?? '',
    wholePictures:
      'このモデルは、絵を丸ごと描くことだけができます。雰囲気や下絵への忠実さは変えられず、' +
      '一部を描き直すことも、絵を広げることもできません。',
  },
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
  local: '作ったものが、この端末の外に出ることはありません。',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined ? `モデルは「${title}」です。` : `モデルは${host}の「${title}」です。`;
  },
  notices: {
    restarted: () => '描画を再起動しました。作業内容は失われていません。',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => 'ブラウザのストレージが応答しました。前回の絵を開けます。',
    kept: () => '作業内容がまた保存されるようになりました。',
    unreadable: () =>
      '前回の絵を読み取れないため、新しい絵で始めました。前回の絵は残してあり、「描いた絵」からファイルとして保存できます。',
    opened: ({ title }) => `${title === '' ? '絵' : `「${title}」`}を開きました。`,
    begun: () => '新しい絵です。前の絵は「描いた絵」に残っています。',
    'making-file': () => 'ファイルを作成中…',
    saved: () => '保存しました。',
    copied: () => 'コピーしました。',
    shared: ({ title, beside }) =>
      `共有された${title === '' ? '絵' : `「${title}」`}です。` +
      (beside
        ? 'あなたの絵はそのままです。リンクを使わずにこのページを開くと見られます。'
        : '「取り消す」で前の絵に戻せます。'),
    newer: () => '新しいバージョンがあります。このページのタブをすべて閉じると、次に開いたときに新しくなります。',
    'other-codebook': ({ bundle: name }) =>
      `この絵は別のモデル「${name}」で描かれています。ここでは下絵だけを表示できます。`,
    'mood-found': ({ name }) => `写真の雰囲気は「${name}」です。`,
    'bundle-opened': ({ title }) => `次の絵は「${title}」で描きます。`,
  },
  arrival,
  maps,
  share: sharing,
  exporting,
  failure,
  finding,
  gallery,
  photo,
  pictures,
  history,
  problems,
  measurement,
  region,
  replay,
  storage,
  // Keys are bound by their place: on a Japanese keyboard the brackets' are printed @ and [, and = is ^.
  keys: {
    $mod: 'Ctrl',
    $modMac: '⌘',
    Shift: 'Shift',
    Alt: 'Alt',
    BracketLeft: '@',
    BracketRight: '[',
    Minus: '-',
    Equal: '^',
    Slash: '/',
    NumpadAdd: 'テンキー +',
    NumpadSubtract: 'テンキー -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: 'Enter',
    Delete: 'Delete',
    Backspace: 'Backspace',
  },
} satisfies Messages as Messages;
