/** Under a formula being typed: the functions it may become, or the arguments of the one it is in. */
import type { CSSProperties } from 'preact';
import type { Workbench } from '../model/workbench';
import type { Say } from '../texts';
import { type Completion, offeredFunctions } from './completion';
import { callAt } from './formulaText';
import { callOf, type FunctionDescription, parameterLabel } from './functionList';

interface FormulaHelpProps {
  readonly workbench: Workbench;
  readonly completion: Completion;
  readonly style?: CSSProperties;
}

export function FormulaHelp({ workbench, completion, style }: FormulaHelpProps) {
  const { entry, addIn, say } = workbench;
  const current = entry.current.value;
  if (!current) return null;
  const matches = completion.matches.value;
  const chosen = matches[completion.chosen.value];
  if (chosen) {
    return (
      <div class="formula-help" style={style}>
        <div class="function-list" role="listbox" aria-label={say.value('functions')}>
          {matches.map((each, order) => (
            <button
              type="button"
              key={each.name}
              role="option"
              tabIndex={-1}
              aria-selected={each === chosen}
              ref={option => {
                if (each === chosen) option?.scrollIntoView({ block: 'nearest' });
              }}
              class="function-option"
              onPointerDown={event => {
                event.preventDefault();
                event.stopPropagation();
                completion.accept(order);
              }}
            >
              {each.name}
            </button>
          ))}
        </div>
        <div class="function-about" role="status">
          <code>{callOf(chosen)}</code>
          {chosen.description && <p>{chosen.description}</p>}
          <HelpLink description={chosen} label={say.value('functionPage')} />
        </div>
      </div>
    );
  }
  const call = callAt(current.text, current.caret, offeredFunctions(addIn.functions.value));
  return call ? <CallHelp {...call} say={say.value} style={style} /> : null;
}

interface HelpLinkProps {
  readonly description: FunctionDescription;
  readonly label: string;
}

/** Leads to the function's page and leaves the keyboard in the cell. */
function HelpLink({ description, label }: HelpLinkProps) {
  if (!description.helpPage) return null;
  return (
    <a
      href={description.helpPage}
      target="_blank"
      rel="noopener"
      tabIndex={-1}
      onPointerDown={event => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {label}
    </a>
  );
}

interface CallHelpProps {
  readonly description: FunctionDescription;
  readonly argument: number;
  readonly say: Say;
  readonly style?: CSSProperties;
}

function CallHelp({ description, argument, say, style }: CallHelpProps) {
  const parameter = description.parameters[argument];
  return (
    <div class="formula-help call-help" role="status" style={style}>
      <code>
        {description.name}(
        {description.parameters.map((each, order) => (
          <>
            {order > 0 && ', '}
            <span class={order === argument ? 'is-current' : ''}>{parameterLabel(each)}</span>
          </>
        ))}
        )
      </code>
      {parameter?.description && (
        <p>
          <strong>{parameter.name}</strong>
          {parameter.isOptional && <em> ({say('optional')})</em>} {parameter.description}
        </p>
      )}
      <HelpLink description={description} label={say('functionPage')} />
    </div>
  );
}
