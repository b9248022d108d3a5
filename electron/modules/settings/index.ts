export { DraftEntity, SavedViewEntity, SettingEntity } from './settings.entity';
export { readSetting, writeSetting, type TodaySource } from './settings.service';
export { settingsHandlers } from './settings.handlers';
