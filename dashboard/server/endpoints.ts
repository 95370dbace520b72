/** Every address of the interface, in the order of the document. */
import type { Endpoint } from './endpoint.ts';
import { alerts } from './resources/alerts.ts';
import { changes } from './resources/changes.ts';
import { contradictions } from './resources/cross-checks.ts';
import { qualityByOwner, qualityByReport } from './resources/data-quality.ts';
import { figures } from './resources/figures.ts';
import { findings } from './resources/findings.ts';
import { forecast, forecastMatters } from './resources/forecast.ts';
import { foundFindings } from './resources/found-findings.ts';
import { handIn } from './resources/hand-in.ts';
import { machineHealth } from './resources/health.ts';
import { indicators, oneIndicator } from './resources/indicators.ts';
import { institutions, oneInstitution } from './resources/institutions.ts';
import { lateFilings } from './resources/late-filings.ts';
import { ledger } from './resources/ledger.ts';
import { lineage } from './resources/lineage.ts';
import { addMappingVersion, mappingProfiles, oneMappingProfile } from './resources/mapping-profiles.ts';
import { members } from './resources/members.ts';
import { parameters } from './resources/parameters.ts';
import { oneRecord } from './resources/records.ts';
import { liveRuns, progressOfSubmission } from './resources/progress.ts';
import { declareNil } from './resources/nil-declaration.ts';
import { rectifications } from './resources/rectifications.ts';
import { runAgain, runs } from './resources/runs.ts';
import { oneSubmission, submissions } from './resources/submissions.ts';
import { returnSlip } from './resources/return-slip.ts';
import { submittedFile } from './resources/submitted-file.ts';
import { values } from './resources/values.ts';
import { rerun, withdraw } from './resources/withdraw.ts';

export const endpoints: readonly Endpoint[] = [
  indicators,
  oneIndicator,
  lineage,
  parameters,
  figures,
  members,
  changes,
  values,
  institutions,
  oneInstitution,
  rectifications,
  forecast,
  forecastMatters,
  alerts,
  ledger,
  lateFilings,
  declareNil,
  qualityByOwner,
  qualityByReport,
  contradictions,
  submissions,
  handIn,
  oneSubmission,
  findings,
  foundFindings,
  submittedFile,
  returnSlip,
  progressOfSubmission,
  withdraw,
  rerun,
  mappingProfiles,
  addMappingVersion,
  oneMappingProfile,
  oneRecord,
  runs,
  liveRuns,
  runAgain,
  machineHealth
];
