import { backend, backendDetails } from './zh/backend.ts';
import { commandGroups, commands } from './zh/commands.ts';
import { dialogs } from './zh/dialogs.ts';
import { errors } from './zh/errors.ts';
import { jobText } from './zh/jobText.ts';
import { maps } from './zh/maps.ts';
import { exporting } from './zh/exporting.ts';
import { failure } from './zh/failure.ts';
import { finding } from './zh/finding.ts';
import { arrival } from './zh/arrival.ts';
import { gallery } from './zh/gallery.ts';
import { photo } from './zh/photo.ts';
import { pictures } from './zh/pictures.ts';
import { history } from './zh/history.ts';
import { problems } from './zh/problems.ts';
import { measurement } from './zh/measurement.ts';
import { names } from './zh/names.ts';
import { region } from './zh/region.ts';
import { replay } from './zh/replay.ts';
import { sharing } from './zh/sharing.ts';
import { storage } from './zh/storage.ts';
import { decimal, formats, number } from './zh/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['平静', '温和', '均衡', '活泼', '狂放'];

export const zh = {
  title: 'Plein Air',
  formats,
  names,
  changes: {
    stroke: '一笔',
    erase: '擦除',
    fill: '填充',
    clear: '清空布局',
    shape: '形状',
    roughen: '粗糙化',
    move: '移动',
    cut: '剪切',
    paste: '粘贴',
    flip: '翻转',
    format: '调整尺寸',
    starter: '使用模板',
    map: '使用分割图',
    photograph: '使用照片',
    'photograph-layout': '使用照片的布局',
    project: '打开',
    shared: '打开',
    replay: '回放跳转',
    paint: '绘制',
    'go-on': '绘制',
    repaint: '重绘',
    candidate: '选用版本',
    take: '换编码',
    extend: '扩展',
    left: '离开页面',
  },
  header: {
    label: '页面',
    undo: (what) => (what === undefined ? '撤销' : `撤销${what}`),
    redo: (what) => (what === undefined ? '重做' : `重做${what}`),
    more: '更多',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    language: '语言',
    systemLanguage: '跟随浏览器',
    openFiles: '从文件打开模型…',
    openFolder: '从文件夹打开模型…',
    saveMenu: '保存',
  },
  layout: {
    heading: '布局',
    canvas: '布局：在这里画',
    description:
      '方向键让画笔移动 1 像素，按住 Shift 移动 16 像素。按 Enter 点一笔，按住空格再按方向键可以连续画。' +
      '按 Esc 取消这一笔。',
    tools: '工具',
    moreTools: '更多工具',
    palette: '画什么',
    size: '画笔大小',
    sizeValue: (pixels) => `${number(pixels)} px`,
    shape: '画笔形状',
    shapes: { round: '圆形', square: '方形' },
    pressure: '压感',
    figure: '画哪种形状',
    reach: '填充范围',
    reaches: { area: '这一块', everywhere: '所有同类' },
    chosen: '选区',
    edges: '整个布局',
    zoom: '缩放',
    begin: '先在下方选好画什么，再在这里画',
  },
  picture: {
    heading: '图片',
    canvas: (state) =>
      ({
        none: '图片：还没有绘制',
        partial: '图片，未完成',
        whole: '由布局绘制的图片',
      })[state],
    overlay: '在图片上叠加布局',
    view: '显示内容',
    begin: '然后按“绘制”，看它慢慢成形',
    leaveFullScreen: '退出全屏',
    showLayout: '布局',
    showPicture: '图片',
  },
  settings: {
    heading: '图片设置',
    format: '尺寸',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: '常用尺寸',
    width: '宽度',
    height: '高度',
    formatNote: '布局会拉伸到新尺寸。撤销可恢复图片。',
    less: (what) => `减小${what}`,
    more: (what) => `增大${what}`,
    mood: '氛围',
    anyMood: '任意',
    moodOfPhoto: '取自照片…',
    seed: '种子',
    seedNote: (locked) => (locked ? '同样的布局，每次画出同样的图片。' : '每次画出的图片都不一样。'),
    variety: '变化',
    varietyValue: (step) => (step === undefined ? '自定义' : (VARIETY[step] ?? '')),
    advanced: '高级',
    temperature: '温度',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: '1 是模型训练时的值；越低越平静。',
    topKNote: '只考虑最可能的这么多个 token。',
    topPNote: '只考虑最可能、概率合计达到此值的 token。',
    guidance: '贴合布局',
    guidanceValue: (value) => (value <= 1 ? '宽松' : `${decimal(value)} ×`),
    guidanceNote: '选“宽松”，速度快一倍。',
    zoom: '远近',
    zoomValue: (zoom) => ['远景', '中景', '近景'][zoom - 1] ?? '',
    wholePictures: '这个模型只画整张图片：没有氛围可选，贴合布局的程度固定，也不能局部重绘或扩展图片。',
  },
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
  local: '你画的一切都不会离开这台设备。',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined ? `模型是“${title}”。` : `模型是“${title}”，来自 ${host}。`;
  },
  notices: {
    restarted: () => '绘制已重新启动。你的作品没有丢失。',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => '浏览器的存储恢复响应了，你上次的图片还在。',
    kept: () => '你的作品又能正常存储了。',
    unreadable: () => '你上次的图片无法读取，但仍然留着：可以在“我的图片”中把它保存为文件。现在打开的是新图片。',
    opened: ({ title }) => `${title === '' ? '你的图片' : `“${title}”`}已打开。`,
    begun: () => '这是一张新图片。之前那张已存入“我的图片”。',
    'making-file': () => '正在生成文件…',
    saved: () => '已保存。',
    copied: () => '已复制。',
    shared: ({ title, beside }) =>
      `这是别人分享给你的${title === '' ? '图片' : `“${title}”`}。` +
      (beside ? '你自己的作品没有变动：不用这个链接，直接打开页面就能看到。' : '撤销可恢复之前的内容。'),
    newer: () => '页面有新版本了。关闭它的所有标签页，下次打开就是新版。',
    'other-codebook': ({ bundle: name }) => `这张图片由另一个模型“${name}”绘制，这里只能显示它的布局。`,
    'mood-found': ({ name }) => `照片的氛围：${name}。`,
    'bundle-opened': ({ title }) => `下一张图片将由“${title}”绘制。`,
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
  keys: {
    $mod: 'Ctrl',
    $modMac: '⌘',
    Shift: 'Shift',
    Alt: 'Alt',
    BracketLeft: '[',
    BracketRight: ']',
    Minus: '-',
    Equal: '=',
    Slash: '/',
    NumpadAdd: '小键盘 +',
    NumpadSubtract: '小键盘 -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: 'Enter',
    Delete: 'Del',
    Backspace: 'Backspace',
  },
} satisfies Messages as Messages;
