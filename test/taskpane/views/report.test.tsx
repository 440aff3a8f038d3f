import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import type { ReportResult } from '../../../src/excel/report/writeReport';
import { setLanguage } from '../../../src/i18n/language';
import type { ReportSheet } from '../../../src/risk/report/reportSheet';
import type { PaneModel } from '../../../src/taskpane/model/paneModel';
import { createReportModel, type ReportRoom } from '../../../src/taskpane/model/sheets/reportModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Report } from '../../../src/taskpane/views/report/Report';
import { fakeExcel, paneOn, refuse, succeed } from '../fakeExcel';

const asked: (readonly [string, unknown])[] = [];
let room: ReportRoom;
jest.mock('../../../src/excel/report/writeReport', () => ({
  ...jest.requireActual('../../../src/excel/report/writeReport'),
  writeReport: (...args: Parameters<ReportRoom['writeReport']>) => room.writeReport(...args),
  removeReport: (...args: Parameters<ReportRoom['removeReport']>) => room.removeReport(...args),
  findReport: () => room.findReport(),
}));

/** A workbook that keeps which sheets it was given. */
function workbook(): ReportRoom {
  let keys: string[] = [];
  return {
    writeReport: (reports: readonly ReportSheet[]) => {
      asked.push(['write', reports.map(({ id, sheetName }) => [id, sheetName])]);
      const isThere = ({ id }: ReportSheet) => keys.includes(`Report_${id}`);
      const result: ReportResult = {
        added: reports.filter(report => !isThere(report)).map(({ id }) => id),
        refreshed: reports.filter(isThere).map(({ id }) => id),
        sheetNames: reports.map(({ sheetName }) => sheetName),
      };
      keys = [...new Set([...keys, ...reports.map(({ id }) => `Report_${id}`)])];
      return succeed(result);
    },
    removeReport: ids => {
      asked.push(['remove', ids]);
      keys = keys.filter(key => !ids.some(id => key === `Report_${id}`));
      return succeed(undefined);
    },
    findReport: () => succeed(keys),
    showOwnSheet: key => {
      asked.push(['show', key]);
      return succeed(undefined);
    },
  };
}

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
beforeEach(() => {
  asked.length = 0;
  room = workbook();
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function tieredPane(): Promise<PaneModel> {
  const pane = paneOn(fakeExcel());
  await pane.tierActiveSheet();
  return pane;
}

const open = (pane: PaneModel) =>
  render(
    <PaneContext.Provider value={pane}>
      <Report />
    </PaneContext.Provider>,
  );

test('offers every sheet, makes what is chosen, and offers to refresh it then', async () => {
  open(await tieredPane());
  expect(screen.getAllByRole('checkbox')).toHaveLength(7);
  expect(screen.getByText('Adds 7 sheets after the others.')).toBeTruthy();
  expect(screen.getByText(/^Figures as of \d+ \w+ 20\d\d\.$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: /DSO trend/ }));
  expect(screen.getByText('Adds 6 sheets after the others.')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Make the report' })));
  await screen.findByRole('button', { name: 'Refresh the report' });
  expect(asked[0][1]).toContainEqual(['ageing', 'Report Ageing']);
  expect(asked[0][1]).not.toContainEqual(['trend', 'Report DSO']);
  expect(screen.getByText(/Refreshes 6 sheets in place/)).toBeTruthy();
});

test('with nothing chosen there is nothing to press', async () => {
  open(await tieredPane());
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
  expect(screen.getByText('Choose at least one sheet.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Make the report' }));
  expect(asked).toEqual([]);
});

test('says what was made, shows it, and undoes it', async () => {
  const pane = await tieredPane();
  const report = createReportModel(pane, room);
  await report.make();
  const notice = pane.notices.notice.value!;
  expect(notice.say({} as never)).toBeTruthy();
  const [show, undo] = notice.actions;
  await show.run();
  await undo.run();
  expect(asked.slice(1)).toEqual([
    ['show', 'Report_summary'],
    ['remove', ['summary', 'ageing', 'tiers', 'concentration', 'trend', 'breaches', 'allowance']],
  ]);
  expect(report.inWorkbook.value.size).toBe(0);
});

test('what begins in the meantime waits for the report; only Cancel stops it, and that is said', async () => {
  const pane = await tieredPane();
  const { writeReport } = room;
  let meanwhile: Promise<unknown> | null = null;
  room = {
    ...room,
    writeReport: async (sheets, footer, onProgress, stopped) => {
      meanwhile = pane.work.run('computing', async () => asked.push(['computing', null]));
      const answer = await writeReport(sheets, footer, onProgress, stopped);
      expect(stopped.aborted).toBe(false);
      return answer;
    },
  };
  const report = createReportModel(pane, room);
  await report.make();
  await meanwhile;
  expect(asked.map(([what]) => what)).toEqual(['write', 'computing']);

  room = {
    ...room,
    writeReport: async (_sheets, _footer, _onProgress, stopped) => {
      pane.work.cancel();
      expect(stopped.aborted).toBe(true);
      return refuse('cancelled');
    },
  };
  await createReportModel(pane, room).make();
  expect(pane.notices.refusal.value).toBeNull();
  expect(pane.notices.notice.value?.intent).toBe('info');
});

test('what Excel refuses is said, and can be asked again', async () => {
  const pane = await tieredPane();
  room = { ...room, writeReport: () => refuse('sheetProtected') };
  const report = createReportModel(pane, room);
  await report.make();
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected');
  expect(pane.work.isWorking.value).toBe(false);
});

test('is found accessible, in both languages', async () => {
  for (const language of ['en', 'zh'] as const) {
    act(() => setLanguage(language));
    const { container, unmount } = open(await tieredPane());
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(7));
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
    unmount();
  }
});
