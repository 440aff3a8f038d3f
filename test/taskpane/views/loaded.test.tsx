import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Layer } from '../../../src/taskpane/parts/Layer';
import { Loaded } from '../../../src/taskpane/parts/Loaded';
import { fakeExcel, paneOn } from '../fakeExcel';

afterEach(cleanup);

interface Greeting {
  readonly name: string;
}
const Greeting: ComponentType<Greeting> = ({ name }) => <Layer title="Greeting">Good morning, {name}</Layer>;

function Room({ load }: { load: () => Promise<ComponentType<Greeting>> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <PaneContext.Provider value={paneOn(fakeExcel())}>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Open
      </button>
      {isOpen && <Loaded load={load} title="Greeting" props={{ name: 'Mei' }} />}
    </PaneContext.Provider>
  );
}

function open(): HTMLElement {
  const button = screen.getByRole('button', { name: 'Open' });
  button.focus();
  fireEvent.click(button);
  return button;
}

test('says that it is loading, then shows the layer with the focus on its heading, which is said once', async () => {
  let arrive: (view: ComponentType<Greeting>) => void = () => {};
  const load = () =>
    new Promise<ComponentType<Greeting>>(resolve => {
      arrive = resolve;
    });
  render(<Room load={load} />);
  const heard: string[] = [];
  const hear = () => heard.push(document.activeElement?.textContent ?? '');
  screen.getByRole('button', { name: 'Open' }).focus();
  document.addEventListener('focusin', hear);
  open();
  await waitFor(() => arrive(Greeting));
  await screen.findByText('Good morning, Mei');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Greeting' })));
  document.removeEventListener('focusin', hear);
  expect(heard).toEqual(['Loading', 'Greeting']);
});

test('gives the focus back to where it was when it closes, also after it had to be loaded', async () => {
  render(<Room load={() => Promise.resolve(Greeting)} />);
  const button = open();
  await screen.findByText('Good morning, Mei');
  fireEvent.click(button);
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('gives it back also where it is closed before its code came', async () => {
  render(<Room load={() => new Promise(() => {})} />);
  const button = open();
  expect(document.activeElement?.textContent).toBe('Loading');
  fireEvent.click(button);
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('says so when the code does not come, and tries again when asked', async () => {
  let isOnline = false;
  const load = () => (isOnline ? Promise.resolve(Greeting) : Promise.reject(new Error('offline')));
  render(<Room load={load} />);
  open();
  await screen.findByRole('alert');
  isOnline = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Good morning, Mei');
});

test('once loaded it is there at once', async () => {
  const load = () => Promise.resolve(Greeting);
  render(<Room load={load} />);
  const button = open();
  await screen.findByText('Good morning, Mei');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(screen.getByText('Good morning, Mei')).toBeTruthy();
});

/** A room with a layer of its own, as Collect has one for each customer. */
function NestedRooms() {
  const [isInner, setInner] = useState(false);
  return (
    <>
      <Layer title="Outer">
        <button type="button" onClick={() => setInner(true)}>
          Go in
        </button>
      </Layer>
      {isInner && (
        <Layer title="Inner" onBack={() => setInner(false)}>
          Inside
        </Layer>
      )}
    </>
  );
}

test('a layer within a loaded one gives the focus back to what opened it', async () => {
  const load = async () => NestedRooms as ComponentType<Greeting>;
  render(<Room load={load} />);
  open();
  const goIn = await screen.findByRole('button', { name: 'Go in' });
  goIn.focus();
  fireEvent.click(goIn);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Inner' }));
  fireEvent.click(screen.getAllByRole('button', { name: 'Back' }).at(-1)!);
  await waitFor(() => expect(document.activeElement).toBe(goIn));
});
