import type { SampleSheet } from '../../../excel/sheets/sampleSheets';
import { currentLanguage } from '../../../i18n/language';
import type { ExcelRoom } from '../excelRoom';
import { notLoaded } from '../ledger/loadAnswering';
import type { TieringModel } from '../ledger/tieringModel';
import type { NoticeModel } from '../noticeModel';
import type { WorkModel } from '../workModel';

export interface SampleModel {
  /** No sheet of the workbook holds anything. */
  isWorkbookEmpty(): Promise<boolean>;
  /** Put the sample into the workbook and tier it. */
  trySample(): Promise<void>;
}

interface SampleRooms {
  readonly excel: ExcelRoom;
  readonly work: WorkModel;
  readonly notices: NoticeModel;
}

/** Create the model of the sample that an empty workbook offers. */
export function createSampleModel(
  fetchSample: () => Promise<readonly SampleSheet[] | null>,
  tiering: Pick<TieringModel, 'tierActiveSheet'>,
  { excel, work, notices }: SampleRooms,
): SampleModel {
  async function trySample(): Promise<void> {
    notices.dismiss();
    const inserted = await work.run('writing', async () => {
      const sheets = await fetchSample();
      return sheets === null ? notLoaded : excel.insertSample(sheets, currentLanguage());
    });
    if (inserted.ok) await tiering.tierActiveSheet();
    else notices.refuse(inserted.problem, trySample);
  }

  return {
    isWorkbookEmpty: async () => {
      const asked = await excel.isWorkbookEmpty();
      return asked.ok && asked.value;
    },
    trySample,
  };
}
