import { Fragment, type ReactElement } from 'react';
import { COMMAND_GROUPS, COMMANDS } from '../../state/commands.ts';
import { en } from '../i18n/en.ts';
import { keyNames } from '../keyNames.ts';
import { Dialog } from '../parts/Dialog.tsx';
import styles from './HelpDialog.module.css';

const { help } = en.dialogs;

/** The keys, as the command table has them. */
export default function HelpDialog(): ReactElement {
  return (
    <Dialog heading={help.heading} wide>
      <p className={styles.note}>{help.note}</p>
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{en.commandGroups[group]}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(({ id, keys }) => (
                <div key={id} className={styles.line}>
                  <dt>{en.commands[id]}</dt>
                  <dd>
                    {keys.map((binding, index) => (
                      <Fragment key={binding}>
                        {index > 0 && <span className={styles.or}>{help.or}</span>}
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
          <h3>{help.canvasHeading}</h3>
          <dl>
            {help.canvas.map(([keys, what]) => (
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
