import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
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
import { bytes, decimal, duration, formats, number, part } from './zh/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['平静', '温和', '均衡', '活泼', '狂放'];

const backend = backendText({
  gpu: '用 GPU 绘制（WebGPU）。',
  gpuFaster: '用 GPU 绘制（WebGPU）：两种都试过，它更快。',
  gpuAsked: '用 GPU 绘制（WebGPU）：页面网址里这样指定。',
  processor: (threads, why) => `用 CPU 绘制（WebAssembly，${threads}）：${why}。`,
  whyNotWebGpu: {
    available: '两种都试过，WebGPU 更慢',
    absent: '这个浏览器不支持 WebGPU',
    'no-adapter': '浏览器没有提供 GPU',
    software: '浏览器的 GPU 只是软件模拟的',
    failed: 'GPU 没有通过自检',
    'not-tried': '页面网址里这样指定',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? `${number(tokens)} 个线程`
      : `${number(tokens)} 个线程选 token，${number(pixels)} 个线程生成像素`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: '读取布局',
  step: '选择 token',
  encoder: '读取照片',
  segmenter: '识别照片的布局',
  features: '生成像素（前半程）',
  upsampler: '生成像素（后半程）',
  condition: '读取布局',
  decoder: '生成像素',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `正在下载模型：${bytes(done)} / ${bytes(total)}`,
  prepare: () => '正在准备模型',
  encode: () => '正在读取照片',
  segment: () => '正在识别照片的布局',
  sample: ({ done, total }) => `正在绘制：${part(done, total)}`,
  decode: ({ done, total }) => `正在生成像素：${part(done, total)}`,
};

const rest = restText((seconds) => `还剩 ${duration(seconds)}`);

export const zh = {
  title: 'Plein Air',
  formats,
  names,
  commands: {
    brush: '画笔',
    eraser: '橡皮擦',
    line: '直线',
    polyline: '折线',
    rectangle: '矩形',
    ellipse: '椭圆',
    fill: '填充',
    select: '选择',
    pick: '吸取类别',
    pan: '平移',
    smaller: '缩小画笔',
    larger: '放大画笔',
    mirror: '镜像绘画',
    'swap-classes': '上一个类别',
    'class-1': '天空',
    'class-2': '云',
    'class-3': '山',
    'class-4': '雪',
    'class-5': '岩石',
    'class-6': '树木',
    'class-7': '草地',
    'class-8': '植物',
    'class-9': '水',
    'class-10': '沙地',
    'class-11': '泥土',
    'class-12': '任意',
    undo: '撤销',
    redo: '重做',
    history: '历史',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    'choose-all': '全选',
    'choose-nothing': '取消选择',
    'clear-selection': '擦除选区',
    'flip-across': '水平翻转',
    'flip-over': '垂直翻转',
    roughen: '边缘粗糙化',
    clear: '清空布局',
    paint: '绘制',
    'go-on': '继续',
    repaint: '重绘改动',
    live: '每画一笔就重绘',
    mark: '局部重绘',
    again: '重绘标记处',
    candidates: '绘制多个版本来挑选',
    measure: '模型的想法',
    'extend-left': '向左扩展',
    'extend-right': '向右扩展',
    'extend-top': '向上扩展',
    'extend-bottom': '向下扩展',
    panorama: '全景：一直向右扩展，直到停止',
    stop: '停止',
    'roll-seed': '换个种子',
    'lock-seed': '锁定种子',
    save: '保存图片',
    'save-large': '以两倍尺寸保存图片',
    export: '另存为…',
    'save-pair': '布局与图片并排',
    'save-project': '项目，包含所有内容',
    'save-layout': '布局，Plein Air 编号',
    'save-layout-coco-stuff': '布局，COCO-Stuff 编号（S-FLCKR）',
    'save-layout-gaugan': '布局，GauGAN 颜色',
    'save-layout-ade20k': '布局，ADE20K 编号',
    'zoom-in': '放大',
    'zoom-out': '缩小',
    'zoom-fit': '适合窗口',
    'zoom-real': '实际大小',
    compare: '对比（按住）',
    'compare-before': '与上一张图片对比（按住）',
    replay: '回放',
    'full-screen': '全屏查看图片',
    'other-view': '切换布局和图片',
    share: '分享链接',
    open: '打开文件…',
    photograph: '扩展照片…',
    starters: '模板',
    pictures: '我的图片',
    gallery: '画廊',
    find: '查找命令',
    help: '键盘快捷键',
    storage: '存储',
    about: '关于',
  },
  commandGroups: {
    tools: '工具',
    classes: '画什么',
    edit: '编辑',
    picture: '图片',
    view: '视图',
    page: '页面',
  },
  errors: {
    ABORTED: { what: '已停止绘制。', advice: '按“绘制”可重新开始。' },
    MANIFEST_MISSING: {
      what: '这个地址没有模型。',
      advice: '请检查“?bundle=”后面的地址，或从文件打开模型。',
    },
    MANIFEST_INVALID: {
      what: '这个页面无法读取该地址的模型。',
      advice: '可能需要更新版本的页面。请换一个模型试试。',
    },
    GRAPH_MISSING: {
      what: '模型有一部分没找到。',
      advice: '可能正在更新，请稍后再试。',
    },
    GRAPH_TRUNCATED: { what: '模型有一部分没有下载完整。', advice: '请重试。' },
    GRAPH_HASH: {
      what: '模型有一部分已损坏，因此没有使用。',
      advice: '请重试。如果仍然这样，说明网站上的文件已损坏。',
    },
    NETWORK: {
      what: '下载模型或引擎时网络中断了。',
      advice: '请检查网络后重试；如果网络正常，可能是浏览器扩展拦截了下载。已下载的文件不会重新下载。',
    },
    ENGINE_FILE: {
      what: '运行模型所需的文件没有正常下载。',
      advice: '可能被浏览器扩展或过滤软件拦截，也可能网站上缺少它。请停用扩展后重试；如果仍然这样，请向我们反馈。',
    },
    NO_BACKEND: {
      what: 'GPU 和 CPU 都没有通过模型的自检。',
      advice: '换用更新的浏览器也许可以解决。请附上详情向我们反馈。',
    },
    DEVICE_LOST: {
      what: 'GPU 不可用了。',
      advice: '设备休眠或驱动重启时会这样。请继续或重试。',
    },
    OUT_OF_MEMORY: {
      what: '内存不足。',
      advice: '请关闭其他标签页或选小一点的尺寸，然后重试。',
    },
    WORKER_DIED: {
      what: '绘制意外中断，已重新启动。',
      advice: '请继续或重试。',
    },
    BAD_REQUEST: { what: '模型画不了这个。', advice: '请换个尺寸或氛围试试。' },
    INTERNAL: {
      what: '绘制时出了点问题。',
      advice: '请重试。如果仍然这样，请向我们反馈。',
    },
  },
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
  job: {
    label: '绘制',
    paint: '绘制',
    paintNew: '重新开始',
    paintAll: '全部重绘',
    stop: '停止',
    goOn: '继续',
    fetch: '立即下载',
    fetchYes: '下载',
    notNow: '以后再说',
    again: '重试',
    dismiss: '关闭',
    details: '详情',
    modelSize: (size) => `绘制需要 ${bytes(size)} 的模型，只下载一次，之后留在这台设备上。`,
    savesData: (size) => `浏览器要求网页节省流量。绘制需要 ${bytes(size)} 的模型，只下载一次。现在下载吗？`,
    ready: '可以绘制了。',
    starting: (purpose) => (purpose === 'fetch' ? '正在查找模型' : '正在准备'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: '正在停止',
    stopped: (done, total) => `已停止，图片画到 ${part(done, total)}。`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? '模型已准备好。'
        : purpose === 'segment'
          ? '布局已和照片一致。'
          : `完成，用时 ${duration(seconds)}。`,
    nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : '你的作品没有丢失。'),
    announce: (job, percent) => {
      if (job.phase === 'download') return percent === 100 ? '模型已下载。' : `正在下载模型，${percent}%。`;
      if (job.phase === 'prepare') return percent === 100 ? '模型已准备好。' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : '正在读取照片。';
      if (job.phase === 'segment') return percent === 100 ? '' : '正在识别照片的布局。';
      if (job.phase === 'decode') return percent === 100 ? '图片已完成。' : '';
      return percent === 100 ? '全部画好了。' : `正在绘制，${percent}%。`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}：${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
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
  dialogs: {
    close: '关闭',
    starters: {
      heading: '模板',
      note: '从一个布局和由它绘制的图片开始。撤销可恢复现在的内容。',
      loading: '正在加载模板',
      none: '这里没有模板。选个类别，自己画吧。',
      blank: '空白',
      recent: '最近',
    },
    help: {
      heading: '键盘快捷键',
      note: '在输入框里打字时不起作用，其他时候随时可用。',
      canvasHeading: '在画布上',
      canvas: [
        ['空格 + 拖动', '平移'],
        ['滚轮，或双指', '缩放'],
        ['Alt + 点击', '吸取类别'],
        ['方向键', '让画笔移动 1 像素，按住 Shift 移动 16 像素'],
        ['Enter', '点一笔'],
        ['空格 + 方向键', '连续画'],
        ['Esc', '取消正在画的内容'],
        ['Shift', '画直线、正方形和正圆'],
        ['双击', '结束折线'],
      ],
      or: '或',
    },
    about: {
      heading: '关于 Plein Air',
      intro: '画出哪里是天空、哪里是水、哪里是树林，网页里的小型神经网络就会在你眼前把布局变成图片。',
      local: '哪些内容留在你的设备上',
      localText:
        '全部。这个页面背后没有服务器。布局、图片和设置都保存在浏览器里，模型也只是几个文件，下载并校验后就留在本地。',
      rights: '图片归谁所有',
      rightsText:
        '就这个页面而言，你在这里画出的图片可以随意使用。下面列出了模型学习过的资料及其许可协议，供你自行判断。',
      model: (title) => `模型：${title}`,
      modelFrom: ({ from, host }) => {
        if (from === 'files') return '从你的文件加载。';
        if (host !== undefined) return `从 ${host} 加载：由“?bundle=”后面的地址指定。`;
        return from === 'address' ? '从“?bundle=”后面的地址加载。' : '';
      },
      trainedOn: '训练数据',
      measured: '实测结果',
      limits: '局限',
      licence: '许可协议',
      segmenter: '照片的布局',
      segmenterText: (source, licence) => `${source} 许可协议：${licence}。`,
      noModel: '还没读取到模型的说明。',
      machine: '在这台设备上',
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
