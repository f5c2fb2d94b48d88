export { DiagnosisService } from './diagnosis/diagnosis.service.js';
export {
  SECTIONS,
  type Check,
  type CheckStatus,
  type Diagnosis,
  type FirstCause,
  type RemedyStep,
  type Section,
  type SectionId,
  type DiagnosisVerdict,
} from './diagnosis/domain/diagnosis.js';
export { doctor, type Terminal } from './doctor/doctor.js';
export { OpsModule } from './ops.module.js';
