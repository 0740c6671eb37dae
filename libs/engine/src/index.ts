// Wires the ports of any engine into what the services run on. Names no adapter and decides nothing.
export { accessWitnessPart, witnessAccesses } from './access-witness';
export { engineOn } from './engine';
export type { Engine, EnginePorts } from './engine';
export { halfMovedMark, TargetNotEmpty } from './move/movable';
export type { Movable } from './move/movable';
export { moveInstallation } from './move/move-installation';
export type { Moved } from './move/move-installation';
export { firstAccount, starterPlan } from './opening';
export type { InstallationPlan } from './opening';
export { caseNumbersPart, keysPart, nameOf, openingPart, rulesPart, timersPart, timerWheelOn } from './parts';
export { providersOf } from './providers';
export type { Hearing } from './providers';
