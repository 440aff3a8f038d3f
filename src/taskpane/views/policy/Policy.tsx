import sheetIcon from '@fluentui/svg-icons/icons/table_settings_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import { problemText } from '../../../i18n/problems/problems';
import { policySections, sectionIds } from '../../../risk/policy/cells/policySections';
import type { DraftChange } from '../../../risk/policy/draft/draftChanges';
import { rowName } from '../../../risk/policy/draft/draftChanges';
import type { DraftProblem, PolicyDraft } from '../../../risk/policy/draft/policyDraft';
import { presetIds, presets } from '../../../risk/policy/presets';
import { createPolicyModel, type PolicyModel } from '../../model/policy/policyModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import { columnTitle, fieldProblemText, loggedValue, policyValue } from '../../wording/policyWords';
import { PolicyFiles } from './PolicyFiles';
import { fieldId, PolicySectionEditor } from './PolicySectionEditor';
import { WhatIfView } from './WhatIf';
import './policy.css';

/** The editor over the tables of the policy: nothing is written before what it would change was seen. */
export function Policy() {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  useEffect(() => void model.look(), []);
  const draft = model.draft.value;
  return (
    <Layer title={words.title}>
      <p class="quiet small">{words.lead}</p>
      {draft === null ? (
        <p class="quiet" role="status">
          {words.reading}
        </p>
      ) : model.state.value === 'unreadable' ? (
        <Unreadable />
      ) : (
        <Editor draft={draft} />
      )}
    </Layer>
  );
}

/** Without a table or a header nothing can be written back to where it belongs. */
function Unreadable() {
  const pane = usePane();
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  return (
    <MessageBar
      intent="error"
      actions={[
        { label: words.showSheet, run: pane.showPolicy },
        { label: words.lookAgain, run: model.lookAgain },
      ]}
    >
      {words.unreadable}
      <ul>
        {model.missing.value.map(problem => (
          <li key={JSON.stringify(problem.detail)}>{problemText(problem, language)}</li>
        ))}
      </ul>
    </MessageBar>
  );
}

