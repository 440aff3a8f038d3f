import { useState } from 'preact/hooks';
import { areaAddress } from '../../../excel/address';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { checkTexts } from '../../../i18n/pane/check';
import { findingTexts } from '../../../i18n/problems/findings';
import { groupBy } from '../../../risk/groupBy';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import { type FixKind, fixKinds } from '../../../risk/ledger/fixes/fix';
import type { Finding, FindingKind } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { createCheckModel } from '../../model/sheets/checkModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { countOf, noteKinds, problemKinds } from '../../wording/findingKinds';

const firstShown = 5;
const shownMore = 100;

/** A sheet with what is doubtful on it. */
interface CheckedSheet extends Pick<Tiering, 'block' | 'recognition' | 'findings' | 'findingCounts'> {
  /** The customer list that is joined: what is doubtful there counts otherwise. */
  readonly isList: boolean;
}

/**
 * Problems by kind, in plain words; each goes to its cell. What is only worth knowing comes after them, and what is on a joined
 * customer list after what is on the ledger.
 */
export function Problems({ tiering }: { tiering: Tiering }) {
  const { findings: words } = texts();
  const { join } = tiering;
  const list: CheckedSheet | null = join && {
    ...join.sheet,
    isList: true,
    findings: join.listFindings.findings,
    findingCounts: countFindings(join.listFindings),
  };
  const sheets = [tiering, ...(list === null ? [] : [list])];
  const isNone = sheets.every(({ findingCounts }) => countOf(findingCounts, problemKinds) === 0);
  return (
    <>
      <p class="quiet small checkLead">{isNone ? words.none : words.lead}</p>
      <ProblemsOfSheet sheet={{ ...tiering, isList: false }} />
      {list !== null && list.findings.length > 0 && (
        <>
          <h3 class="checkSheet">{textsOf(checkTexts).onList(list.block.sheetName)}</h3>
          <ProblemsOfSheet sheet={list} />
        </>
      )}
    </>
  );
}

function ProblemsOfSheet({ sheet }: { sheet: CheckedSheet }) {
  const { findings: words } = texts();
  const byKind = groupBy(sheet.findings, ({ kind }) => kind);
  const Heading = sheet.isList ? 'h4' : 'h3';
  const ofKind = (kind: FindingKind) => {
    const findings = byKind.get(kind);
    if (findings === undefined) return null;
    const count = sheet.findingCounts.get(kind) ?? 0;
    return <ProblemsOfKind key={kind} kind={kind} findings={findings} count={count} sheet={sheet} />;
  };
  return (
    <>
      {problemKinds.map(ofKind)}
      {noteKinds.some(kind => byKind.has(kind)) && (
        <section class="checkNotes">
          <Heading>{words.notes}</Heading>
          <p class="quiet small">{words.notesLead}</p>
          {noteKinds.map(ofKind)}
        </section>
      )}
    </>
  );
}

interface ProblemsOfKindProps {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly sheet: CheckedSheet;
}

function ProblemsOfKind({ kind, findings, count, sheet }: ProblemsOfKindProps) {
  const pane = usePane();
  const { findings: words } = texts();
  const { listAdvice } = textsOf(checkTexts);
  const [shown, setShown] = useState(firstShown);
  const { title, advice } = textsOf(findingTexts)[kind];
  const { isList, block } = sheet;
  // Notes stand below a heading of their own.
  const level = 3 + Number(isList) + Number(noteKinds.some(note => note === kind));
  const Title = `h${level}` as 'h3' | 'h4' | 'h5';
  const rest = findings.length - shown;
  const more = words.more(Math.min(rest, shownMore));
  const goTo = async (finding: Finding): Promise<void> => {
    const refused = await pane.rowSelection.goToCell(finding.row, finding.column, block);
    if (refused !== null) pane.notices.refuse(refused, () => goTo(finding));
  };
  return (
    <section class="block checkKind">
      <Title>{title(count)}</Title>
      <p class="quiet small">{(isList && listAdvice[kind]) || advice}</p>
      <ul>
        {findings.slice(0, shown).map(finding => (
          <li key={`${finding.row},${finding.column}`}>
            <button type="button" class="checkCell" onClick={() => void goTo(finding)}>
              <span class="number">{placeOf(finding, sheet)}</span>
              <span class="checkColumn quiet">{sheet.recognition.headers[finding.column] ?? ''}</span>
              <span class="checkFound">{foundWords(finding)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          look="subtle"
          class="startsLine"
          aria-label={`${more}${texts().phraseSeparator}${title(count)}`}
          onClick={() => setShown(shown + shownMore)}
        >
          {more}
        </Button>
      )}
      {!isList && <FixesOfKind kind={kind} />}
    </section>
  );
}

/** The way to the fixes of a kind, where there are any. */
function FixesOfKind({ kind }: { kind: FindingKind }) {
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  // What is assumed of an order of day and month is said before its dates are written.
  const wanted: FindingKind = kind === 'assumedDateOrder' ? 'textDate' : kind;
  const fixKind: FixKind | undefined = fixKinds.find(known => known === wanted);
  const proposals = model.proposals.value;
  if (fixKind === undefined || proposals === null) return null;
  const fixable = proposals.counts[fixKind];
  const asked = proposals.undecided.some(undecided => undecided.kind === fixKind);
  if (fixable === 0 && !asked) return null;
  const isAsking = fixable === 0 || (asked && kind === 'assumedDateOrder');
  return (
    <Button
      onClick={() => {
        model.kind.value = isAsking ? null : fixKind;
        model.view.value = 'fixes';
      }}
    >
      {isAsking ? words.sayHow : words.fixThese(fixable)}
    </Button>
  );
}

/** What the cell holds; of dates whose order was assumed, what was taken to come first. */
function foundWords({ kind, found }: Finding): string {
  const { findings: words } = texts();
  const orders: Readonly<Record<string, string>> = textsOf(checkTexts).orders;
  if (kind === 'assumedDateOrder' && found in orders) return words.comesFirst(orders[found]);
  return found === '' ? words.empty : words.found(found);
}

/** The cell's address, or its row where it is about the row. */
function placeOf({ row, column }: Finding, { block }: CheckedSheet): string {
  if (column < 0) return texts().findings.cell(block.row + row + 1);
  return areaAddress(block.row + row, block.column + column, 1, 1);
}
