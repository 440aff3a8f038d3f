import { texts } from '../../../i18n/catalogue';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Mapping } from '../mapping/Mapping';
import './unfinished.css';

/** A sheet that lacks a column it needs: the mapping itself is the next step. */
export function Unfinished() {
  const pane = usePane();
  const { mapping } = texts();
  const sheet = pane.sheet.current.value;
  if (sheet === null) return null;
  return (
    <section class="unfinished" aria-labelledby="unfinishedTitle">
      <h1 id="unfinishedTitle">{mapping.title}</h1>
      <Mapping sheet={sheet} />
      <Button onClick={() => void pane.tierActiveSheet()}>{mapping.reread}</Button>
    </section>
  );
}
