import { hasPair, type Instance, loadsOf } from './instance';
import { type Solution } from './optimise';
import { never, Rows } from './rows';

export interface Alternative {
  reviewer: number;
  affinity: number;
  /** With this reviewer the best total is lower by at least this much. */
  price: number;
  hasRoom: boolean;
}

export interface Explanation {
  affinity: number;
  /** What a place for this paper, and with this reviewer, is worth to the whole plan. */
  paperPrice: number;
  reviewerPrice: number;
  /** What the pair is worth beyond the prices of its two places; never negative in an optimal plan unless the pair is fixed. */
  surplus: number;
  isFixed: boolean;
  /** Others for the paper, cheapest first. */
  alternatives: Alternative[];
}

/**
 * Why a pair is in an optimal plan, by its dual prices, and who else could have been: u(p) + y(r) − a(p, r) is what any plan with the pair
 * (p, r) falls short of the optimum by, at least. `priceOf` computes exactly what it costs to do without a pair.
 */
export function explain(
  instance: Instance,
  solution: Solution,
  paper: number,
  reviewer: number,
  most = 5,
): Explanation {
  const rows = new Rows(instance);
  const affinity = rows.plain(paper)[reviewer];
  const { assigned, paperPrice, reviewerPrice } = solution;
  const load = loadsOf(assigned, instance.reviewers);
  const alternatives: Alternative[] = [];
  rows.open(paper).forEach((value, r) => {
    if (value === never || hasPair(assigned, paper, r)) return;
    const price = paperPrice[paper] + reviewerPrice[r] - value;
    alternatives.push({ reviewer: r, affinity: value, price, hasRoom: load[r] < instance.maxLoad[r] });
  });
  alternatives.sort((a, b) => a.price - b.price || b.affinity - a.affinity || a.reviewer - b.reviewer);
  return {
    ...{ affinity, paperPrice: paperPrice[paper], reviewerPrice: reviewerPrice[reviewer] },
    surplus: affinity - paperPrice[paper] - reviewerPrice[reviewer],
    isFixed: hasPair(instance.fixed, paper, reviewer),
    alternatives: alternatives.slice(0, most),
  };
}
