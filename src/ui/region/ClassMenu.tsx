import { PaintbrushVertical, SquareDashed } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { LayoutClass } from '../../core/classes.ts';
import { canRepaintPart } from '../../state/painting/possible.ts';
import { cellsOfClass, markClass, repaintClass } from '../../state/painting/regionActions.ts';
import { words } from '../i18n/words.ts';
import { ICON } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { usePopover } from '../parts/Popover.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';

interface ClassMenuProps {
  readonly of: LayoutClass;
  /** Where it was asked for: the menu opens there, and the focus comes back there. */
  readonly at: HTMLElement;
  readonly onClose: () => void;
}

/** What can be done with all of a class. It is open while it is there. */
export default function ClassMenu({ of: { id, name }, at, onClose }: ClassMenuProps): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const anchor = useRef(at);
  const canRepaint = usePage(canRepaintPart);
  const isThere = cellsOfClass(studio, id).includes(1);
  const { panel } = tie;
  useEffect(() => {
    panel.current?.showPopover();
    panel.current?.querySelector('button')?.focus();
  }, [panel]);
  const disabled = !canRepaint || !isThere;
  return (
    <Menu
      label={words.region.ofClass(name)}
      tie={{ ...tie, anchor: { ...tie.anchor, ref: anchor } }}
      onToggle={(open) => {
        if (open) return;
        if (panel.current?.contains(document.activeElement) || document.activeElement === document.body) at.focus();
        onClose();
      }}
      items={[
        {
          label: words.region.repaintClass(name),
          icon: <PaintbrushVertical {...ICON} />,
          disabled,
          run: () => repaintClass(studio, id),
        },
        {
          label: words.region.markClass(name),
          icon: <SquareDashed {...ICON} />,
          disabled,
          run: () => markClass(studio, id),
        },
      ]}
    />
  );
}
