/** The ribbon: the workbench's own tab, and the tabs that the add-in's manifest asks for. */
import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Workbench } from '../model/workbench';
import { HomeTab } from './HomeTab';
import type { RibbonControl, RibbonTab } from './manifest';
import { RibbonGroup } from './RibbonGroup';

const homeId = 'workbench.home';

export function Ribbon({ workbench }: { readonly workbench: Workbench }) {
  const { addIn, say } = workbench;
  const chosen = useSignal<string | null>(null);
  const tabs = useComputed(() => [
    { id: homeId, label: say.value('homeTab') },
    ...(addIn.manifest.value?.tabs ?? []),
  ]);
  // The add-in is what one comes here for: its tab is the first to show.
  const current = tabs.value.find(({ id }) => id === chosen.value) ?? tabs.value[1] ?? tabs.value[0];
  const list = useRef<HTMLDivElement>(null);

  const turn = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const ids = tabs.peek().map(({ id }) => id);
    chosen.value = ids[(ids.indexOf(current.id) + by + ids.length) % ids.length];
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <section class="ribbon" aria-label={say.value('ribbon')}>
      <div
        ref={list}
        class="ribbon-tabs"
        role="tablist"
        aria-label={say.value('ribbonTabs')}
        onKeyDown={turn}
      >
        {tabs.value.map(({ id, label }) => (
          <button
            type="button"
            key={id}
            id={`tab-${id}`}
            role="tab"
            aria-selected={id === current.id}
            aria-controls="ribbon-panel"
            tabIndex={id === current.id ? 0 : -1}
            onClick={() => {
              chosen.value = id;
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="ribbon-panel" id="ribbon-panel" role="tabpanel" aria-labelledby={`tab-${current.id}`}>
        {current.id === homeId ? (
          <HomeTab workbench={workbench} />
        ) : (
          <AddInTab workbench={workbench} tab={current as RibbonTab} />
        )}
      </div>
    </section>
  );
}

function AddInTab({ workbench, tab }: { readonly workbench: Workbench; readonly tab: RibbonTab }) {
  return (
    <>
      {tab.groups.map(group => (
        <RibbonGroup key={group.id} label={group.label}>
          {group.controls.map(control => (
            <AddInButton key={control.id} workbench={workbench} control={control} />
          ))}
        </RibbonGroup>
      ))}
    </>
  );
}

const largeIcon = 32;

function AddInButton({
  workbench,
  control,
}: {
  readonly workbench: Workbench;
  readonly control: RibbonControl;
}) {
  const { addIn } = workbench;
  const isOpen = useSignal(false);
  const { action } = control;
  const isEnabled = addIn.isEnabled.value.get(control.id) ?? control.isEnabled;
  const press = (): void => {
    if (action.kind === 'menu') isOpen.value = !isOpen.value;
    else void addIn.press(control);
  };
  return (
    <span class="ribbon-button-place">
      <button
        type="button"
        class="ribbon-button"
        data-control={control.id}
        title={tipOf(control)}
        aria-haspopup={action.kind === 'menu' ? 'menu' : undefined}
        aria-expanded={action.kind === 'menu' ? isOpen.value : undefined}
        disabled={!isEnabled || addIn.running.value.has(control.id)}
        onClick={press}
      >
        <img src={iconFor(control, largeIcon * Math.ceil(window.devicePixelRatio || 1))} alt="" />
        <span>{control.label}</span>
      </button>
      {action.kind === 'menu' && isOpen.value && (
        <span class="menu ribbon-menu" role="menu">
          {action.items.map(item => (
            <button
              type="button"
              role="menuitem"
              key={item.id}
              data-control={item.id}
              title={tipOf(item)}
              onClick={() => {
                isOpen.value = false;
                void addIn.press(item);
              }}
            >
              {item.label}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}

const tipOf = ({ tip }: RibbonControl): string =>
  tip.description && tip.description !== tip.title ? `${tip.title}\n${tip.description}` : tip.title;

/** The smallest picture that is not blown up, else the largest. */
function iconFor({ icons }: RibbonControl, pixels: number): string {
  const sizes = [...icons.keys()].sort((one, other) => one - other);
  const size = sizes.find(each => each >= pixels) ?? sizes[sizes.length - 1];
  return size === undefined ? '' : (icons.get(size) ?? '');
}
