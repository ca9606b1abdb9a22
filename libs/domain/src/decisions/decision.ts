export const decisionStates = ['none', 'recommended', 'decided', 'in_batch', 'released'] as const;
export type DecisionState = (typeof decisionStates)[number];
