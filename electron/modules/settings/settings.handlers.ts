import { settingsContract } from '../../../shared/modules/settings/settings.contract';
import { defineHandlers, read, write } from '../../ipc/handlers';
import { UserEntity } from '../users';
import * as service from './settings.service';

export const settingsHandlers = (sources: readonly service.TodaySource[]) =>
  defineHandlers(settingsContract, {
    today: read(service.todayFrom(sources)),
    saveDraft: write((ctx, input) => service.saveDraft(ctx, input.formKey, input.data)),
    readDraft: read((ctx, input) => service.readDraft(ctx, input.formKey)),
    drafts: read((ctx) => service.draftsOf(ctx)),
    discardDraft: write((ctx, input) => {
      service.discardDraft(ctx, input.formKey);
      return {};
    }),
    views: read((ctx, input) => service.viewsOf(ctx, input.list) as never),
    saveView: write((ctx, input) => {
      service.saveView(ctx, input);
      return {};
    }),
    removeView: write((ctx, input) => {
      service.removeView(ctx, input.id);
      return {};
    }),
    savePreferences: write((ctx, input) => {
      ctx.db.table(UserEntity).update(ctx.actor.userId, input);
      return {};
    }),
  });
