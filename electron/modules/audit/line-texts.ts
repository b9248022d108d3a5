import type { Language } from '../../../shared/kernel/roles';

/** Words of the printed line and of the exported sheet. A paper is written in the main process, which has no interface texts. */
export const LINE_TEXTS: Record<
  Language,
  { title: string; intro: string; entry: string; printed: string; file: string; signature: string; footer: string; columns: string[]; sheet: string }
> = {
  ru: {
    title: 'Контрольная строка журнала',
    intro:
      'Строка подтверждает все записи журнала до указанной. Подшейте лист в бумажный журнал: если записи в программе потом изменят или удалят, проверка с этой строкой это покажет.',
    entry: 'Последняя запись №',
    printed: 'Напечатано',
    file: 'Организация',
    signature: 'Подпись руководителя',
    footer: 'лист {page} из {pages}',
    columns: ['№', 'Время', 'Кто', 'Действие', 'Предмет', 'Идентификатор', 'Итог', 'Подробности'],
    sheet: 'Журнал',
  },
  kk: {
    title: 'Журналдың бақылау жолы',
    intro:
      'Бұл жол журналдың көрсетілген жазбаға дейінгі барлық жазбаларын растайды. Парақты қағаз журналға тігіңіз: бағдарламадағы жазбалар кейін өзгертілсе немесе жойылса, осы жолмен тексеру оны көрсетеді.',
    entry: 'Соңғы жазба №',
    printed: 'Басып шығарылды',
    file: 'Ұйым',
    signature: 'Басшының қолы',
    footer: '{pages} парақтың {page}-парағы',
    columns: ['№', 'Уақыты', 'Кім', 'Әрекет', 'Нысан', 'Сәйкестендіргіш', 'Нәтиже', 'Мәлімет'],
    sheet: 'Журнал',
  },
  en: {
    title: 'Control line of the journal',
    intro:
      'This line confirms every journal entry up to the one named. File the sheet in the paper journal: if entries are changed or deleted later, a check with this line shows it.',
    entry: 'Last entry no.',
    printed: 'Printed',
    file: 'Organisation',
    signature: 'Signature of the head',
    footer: 'page {page} of {pages}',
    columns: ['No.', 'Time', 'Who', 'Action', 'Subject', 'Identifier', 'Outcome', 'Details'],
    sheet: 'Journal',
  },
};
