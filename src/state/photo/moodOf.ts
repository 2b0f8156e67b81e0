import { nearestMood } from '../../core/photo/mood.ts';
import type { MoodFeatures } from '../../core/photo/moodFeatures.ts';
import { wholeRect } from '../../core/rect.ts';
import { moodSpaceOf, type Manifest } from '../../protocol/manifest.ts';
import type { OpenRequest, PictureReader } from '../../protocol/pictureReader.ts';
import type { ReaderReply } from '../../protocol/readerReply.ts';

/** The mood that is nearest to a picture; undefined where the model does not say what its moods are like. */
export function moodOf(manifest: Manifest | undefined, features: MoodFeatures): Manifest['moods'][number] | undefined {
  const space = moodSpaceOf(manifest);
  return space && manifest?.moods[nearestMood(features, space)];
}

/** Light and colour change little with a picture's size. Pixels of the longer side. */
const SIDE = 512;

/** Opens a photograph for the light and colour of all of it. */
export async function readFeatures(reader: PictureReader, request: OpenRequest): Promise<ReaderReply<MoodFeatures>> {
  const opened = await reader.open({ ...request, as: 'photograph' });
  if (!opened.ok) return opened;
  if (opened.value.kind !== 'photograph') return { ok: false, problem: { code: 'reading-failed' } };
  const { photograph } = opened.value;
  const { width, height } = photograph;
  const scale = SIDE / Math.max(width, height);
  const scaled = (side: number) => Math.max(1, Math.round(scale * side));
  const cut = await reader.cut({
    crop: wholeRect(photograph),
    width: scaled(width),
    height: scaled(height),
  });
  return cut.ok ? { ok: true, value: cut.value.features } : cut;
}
