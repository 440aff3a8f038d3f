import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import { usePane } from '../../paneContext';

/** Who types a date passes through others (the year 202 on the way to 2024): so long nothing is computed. */
const typingPauseMilliseconds = 400;

/** The as-of date, to be changed: counted when the typing stops, or at once on Enter and on leaving. */
export function AsOfDate({ serial, is1904 }: { serial: number; is1904: boolean }) {
  const pane = usePane();
  const { header } = texts();
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = isoOfSerial(serial, is1904);
  useEffect(() => () => clearTimeout(pause.current), []);

  const choose = async (input: HTMLInputElement): Promise<void> => {
    clearTimeout(pause.current);
    const chosen = serialOfIso(input.value, is1904);
    if (chosen === null || chosen === serial) return;
    await pane.chooseAsOf(chosen);
    // Excel may have refused it, and the field would still show it.
    const counted = pane.assessments.result.value?.asOf.serial ?? serial;
    if (serialOfIso(input.value, is1904) === chosen) input.value = isoOfSerial(counted, is1904);
  };

  return (
    <label class="frameDate small">
      <span class="quiet">{header.asOf}</span>
      <input
        type="date"
        required
        aria-label={header.asOfLabel}
        value={shown}
        onInput={event => {
          const input = event.currentTarget;
          clearTimeout(pause.current);
          pause.current = setTimeout(() => void choose(input), typingPauseMilliseconds);
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') void choose(event.currentTarget);
        }}
        onBlur={event => {
          const input = event.currentTarget;
          if (serialOfIso(input.value, is1904) === null) input.value = shown;
          else void choose(input);
        }}
      />
    </label>
  );
}
