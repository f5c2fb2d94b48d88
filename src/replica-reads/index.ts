export { LastWrite } from './last-write.entity.js';
export { OwnChanges } from './own-changes.js';
export { ReplicaReadsInterceptor } from './replica-reads.interceptor.js';
export { ReplicaReadsModule } from './replica-reads.module.js';
