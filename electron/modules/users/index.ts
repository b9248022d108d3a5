export { UserEntity } from './user.entity';
export { usersHandlers, type KeyDesk } from './users.handlers';
