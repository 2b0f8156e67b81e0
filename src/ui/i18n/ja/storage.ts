import type { Stored, StorageReport } from '../../../io/browserStorage.ts';
import type { StorageMessages } from '../en/storage.ts';
import { bytes, number } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: 'モデル',
  engine: 'エンジン',
  page: 'ページ',
  work: '描いた絵',
};

/** Words about what is kept in this browser. */
export const storage: StorageMessages = {
  heading: 'このブラウザに保存中のデータ',
  note: 'すべてこの端末の中だけにあります。モデル、エンジン、ページは、必要になればまたダウンロードされます。削除した絵は元に戻せません。',
  parts: PARTS,
  size: (part: Stored, { parts, former }: Pick<StorageReport, 'parts' | 'former'>) => {
    if (part === 'work') return `${number(parts.work)}枚`;
    if (parts[part] === 0) return 'なし';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}（うち${bytes(old)}は使われなくなった分）`;
  },
  looking: '計測中',
  remove: '削除',
  sure: '本当に削除？',
  delete: (part: Stored) => `${PARTS[part]}を削除`,
  really: (part: Stored) => `本当に${PARTS[part]}を削除`,
  deleted: (part: Stored) => `${PARTS[part]}を削除しました。`,
  keep: 'ブラウザに保護を依頼',
  promised: 'このデータはブラウザに保護され、自動では消されません。',
  refused:
    'ブラウザは保護を約束しませんでした。空きが少なくなると消されることがあります。大切な絵は、プロジェクトとして保存してください。',
};
