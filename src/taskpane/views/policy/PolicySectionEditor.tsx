import addIcon from '@fluentui/svg-icons/icons/add_20_regular.svg';
import openIcon from '@fluentui/svg-icons/icons/chevron_down_20_regular.svg';
import closedIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import removeIcon from '@fluentui/svg-icons/icons/delete_20_regular.svg';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, formatShare } from '../../../i18n/numbers';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import { type FieldOption, fieldOf } from '../../../risk/policy/cells/policyFields';
import { policySections, type SectionId } from '../../../risk/policy/cells/policySections';
import { rowName } from '../../../risk/policy/draft/draftChanges';
import type { DraftProblem, DraftRow, PolicyDraft } from '../../../risk/policy/draft/policyDraft';
import { createPolicyModel } from '../../model/policy/policyModel';
import { addableRows, isRemovable, tierLetters } from '../../model/policy/policyRows';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { columnTitle, fieldProblemText } from '../../wording/policyWords';
import { PolicyFieldInput } from './PolicyField';

/** The id of the field of a cell, so that a problem leads to it. */
export const fieldId = (section: SectionId, row: number, column: string): string =>
  `policy-${section}-${row}-${column}`;

/** Names are rarely changed: they wait behind a button of their own. */
const nameColumns: ReadonlySet<string> = new Set(['english', 'chinese', 'metric']);

interface SectionProps {
  readonly section: SectionId;
  readonly draft: PolicyDraft;
  readonly problems: readonly DraftProblem[];
  readonly changeCount: number;
}

/** One table of the policy, closed until it is wanted; its rows are forms that fit a narrow pane. */
export function PolicySectionEditor({ section, draft, problems, changeCount }: SectionProps) {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const isOpen = model.openSections.value.has(section);
  const { rows } = draft.sections[section];
  const toggle = () => {
    const open = new Set(model.openSections.value);
    if (!open.delete(section)) open.add(section);
    model.openSections.value = open;
  };
  const ofSection = problems.filter(({ row }) => row === null);
  return (
    <section class="policySection">
      <h3>
        <button type="button" class="policyToggle" aria-expanded={isOpen} onClick={toggle}>
          <Icon source={isOpen ? openIcon : closedIcon} />
          <span class="policySectionName">{policySections[section].title[language]}</span>
          <span class="quiet small policyCount">
            {changeCount > 0 ? words.changed(changeCount) : words.rows(rows.length)}
          </span>
          {problems.length > 0 && <span class="policyBadge small">{words.problems(problems.length)}</span>}
        </button>
      </h3>
      {isOpen && (
        <div class="policyRows">
          {ofSection.map(problem => (
            <p key={problem.problem?.key} class="policyWrong small">
              {fieldProblemText(problem, language)}
            </p>
          ))}
          {section === 'factors' && <WeightSum rows={rows} />}
          {rows.map((row, index) => (
            <Row
              key={row.key}
              section={section}
              draft={draft}
              row={row}
              index={index}
              problems={problems.filter(problem => problem.row === row.key)}
            />
          ))}
          <Add section={section} draft={draft} />
        </div>
      )}
    </section>
  );
}

const weightOf = ({ cells }: DraftRow): number =>
  typeof cells.weight === 'number' && cells.weight > 0 ? cells.weight : 0;

function WeightSum({ rows }: { readonly rows: readonly DraftRow[] }) {
  const sum = rows.reduce((total, row) => total + weightOf(row), 0);
  const text = textsOf(policyEditorTexts).weightSum(
    formatNumber(sum, currentLanguage(), Number.isInteger(sum) ? 0 : 2),
  );
  return <p class="quiet small">{text}</p>;
}

interface RowProps {
  readonly section: SectionId;
  readonly draft: PolicyDraft;
  readonly row: DraftRow;
  readonly index: number;
  readonly problems: readonly DraftProblem[];
}

