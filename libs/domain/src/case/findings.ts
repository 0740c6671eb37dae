import type { CaseHandler } from './case.handler';
import { unlessGround } from './clocks';
import { currentRound } from './openings';
import { alreadyUsed } from './used-ids';

/** 核实: what is there, whatever was reported. */
export const verifyFacts: CaseHandler<'VerifyFacts'> = (data, state) =>
  alreadyUsed(state, data.verificationId) ?? [
    { type: 'FactsVerified', data: { round: currentRound(state).round, ...data } },
  ];

/** 责任认定: a later one replaces it, and both stay in the history. */
export const determineResponsibility: CaseHandler<'DetermineResponsibility'> = (data, state, { rules }) => {
  const { kind, basis, words } = data;
  const { responsibility } = state;
  if (words === undefined && responsibility?.kind === kind && responsibility.basis === basis) return [];
  const refusal = unlessGround(basis, rules.policy.grounds.responsibility);
  return (
    refusal ?? [{ type: 'ResponsibilityDetermined', data: { round: currentRound(state).round, ...data } }]
  );
};

/** Safety first (CASE, rule 2): no order, no lock and no policy stands before it. */
export const takeSafetyMeasure: CaseHandler<'TakeSafetyMeasure'> = (data, state) =>
  alreadyUsed(state, data.measureId) ?? [
    { type: 'SafetyMeasureTaken', data: { round: currentRound(state).round, ...data } },
  ];
