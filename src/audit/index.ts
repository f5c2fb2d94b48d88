export { AuditEvent } from './audit-event.entity.js';
export { AuditLog, type AuditEntry } from './audit-log.js';
export { AuditModule } from './audit.module.js';
export { AuditRepository, type HistoryEvent } from './audit.repository.js';
