export { areaEditionOn, recordFurtherAreas, serviceAreasOfEdition, serviceAreasOn } from './area-store.ts'
export {
  compactStatesOn,
  licenceFamiliesOn,
  licenceTitlesOn,
  temporaryPracticeOn,
} from './licence-reference-store.ts'
