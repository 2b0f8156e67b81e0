import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
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
import { bytes, decimal, duration, formats, number, part } from './ja/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['穏やか', '控えめ', '標準', '豊か', '奔放'];

/** Each goes before "です". */
const backend = backendText({
  gpu: 'GPU（WebGPU）で描きます。',
  gpuFaster: 'GPU（WebGPU）で描きます。試したところ、CPUより速かったためです。',
  gpuAsked: 'GPU（WebGPU）で描きます。このページのURLで指定されているためです。',
  processor: (threads, why) => `CPU（WebAssembly、${threads}）で描きます。${why}です。`,
  whyNotWebGpu: {
    available: '試したところ、WebGPUより速かったため',
    absent: 'このブラウザがWebGPUに対応していないため',
    'no-adapter': 'ブラウザからGPUを使えないため',
    software: '本物のGPUが使えず、ソフトウェアの代用しかないため',
    failed: 'GPUがセルフテストに合格しなかったため',
    'not-tried': 'このページのURLで指定されているため',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? `${number(tokens)}スレッド`
      : `トークンに${number(tokens)}スレッド、ピクセルに${number(pixels)}スレッド`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: '下絵の読み取り',
  step: 'トークンの選択',
  encoder: '写真の読み取り',
  segmenter: '写真からの下絵作り',
  features: 'ピクセルの生成（前半）',
  upsampler: 'ピクセルの生成（後半）',
  condition: '下絵の読み取り',
  decoder: 'ピクセルの生成',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `モデルをダウンロード中：${bytes(done)} / ${bytes(total)}`,
  prepare: () => 'モデルを準備中',
  encode: () => '写真を読み取り中',
  segment: () => '写真から下絵を作成中',
  sample: ({ done, total }) => `描画中：${part(done, total)}`,
  decode: ({ done, total }) => `ピクセルを生成中：${part(done, total)}`,
};

const rest = restText((seconds) => `残り${duration(seconds)}`);

export const ja = {
  title: 'Plein Air',
  formats,
  names,
  commands: {
    brush: 'ブラシ',
    eraser: '消しゴム',
    line: '直線',
    polyline: '折れ線',
    rectangle: '長方形',
    ellipse: '楕円',
    fill: '塗りつぶし',
    select: '選択',
    pick: 'スポイト',
    pan: '手のひら',
    smaller: 'ブラシを小さく',
    larger: 'ブラシを大きく',
    mirror: '左右対称に塗る',
    'swap-classes': '前のクラス',
    'class-1': '空',
    'class-2': '雲',
    'class-3': '山',
    'class-4': '雪',
    'class-5': '岩',
    'class-6': '木',
    'class-7': '草',
    'class-8': '植物',
    'class-9': '水',
    'class-10': '砂',
    'class-11': '土',
    'class-12': 'おまかせ',
    undo: '取り消す',
    redo: 'やり直す',
    history: '履歴',
    cut: 'カット',
    copy: 'コピー',
    paste: 'ペースト',
    'choose-all': 'すべて選択',
    'choose-nothing': '選択を解除',
    'clear-selection': '選択範囲を消去',
    'flip-across': '左右反転',
    'flip-over': '上下反転',
    roughen: '境目をラフにする',
    clear: '下絵を消去',
    paint: '描く',
    'go-on': '続きを描く',
    repaint: '変更を描き直す',
    live: 'ストロークごとに描き直す',
    mark: '一部を描き直す',
    again: '範囲を描き直す',
    candidates: '候補を何枚か描いて選ぶ',
    measure: 'モデルの考え',
    'extend-left': '左に広げる',
    'extend-right': '右に広げる',
    'extend-top': '上に広げる',
    'extend-bottom': '下に広げる',
    panorama: 'パノラマ：停止するまで右に広げる',
    stop: '停止',
    'roll-seed': '新しいシード',
    'lock-seed': 'シードを固定',
    save: '絵を保存',
    'save-large': '絵を2倍サイズで保存',
    export: '形式を選んで保存…',
    'save-pair': '下絵と絵を左右に並べた画像',
    'save-project': 'プロジェクト（すべて込み）',
    'save-layout': '下絵、Plein Air ID',
    'save-layout-coco-stuff': '下絵、COCO-Stuff ID（S-FLCKR）',
    'save-layout-gaugan': '下絵、GauGANの色',
    'save-layout-ade20k': '下絵、ADE20K ID',
    'zoom-in': '拡大',
    'zoom-out': '縮小',
    'zoom-fit': '全体を表示',
    'zoom-real': '等倍で表示',
    compare: '比較（押している間）',
    'compare-before': '前の絵と比較（押している間）',
    replay: 'リプレイ',
    'full-screen': '絵を全画面で表示',
    'other-view': '下絵と絵を切り替え',
    share: 'リンクを共有',
    open: 'ファイルを開く…',
    photograph: '写真を広げる…',
    starters: 'サンプル',
    pictures: '描いた絵',
    gallery: 'ギャラリー',
    find: 'コマンドを検索',
    help: 'ショートカットキー',
    storage: 'ストレージ',
    about: 'Plein Airについて',
  },
  commandGroups: {
    tools: 'ツール',
    classes: '塗るもの',
    edit: '編集',
    picture: '絵',
    view: '表示',
    page: 'ページ',
  },
  errors: {
    ABORTED: { what: '描画を停止しました。', advice: '「描く」を押すと、また始められます。' },
    MANIFEST_MISSING: {
      what: 'このURLにはモデルがありません。',
      advice: '「?bundle=」の後のURLを確認するか、手元のファイルからモデルを開いてください。',
    },
    MANIFEST_INVALID: {
      what: 'このURLのモデルは、このページでは読み込めません。',
      advice: 'ページの新しいバージョンが必要かもしれません。別のモデルをお試しください。',
    },
    GRAPH_MISSING: {
      what: 'モデルの一部が見つかりませんでした。',
      advice: 'ちょうど更新中かもしれません。少し待ってから、もう一度お試しください。',
    },
    GRAPH_TRUNCATED: {
      what: 'モデルの一部を最後までダウンロードできませんでした。',
      advice: 'もう一度お試しください。',
    },
    GRAPH_HASH: {
      what: 'モデルの一部が壊れていたため、使いませんでした。',
      advice: 'もう一度お試しください。繰り返す場合は、配信元のファイルが壊れています。',
    },
    NETWORK: {
      what: 'モデルまたはエンジンのダウンロード中に、接続が切れました。',
      advice:
        '接続を確認して、もう一度お試しください。接続に問題がなければ、拡張機能がダウンロードを妨げているかもしれません。届いているファイルは、ダウンロードし直しません。',
    },
    ENGINE_FILE: {
      what: 'モデルを動かすファイルが正しく届きませんでした。',
      advice:
        '拡張機能やフィルターに遮られているか、配信元にファイルがないのかもしれません。拡張機能を切って、もう一度お試しください。直らなければ、ぜひご報告ください。',
    },
    NO_BACKEND: {
      what: 'GPUでもCPUでも、モデルのセルフテストに合格しませんでした。',
      advice: 'ブラウザを新しくすると直るかもしれません。詳細を添えて、ぜひご報告ください。',
    },
    DEVICE_LOST: {
      what: 'GPUが使えなくなりました。',
      advice: '端末のスリープや、ドライバーの再起動で起こります。続きを描くか、もう一度お試しください。',
    },
    OUT_OF_MEMORY: {
      what: 'メモリが足りません。',
      advice: 'ほかのタブを閉じるか、サイズを小さくして、もう一度お試しください。',
    },
    WORKER_DIED: {
      what: '描画がクラッシュしたため、再起動しました。',
      advice: '続きを描くか、もう一度お試しください。',
    },
    BAD_REQUEST: { what: 'このモデルではこれを描けません。', advice: '別のサイズや雰囲気をお試しください。' },
    INTERNAL: {
      what: '描画中に問題が発生しました。',
      advice: 'もう一度お試しください。繰り返す場合は、ぜひご報告ください。',
    },
  },
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
  job: {
    label: '描画',
    paint: '描く',
    paintNew: '最初から描く',
    paintAll: '全体を描き直す',
    stop: '停止',
    goOn: '続きを描く',
    fetch: 'ダウンロード',
    fetchYes: 'ダウンロード',
    notNow: 'あとで',
    again: '再試行',
    dismiss: '閉じる',
    details: '詳細',
    modelSize: (size) => `描くには、最初に一度だけ${bytes(size)}をダウンロードします。データはこの端末に残ります。`,
    savesData: (size) =>
      `ブラウザがデータ通信の節約を求めています。描くには、最初に一度だけ${bytes(size)}のダウンロードが必要です。ダウンロードしますか？`,
    ready: 'いつでも描けます。',
    starting: (purpose) => (purpose === 'fetch' ? 'モデルを探しています' : '準備中'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: '停止しています',
    stopped: (done, total) => `絵の${part(done, total)}で停止しました。`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? 'モデルの準備ができました。'
        : purpose === 'segment'
          ? '下絵を写真に合わせました。'
          : `${duration(seconds)}で完了しました。`,
    nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : '作業内容は失われていません。'),
    announce: (job, percent) => {
      if (job.phase === 'download')
        return percent === 100 ? 'モデルをダウンロードしました。' : `モデルをダウンロード中、${percent}%。`;
      if (job.phase === 'prepare') return percent === 100 ? 'モデルの準備ができました。' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : '写真を読み取っています。';
      if (job.phase === 'segment') return percent === 100 ? '' : '写真から下絵を作っています。';
      if (job.phase === 'decode') return percent === 100 ? '絵が完成しました。' : '';
      return percent === 100 ? 'すべて描きました。' : `描画中、${percent}%。`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}：${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
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
  dialogs: {
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
