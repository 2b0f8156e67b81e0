import type { ProblemMessages } from '../messages.ts';
import { list, number } from './format.ts';

const READS = '这个页面能读取图片、项目和模型。';
const MODEL = '请选择 manifest.json 以及其中列出的文件。';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `“${file}”是空文件。`,
  'cut-off': ({ file }) => `“${file}”不完整，后面被截断了。请重新保存或下载。`,
  damaged: ({ file }) => `“${file}”已损坏。`,
  'too-large': ({ file }) => `“${file}”太大，超出了这个页面能读取的范围。`,
  'unknown-file': ({ file }) => `这里打不开“${file}”。${READS}`,
  'not-picture': ({ file }) => `“${file}”不是这个页面能读取的图片。`,
  'not-png': ({ file }) => `“${file}”不是 PNG 文件。`,
  'not-layout': ({ file }) => `“${file}”不是布局。布局是每个像素用一个字节表示类别编号的 PNG。`,
  'not-project': ({ file }) => `“${file}”是 ZIP 文件，但不是 Plein Air 项目。`,
  incomplete: ({ file }) => `“${file}”不完整，缺少一部分内容。`,
  'other-version': ({ file }) => `“${file}”由另一版本的页面生成。请重新加载页面再试。`,
  'unreadable-picture': ({ file }) => `“${file}”中有这个浏览器无法读取的图片。`,
  'unpacks-too-large': ({ file }) => `“${file}”的数据量超出了这个页面能解压的范围。请存为每通道 8 位，或缩小尺寸。`,
  'too-large-for-browser': ({ file }) => `“${file}”对这个浏览器来说太大了。可以试试 PNG 或更小的文件。`,
  'photograph-among-maps': ({ file }) => `“${file}”看起来是照片。单独打开就能扩展它。`,
  'not-shared': ({ file }) => `“${file}”所在的网站不允许这个页面下载它。请先在那边保存，再把文件拖到这里。`,
  'partly-fetched': ({ file }) => `“${file}”只下载了一部分。请重新拖过来。`,
  'link-damaged': () => '这个链接已损坏或不完整。请让对方再发一次。',
  'link-version': () => '这个链接由另一版本的页面生成。请重新加载页面再试。',
  'empty-address': () => '拖过来的内容里没有图片。',
  'nothing-dropped': () => `这里面没有可以打开的内容。${READS}`,
  'nothing-in-folder': () => `这个文件夹里没有可以打开的内容。${READS}`,
  'no-manifest': () => `模型里应该有名为 manifest.json 的文件。${MODEL}`,
  'picture-held': () => '这张图片已在其他标签页打开。请到那里继续，或创建副本。',
  'picture-missing': () => '这张图片不在了：它已在其他标签页被删除。',
  'picture-unreadable': () => '这张图片无法读取，但仍然留着：可以在“我的图片”中把它保存为文件。',
  'part-unfetched': () => '页面的一部分没能下载。请检查网络后重试。',
  'reading-no-memory': () => '内存不足，无法读取。请把它缩小，或关闭其他标签页。',
  'reading-failed': () => '无法读取。如果其他程序能打开它，请向我们反馈。',
  'reading-stopped': () => '已停止读取。',
  'making-no-memory': () => '内存不足，无法生成文件。请关闭其他标签页，或按原尺寸保存图片。',
  'making-failed': () => '文件没能生成。请重试，或换一种格式保存。',
  'making-stopped': () => '已停止生成文件。',
  'no-film': () => '这个浏览器无法把图片做成视频。请改为保存成 GIF。',
  'not-copied': () => '浏览器不允许复制图片，请改为保存。',
  'page-fault': () => '页面出了点问题。内容没有丢失，请重试。',
  'not-fetched': ({ file, status }) =>
    `“${file}”没能下载${status === undefined ? '' : `（状态码 ${status}）`}。请稍后再试。`,
  'wrong-entry': ({ file, entry, reason }) =>
    `无法读取“${file}”：${entry === '' ? '内容' : `其中的“${entry}”`}有误（${reason}）。`,
  'wrong-size': ({ file, size, expected }) =>
    `“${file}”的尺寸是 ${pixels(size)} 像素，应为 ${expected.map(pixels).join(' 或 ')}。`,
  'no-class': ({ file, classId }) => `“${file}”中有像素属于类别 ${classId}，但没有这个类别。`,
  interlaced: ({ file, bits }) => `“${file}”是每像素 ${number(bits)} 位的隔行扫描图片。请关闭隔行扫描后重新保存。`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `“${file}”的尺寸是 ${pixels(size)} 像素。边长须在 ${number(minimum)} 到 ${number(maximum)} 之间，请先缩放。`,
  'photograph-small': ({ file, size, minimum }) =>
    `“${file}”的尺寸是 ${pixels(size)} 像素，太小了：边长至少要 ${number(minimum)}。`,
  'photograph-large': ({ file, size, maximum }) =>
    `“${file}”有 ${megapixels(size.width * size.height)}像素。` +
    `这个页面最多读取 ${megapixels(maximum)}像素的照片，请先缩小。`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `“${file}”已损坏，或者是这个浏览器无法读取的图片。`
      : `“${file}”是 ${format === 'heic' ? 'HEIC' : 'AVIF'} 图片，这个浏览器无法读取。请存为 JPEG 或 PNG 再打开。`,
  'left-out': ({ files }) => `以下文件没有一起打开：${list(files.map((file) => `“${file}”`))}。`,
  'many-files': ({ most }) => `这个文件夹里的文件超过 ${number(most)} 个。请选择单个模型的文件夹。`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

/** In units of ten thousand, as cameras are sold there. */
function megapixels(count: number): string {
  return `${number(count / 1e4)} 万`;
}
