import { Fragment, type ReactElement } from 'react';
import { COMMAND_GROUPS, COMMANDS } from '../../state/commands.ts';
import { words } from '../i18n/words.ts';
import { keyNames } from '../keyNames.ts';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import styles from './HelpDialog.module.css';

/** The keys, as the command table has them. */
export default function HelpDialog(): ReactElement {
  return (
    <Dialog heading={words.dialogs.help.heading} wide>
      <p className={form.intro}>{words.dialogs.help.note}</p>
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{words.commandGroups[group]}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(({ id, keys }) => (
                <div key={id} className={styles.line}>
                  <dt>{words.commands[id]}</dt>
                  <dd>
                    {keys.map((binding, index) => (
                      <Fragment key={binding}>
                        {index > 0 && <span className={form.smallNote}>{words.dialogs.help.or}</span>}
                        {keyNames(binding).map((name) => (
                          <kbd key={name}>{name}</kbd>
                        ))}
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className={styles.group}>
          <h3>{words.dialogs.help.canvasHeading}</h3>
          <dl>
            {words.dialogs.help.canvas.map(([keys, what]) => (
              <div key={keys} className={styles.line}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