function Row({ section, draft, row, index, problems }: RowProps) {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const { columns } = draft.sections[section];
  const name = rowName(section, row.cells, language) || words.rowOf(index + 1);
  const edited = columns.filter(column => fieldOf(section, column, row.cells).kind !== 'fixed');
  const names = edited.filter(column => nameColumns.has(column));
  const values = edited.filter(
    column => !nameColumns.has(column) && !isOpenEnd(draft, section, index, column),
  );
  const hasWrongName = problems.some(({ column }) => column !== null && names.includes(column));
  const ofRow = problems.filter(({ column }) => column === null || !edited.includes(column));
  const why = typeof row.cells.why === 'string' ? row.cells.why : '';
  return (
    <fieldset class="policyRow">
      <legend>{name}</legend>
      {isRemovable(draft, section, index) && (
        <Button
          look="subtle"
          class="policyRemove"
          icon={removeIcon}
          aria-label={words.remove(name)}
          title={words.remove(name)}
          onClick={() => model.remove(section, row.key)}
        />
      )}
      <div class="policyFields">
        {values.map(column => (
          <FieldOfRow key={column} {...{ section, draft, row, column, problems }} />
        ))}
      </div>
      {section === 'factors' && <WeightShare draft={draft} row={row} />}
      {ofRow.map(problem => (
        <p key={problem.problem?.key} class="policyWrong small">
          {fieldProblemText(problem, language)}
        </p>
      ))}
      {names.length > 0 && (
        <details class="policyNames" open={hasWrongName || undefined}>
          <summary class="small">{words.names}</summary>
          <div class="policyFields">
            {names.map(column => (
              <FieldOfRow key={column} {...{ section, draft, row, column, problems }} />
            ))}
          </div>
        </details>
      )}
      {why !== '' && <p class="quiet small">{why}</p>}
    </fieldset>
  );
}

/** The last bucket is open, and the first ends on the due day: neither has a bound to edit. */
function isOpenEnd({ sections }: PolicyDraft, section: SectionId, index: number, column: string): boolean {
  const isLast = index === sections[section].rows.length - 1;
  if (column === 'toMonth') return isLast && isBlank(sections[section].rows[index].cells[column]);
  if (column !== 'toDay') return false;
  const cell = sections[section].rows[index].cells[column];
  return (isLast && isBlank(cell)) || (index === 0 && (isBlank(cell) || cell === 0));
}

const isBlank = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;

function WeightShare({ draft, row }: { readonly draft: PolicyDraft; readonly row: DraftRow }) {
  const sum = draft.sections.factors.rows.reduce((total, each) => total + weightOf(each), 0);
  if (sum === 0) return null;
  const share = formatShare(weightOf(row) / sum, currentLanguage());
  return <p class="quiet small">{textsOf(policyEditorTexts).weightShare(share)}</p>;
}

function FieldOfRow({
  section,
  draft,
  row,
  column,
  problems,
}: Omit<RowProps, 'index'> & { readonly column: string }) {
  const pane = usePane();
  const model = usePart(createPolicyModel);
  const language = currentLanguage();
  const field = fieldOf(section, column, row.cells);
  const problem = problems.find(each => each.column === column);
  const found = row.origin === null ? undefined : draft.sections[section].found[row.origin];
  const writeOption = ({ code, label }: FieldOption) => (column === 'metric' ? code : label[draft.language]);
  // A setting is named by its row: the header of its column is only `Value`.
  const label =
    section === 'settings' ? rowName(section, row.cells, language) : columnTitle(section, column, language);
  return (
    <PolicyFieldInput
      id={fieldId(section, row.key, column)}
      label={label}
      field={field}
      cell={row.cells[column]}
      wrong={problem === undefined ? '' : fieldProblemText(problem, language)}
      isChanged={found === undefined || (found[column] ?? '') !== (row.cells[column] ?? '')}
      letters={tierLetters(draft)}
      writeOption={writeOption}
      is1904={pane.sheet.current.value?.block.is1904 ?? false}
      onEdit={cell => model.edit(section, row.key, column, cell)}
    />
  );
}

function Add({ section, draft }: { readonly section: SectionId; readonly draft: PolicyDraft }) {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const addable = addableRows(draft, section, language);
  const [code, setCode] = useState('');
  if (addable.length === 0) return null;
  const labels: Readonly<Partial<Record<SectionId, string>>> = words.addRow;
  const label = labels[section];
  if (label !== undefined) {
    return (
      <Button icon={addIcon} onClick={() => model.add(section, addable[0])}>
        {label}
      </Button>
    );
  }
  const chosen = addable.find(row => row.code === code) ?? addable[0];
  return (
    <div class="policyAdd">
      <select
        aria-label={words.addOf(policySections[section].title[language])}
        value={chosen.code}
        onChange={event => setCode(event.currentTarget.value)}
      >
        {addable.map(row => (
          <option key={row.code} value={row.code}>
            {row.name || words.ownFactor}
          </option>
        ))}
      </select>
      <Button icon={addIcon} onClick={() => model.add(section, chosen)}>
        {words.add}
      </Button>
    </div>
  );
}