function Editor({ draft }: { readonly draft: PolicyDraft }) {
  const pane = usePane();
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const problems = model.reading.value?.problems ?? [];
  const changes = model.changes.value;
  return (
    <div class="policyEditor">
      {!model.hasSheet.value && <MessageBar intent="info">{words.noSheet}</MessageBar>}
      {model.isOutdated.value && (
        <MessageBar intent="warning" actions={[{ label: words.lookAgain, run: model.lookAgain }]}>
          {words.outdated}
        </MessageBar>
      )}
      <Presets />
      <div role="status">{problems.length > 0 && <Problems draft={draft} problems={problems} />}</div>
      {changes.length > 0 && <Pending changes={changes} hasProblems={problems.length > 0} />}
      <div class="block policySections">
        {sectionIds.map(section => (
          <PolicySectionEditor
            key={section}
            section={section}
            draft={draft}
            problems={problems.filter(problem => problem.section === section)}
            changeCount={changes.filter(change => change.section === section).length}
          />
        ))}
      </div>
      <div class="block">
        <Button look="subtle" class="startsLine" icon={sheetIcon} onClick={() => void showFirst(model)}>
          {words.showSheet}
        </Button>
      </div>
      <PolicyFiles />
      <Log />
      {changes.length > 0 && (
        <div class="policyFooter">
          <p class="small">{words.applyWill(changes.length)}</p>
          <div class="policyActions">
            <Button
              look="primary"
              disabled={problems.length > 0 || pane.work.isWorking.value}
              onClick={() => void model.apply()}
            >
              {words.apply}
            </Button>
            <Button onClick={model.discard}>{words.discard}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** What is open is what the user looks at: its table is shown first. */
const showFirst = (model: PolicyModel): Promise<void> =>
  model.show(sectionIds.find(section => model.openSections.value.has(section)) ?? 'settings', null, null);

function Presets() {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  return (
    <section class="block" aria-label={words.start}>
      <h3>{words.start}</h3>
      <div class="policyActions">
        {presetIds.map(id => (
          <Button key={id} title={presets[id].why[language]} onClick={() => model.takePreset(id)}>
            {presets[id].name[language]}
          </Button>
        ))}
        <Button onClick={model.takeDefaults}>{words.defaults}</Button>
      </div>
      <p class="quiet small">{words.startHelp}</p>
    </section>
  );
}

interface ProblemsProps {
  readonly draft: PolicyDraft;
  readonly problems: readonly DraftProblem[];
}

/** Everything that is wrong, each a way to its field. */
function Problems({ draft, problems }: ProblemsProps) {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const goTo = ({ section, row, column }: DraftProblem): void => {
    model.openSections.value = new Set([...model.openSections.value, section]);
    // The field is there once its section is drawn.
    setTimeout(() => {
      const field =
        row === null || column === null ? null : document.getElementById(fieldId(section, row, column));
      if (field) field.focus();
      else void model.show(section, row, column);
    }, 0);
  };
  const place = ({ section, row, column }: DraftProblem): string => {
    const cells = draft.sections[section].rows.find(({ key }) => key === row)?.cells;
    return [
      policySections[section].title[language],
      ...(cells === undefined ? [] : [rowName(section, cells, language)]),
      ...(column === null || section === 'settings' ? [] : [columnTitle(section, column, language)]),
    ].join(' · ');
  };
  return (
    <MessageBar intent="error" title={words.problems(problems.length)}>
      <ul class="policyProblems">
        {problems.map(problem => (
          <li key={`${problem.section} ${problem.row} ${problem.column}`}>
            <button type="button" class="link" onClick={() => goTo(problem)}>
              {place(problem)}
            </button>
            <span class="small"> {fieldProblemText(problem, language)}</span>
          </li>
        ))}
      </ul>
    </MessageBar>
  );
}

/** So many changes are listed; a preset has more. */
const listedChanges = 8;

function Pending({
  changes,
  hasProblems,
}: {
  readonly changes: readonly DraftChange[];
  readonly hasProblems: boolean;
}) {
  const pane = usePane();
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const tiering = pane.assessments.result.value;
  const whatIf = model.whatIf.value;
  const policy = model.reading.value?.policy;
  const is1904 = pane.sheet.current.value?.block.is1904 ?? false;
  return (
    <>
      <section class="block policyWhatIf" aria-busy={model.isComputing.value}>
        <h3>{words.whatIf}</h3>
        {tiering === null ? (
          <p class="quiet small">{words.noTiering}</p>
        ) : hasProblems ? (
          <p class="quiet small">{words.solveFirst}</p>
        ) : whatIf === null || policy === undefined ? (
          <p class="quiet small">{words.computing}</p>
        ) : (
          <WhatIfView whatIf={whatIf} tiering={tiering} policy={policy} />
        )}
      </section>
      <section class="block">
        <h3>{words.changeList}</h3>
        <ul class="policyChangeList small">
          {changes.slice(0, listedChanges).map(({ section, row, column, from, to, cells }) => (
            <li key={`${section} ${row} ${column}`}>
              <span>
                {[
                  policySections[section].title[language],
                  row,
                  ...(section === 'settings' ? [] : [columnTitle(section, column, language)]),
                ].join(' · ')}
              </span>
              <FromTo
                from={policyValue(section, column, from, cells, language, is1904)}
                to={policyValue(section, column, to, cells, language, is1904)}
              />
            </li>
          ))}
        </ul>
        {changes.length > listedChanges && (
          <p class="quiet small">{words.moreChanges(changes.length - listedChanges)}</p>
        )}
      </section>
    </>
  );
}

function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  const words = textsOf(policyEditorTexts);
  return (
    <span class="policyFromTo">
      <span aria-hidden="true">{words.fromTo(from, to)}</span>
      <span class="onlyHeard">{words.beforeAfter(from, to)}</span>
    </span>
  );
}

/** So many of the latest changes are shown; the sheet has them all. */
const shownChanges = 5;

function Log() {
  const pane = usePane();
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const log = model.log.value;
  const is1904 = pane.sheet.current.value?.block.is1904 ?? false;
  return (
    <div class="block">
      <h3>{words.log}</h3>
      {log.length === 0 ? (
        <p class="quiet small">{words.noLog}</p>
      ) : (
        <>
          <ul class="policyChangeList small">
            {log.slice(0, shownChanges).map(({ when, section, row, column, from, to, format }, index) => (
              <li key={index}>
                <span>
                  <span class="quiet">{formatDate(when, false, language)}</span>{' '}
                  {[section, row, column].join(' · ')}
                </span>
                <FromTo
                  from={loggedValue(from, format, language, is1904)}
                  to={loggedValue(to, format, language, is1904)}
                />
              </li>
            ))}
          </ul>
          <Button look="subtle" class="startsLine" onClick={() => void model.showLog()}>
            {words.showLog}
          </Button>
        </>
      )}
    </div>
  );
}
