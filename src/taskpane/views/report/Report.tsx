import reportIcon from '@fluentui/svg-icons/icons/document_table_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { reportTexts } from '../../../i18n/sheets/report';
import type { ReportSheetId } from '../../../risk/report/reportSheet';
import type { Tiering } from '../../model/ledger/tiering';
import { createReportModel } from '../../model/sheets/reportModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import './report.css';

/** Choose the sheets of a report, make them, refresh them. */
export function Report() {
  const pane = usePane();
  const report = usePart(createReportModel);
  const words = textsOf(reportTexts);
  useEffect(() => void report.look(), []);
  const offered = report.offered.value;
  const isList = pane.assessments.result.value?.ledger === null;
  return (
    <Layer title={words.title}>
      <div class="block">
        <p>{words.lead}</p>
        {isList && <p class="quiet small">{words.notForList}</p>}
      </div>
      <Make />
      <fieldset class="block reportSheets">
        <legend>{words.sheets}</legend>
        {offered.map(id => (
          <SheetChoice key={id} id={id} />
        ))}
      </fieldset>
    </Layer>
  );
}

function SheetChoice({ id }: { id: ReportSheetId }) {
  const report = usePart(createReportModel);
  const words = textsOf(reportTexts);
  return (
    <label class="reportSheet">
      <input type="checkbox" checked={report.chosen.value.has(id)} onChange={() => report.toggle(id)} />
      <span>
        <span class="reportSheetName">{words.onSheets.titles[id]}</span>
        <span class="quiet small">
          {words.what[id]}
          {report.inWorkbook.value.has(id) && ` · ${words.inWorkbook}`}
        </span>
      </span>
    </label>
  );
}

const asOfDate = ({ asOf, block }: Tiering): string =>
  formatDate(asOf.serial, block.is1904, currentLanguage());

/** What a press will touch, said before it, and the day it will be as of: sheets that are refreshed may show another. */
function Make() {
  const { work, assessments } = usePane();
  const report = usePart(createReportModel);
  const words = textsOf(reportTexts);
  const chosen = [...report.chosen.value];
  const there = chosen.filter(id => report.inWorkbook.value.has(id)).length;
  const answer = assessments.result.value;
  const will = [
    ...(answer === null ? [] : [words.figuresAsOf(asOfDate(answer))]),
    ...(chosen.length > there ? [words.willAdd(chosen.length - there)] : []),
    ...(there > 0 ? [words.willRefresh(there)] : []),
  ];
  return (
    <div class="block reportMake">
      {chosen.length === 0 ? (
        <p class="quiet small">{words.chooseOne}</p>
      ) : (
        will.map(line => (
          <p key={line} class="quiet small">
            {line}
          </p>
        ))
      )}
      <Button
        look="primary"
        icon={reportIcon}
        disabled={work.isWorking.value || chosen.length === 0}
        onClick={() => void report.make()}
      >
        {chosen.length > 0 && there === chosen.length ? words.refresh : words.make}
      </Button>
    </div>
  );
}
