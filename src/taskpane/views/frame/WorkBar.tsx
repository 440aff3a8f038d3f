import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber } from '../../../i18n/numbers';
import { usePane } from '../../paneContext';

/** What is being done and how far it is, once it takes longer than half a second; with Cancel where that leaves nothing behind. */
export function WorkBar() {
  const { work } = usePane();
  const words = texts().work;
  const current = work.current.value;
  const isShown = work.isSlow.value && current !== null;
  return (
    <>
      <p class="onlyHeard" role="status">
        {isShown && words[current.stage]}
      </p>
      <div class="workBar" hidden={!isShown}>
        {isShown && (
          <>
            <progress
              class="workProgress"
              max={1}
              aria-label={words[current.stage]}
              {...(current.share === null ? {} : { value: current.share })}
            />
            <span class="small workText" aria-hidden="true">
              {words[current.stage]}
            </span>
            {current.share !== null && (
              <span class="small number quiet">{formatNumber(current.share * 100, currentLanguage())}%</span>
            )}
            {current.canCancel && (
              <button type="button" class="link small" onClick={work.cancel}>
                {words.cancel}
              </button>
            )}
          </>
        )}
      </div>
    </>
  );
}
