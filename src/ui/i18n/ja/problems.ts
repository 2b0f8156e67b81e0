import type { ProblemMessages } from '../messages.ts';
import { list, number } from './format.ts';

const READS = 'このページで開けるのは、画像、プロジェクト、モデルです。';
const MODEL = 'manifest.jsonを、そこに書かれているファイルと一緒に選んでください。';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `「${file}」は空のファイルです。`,
  'cut-off': ({ file }) => `「${file}」は途中で切れています。もう一度、保存またはダウンロードしてください。`,
  damaged: ({ file }) => `「${file}」は壊れています。`,
  'too-large': ({ file }) => `「${file}」は大きすぎて、このページでは開けません。`,
  'unknown-file': ({ file }) => `「${file}」はここでは開けません。${READS}`,
  'not-picture': ({ file }) => `「${file}」は、このページで開ける画像ではありません。`,
  'not-png': ({ file }) => `「${file}」はPNGファイルではありません。`,
  'not-layout': ({ file }) =>
    `「${file}」は下絵ではありません。下絵は、1ピクセルにつき1バイトのクラスIDが入ったPNGです。`,
  'not-project': ({ file }) => `「${file}」はZIPファイルですが、Plein Airのプロジェクトではありません。`,
  incomplete: ({ file }) => `「${file}」は一部が欠けています。`,
  'other-version': ({ file }) =>
    `「${file}」は、このページの別のバージョンで作られています。再読み込みして、もう一度お試しください。`,
  'unreadable-picture': ({ file }) => `「${file}」に、このブラウザでは読み取れない画像が入っています。`,
  'unpacks-too-large': ({ file }) =>
    `「${file}」は、展開するとこのページで扱える大きさを超えます。各チャンネル8ビットにするか、小さくして保存し直してください。`,
  'too-large-for-browser': ({ file }) =>
    `「${file}」は、このブラウザには大きすぎます。PNGにするか、小さくすると開けるかもしれません。`,
  'photograph-among-maps': ({ file }) => `「${file}」は写真のようです。広げるには、それだけを開いてください。`,
  'not-shared': ({ file }) =>
    `「${file}」のあるサイトが、このページからのダウンロードを許可していません。そのサイトで保存してから、ここにドロップしてください。`,
  'partly-fetched': ({ file }) => `「${file}」を最後までダウンロードできませんでした。もう一度ドラッグしてください。`,
  'link-damaged': () => 'このリンクは壊れているか、途中で切れています。もう一度送ってもらってください。',
  'link-version': () =>
    'このリンクは、このページの別のバージョンで作られています。再読み込みして、もう一度お試しください。',
  'empty-address': () => 'ドロップされたものに画像が含まれていません。',
  'nothing-dropped': () => `開けるものがありません。${READS}`,
  'nothing-in-folder': () => `フォルダの中に開けるものがありません。${READS}`,
  'no-manifest': () => `モデルにはmanifest.jsonというファイルが必要です。${MODEL}`,
  'picture-held': () => 'その絵は別のタブで開いています。そちらで続けるか、複製してください。',
  'picture-missing': () => 'その絵は、別のタブで削除されました。',
  'picture-unreadable': () => 'その絵は読み取れませんが、残してあります。「描いた絵」からファイルとして保存できます。',
  'part-unfetched': () => 'ページの一部をダウンロードできませんでした。接続を確認して、もう一度お試しください。',
  'reading-no-memory': () => 'メモリが足りず、読み取れませんでした。画像を小さくするか、ほかのタブを閉じてください。',
  'reading-failed': () => '読み取れませんでした。ほかのソフトで開ける場合は、ぜひご報告ください。',
  'reading-stopped': () => '読み取りを中止しました。',
  'making-no-memory': () =>
    'メモリが足りず、ファイルを作れませんでした。ほかのタブを閉じるか、絵を元のサイズで保存してください。',
  'making-failed': () => 'ファイルを作れませんでした。もう一度試すか、別の形式で保存してください。',
  'making-stopped': () => 'ファイルの作成を中止しました。',
  'no-film': () => 'このブラウザでは動画を作れませんでした。代わりにGIFで保存してください。',
  'not-copied': () => 'ブラウザが絵のコピーを許可しませんでした。代わりに保存してください。',
  'page-fault': () => 'ページで問題が発生しました。何も失われていません。もう一度お試しください。',
  'not-fetched': ({ file, status }) =>
    `「${file}」をダウンロードできませんでした${status === undefined ? '' : `（ステータス${status}）`}。少し待ってから、もう一度お試しください。`,
  'wrong-entry': ({ file, entry, reason }) =>
    `「${file}」を読み取れません。${entry === '' ? '内容' : `項目「${entry}」`}に誤りがあります（${reason}）。`,
  'wrong-size': ({ file, size, expected }) =>
    `「${file}」は${pixels(size)}ピクセルですが、${expected.map(pixels).join('または')}ピクセルでなければなりません。`,
  'no-class': ({ file, classId }) => `「${file}」に、存在しないクラス${classId}のピクセルがあります。`,
  interlaced: ({ file, bits }) =>
    `「${file}」は、1ピクセル${number(bits)}ビットのインターレース形式です。インターレースなしで保存し直してください。`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `「${file}」は${pixels(size)}ピクセルです。縦横とも${number(minimum)}〜${number(maximum)}ピクセルになるように、拡大・縮小してください。`,
  'photograph-small': ({ file, size, minimum }) =>
    `「${file}」は${pixels(size)}ピクセルで、小さすぎます。縦横とも${number(minimum)}ピクセル以上が必要です。`,
  'photograph-large': ({ file, size, maximum }) =>
    `「${file}」は${megapixels(size.width * size.height)}メガピクセルあります。` +
    `このページで開ける写真は${megapixels(maximum)}メガピクセルまでです。先に縮小してください。`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `「${file}」は壊れているか、このブラウザでは読み取れない画像です。`
      : `「${file}」は${format === 'heic' ? 'HEIC' : 'AVIF'}画像で、このブラウザでは読み取れません。` +
        'JPEGかPNGで保存すると、ここで開けます。',
  'left-out': ({ files }) => `一緒に開けなかったファイル：${list(files.map((file) => `「${file}」`))}`,
  'many-files': ({ most }) =>
    `フォルダの中に${number(most)}個を超えるファイルがあります。モデル1つ分のフォルダを選んでください。`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function megapixels(count: number): string {
  return number(count / 1e6);
}
