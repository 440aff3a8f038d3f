import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import { problemText } from '../../../i18n/problems/problems';
import type { Problem } from '../../../risk/problem';
import { createPolicyModel } from '../../model/policy/policyModel';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { MessageBar } from '../../parts/MessageBar';

type Deed = 'copied' | 'notCopied' | 'exported' | 'imported' | 'importedSame';

/** Take the policy along to another workbook, as a file or as text, and take one up. */
export function PolicyFiles() {
  const model = usePart(createPolicyModel);
  const words = textsOf(policyEditorTexts);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [wrong, setWrong] = useState<Problem | null>(null);
  const [pasted, setPasted] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const pasteId = useId();
  const isWhole = model.reading.value?.problems.length === 0;

  const tell = (done: Deed | null, problem: Problem | null = null): void => {
    setDeed(done);
    setWrong(problem);
  };
  const isUntouched = model.changes.value.length === 0;
  // What was said of a file is over once its numbers were applied or discarded.
  useEffect(() => {
    if (!isUntouched) return;
    setDeed(said => (said === 'imported' ? null : said));
    setWrong(null);
  }, [isUntouched]);
  const copy = async (): Promise<void> => {
    const text = model.exportText();
    if (text === null) return;
    try {
      await navigator.clipboard.writeText(text);
      tell('copied');
    } catch {
      // Office on the web may keep the clipboard from the pane's frame.
      tell('notCopied');
    }
  };
  const save = (): void => {
    const text = model.exportText();
    if (text === null) return;
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = words.fileName;
    link.click();
    URL.revokeObjectURL(address);
    tell('exported');
  };
  const takeUp = (text: string): void => {
    const problem = model.importText(text);
    const isSame = model.changes.value.length === 0;
    tell(problem !== null ? null : isSame ? 'importedSame' : 'imported', problem);
    if (problem === null) setPasted('');
  };
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file) takeUp(await file.text());
    // The same file may be chosen again after it was corrected.
    input.value = '';
  };

  return (
    <div class="block policyFiles">
      <h3>{words.files}</h3>
      <div class="policyActions">
        <Button disabled={!isWhole} onClick={save}>
          {words.exportFile}
        </Button>
        <Button disabled={!isWhole} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button onClick={() => picker.current?.click()}>{words.importFile}</Button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.importFile}
        onChange={event => void choose(event.currentTarget)}
      />
      <label for={pasteId} class="small">
        {words.paste}
      </label>
      <textarea
        id={pasteId}
        rows={3}
        spellcheck={false}
        value={pasted}
        onInput={event => setPasted(event.currentTarget.value)}
      />
      <div class="policyActions">
        <Button disabled={pasted.trim() === ''} onClick={() => takeUp(pasted)}>
          {words.import}
        </Button>
      </div>
      <p class="quiet small">{words.asOfStays}</p>
      <div role="status">
        {deed !== null && (
          <MessageBar intent={deed === 'notCopied' ? 'warning' : 'success'}>{words[deed]}</MessageBar>
        )}
        {wrong !== null && <MessageBar intent="error">{problemText(wrong, currentLanguage())}</MessageBar>}
      </div>
    </div>
  );
}
