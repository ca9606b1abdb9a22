/** As much as any arc could ever carry. */
export const unbounded = 1_073_741_824;

/**
 * Minimum-cost flow by the primal network simplex method: strongly feasible spanning trees (Cunningham 1976), entering arcs by block search
 * (Kiraly & Kovacs 2012). Costs are whole numbers and all sums stay whole, so the flow and the potentials are exact. Arcs can be added between
 * calls of `run`, which goes on from the tree it has.
 *
 * The tree hangs from node 0. Every other node comes with the arc that first joins it to the root and carries what the node supplies.
 */
export class NetworkSimplex {
  readonly potential: Float64Array;
  source: Int32Array;
  target: Int32Array;
  cost: Float64Array;
  capacity: Int32Array;
  flow: Int32Array;
  /** 1 at its lower bound, -1 at its capacity, 0 in the tree. */
  private state: Int8Array;
  arcs = 0;
  pivots = 0;

  private readonly parent: Int32Array;
  private readonly byArc: Int32Array;
  /** 1 where the arc to the parent points up, -1 where it points down. */
  private readonly points: Int8Array;
  private readonly depth: Int32Array;
  private readonly child: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly stack: Int32Array;
  private from = 0;

  constructor(nodes: number, room: number) {
    this.potential = new Float64Array(nodes);
    this.parent = new Int32Array(nodes).fill(-1);
    this.byArc = new Int32Array(nodes).fill(-1);
    this.points = new Int8Array(nodes);
    this.depth = new Int32Array(nodes);
    this.child = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes).fill(-1);
    this.previous = new Int32Array(nodes).fill(-1);
    this.stack = new Int32Array(nodes);
    this.source = new Int32Array(room);
    this.target = new Int32Array(room);
    this.cost = new Float64Array(room);
    this.capacity = new Int32Array(room);
    this.flow = new Int32Array(room);
    this.state = new Int8Array(room);
  }

  /** Adds an arc without flow; answers its number. */
  add(source: number, target: number, capacity: number, cost: number): number {
    if (this.arcs === this.source.length) this.grow();
    const arc = this.arcs++;
    this.source[arc] = source;
    this.target[arc] = target;
    this.capacity[arc] = capacity;
    this.cost[arc] = cost;
    this.state[arc] = 1;
    return arc;
  }

  /** Joins a node to the root by an arc in the tree. An arc without flow must point to the root, a full one away from it. */
  join(node: number, arc: number, flow: number): void {
    this.flow[arc] = flow;
    this.state[arc] = 0;
    this.points[node] = this.source[arc] === node ? 1 : -1;
    this.byArc[node] = arc;
    this.hang(node, 0);
    this.depth[node] = 1;
    this.potential[node] = -this.points[node] * this.cost[arc];
  }

  /** Recomputes every potential from the tree: after costs were changed. */
  settle(): void {
    for (let c = this.child[0]; c >= 0; c = this.next[c]) this.settleBelow(c);
  }

  /** Pivots until no arc would lower the cost; `pause` is called now and then and may throw. */
  run(pause: () => void): void {
    for (let entering = this.entering(); entering >= 0; entering = this.entering()) {
      this.pivot(entering);
      if (++this.pivots % 4096 === 0) pause();
    }
  }

  private entering(): number {
    const { source, target, cost, state, potential, arcs } = this;
    const block = Math.max(10, Math.ceil(Math.sqrt(arcs)));
    let best = -1;
    let least = 0;
    let left = block;
    let arc = this.from < arcs ? this.from : 0;
    for (let seen = 0; seen < arcs; seen += 1) {
      const reduced = state[arc] * (cost[arc] + potential[source[arc]] - potential[target[arc]]);
      if (reduced < least) {
        least = reduced;
        best = arc;
      }
      if (++arc === arcs) arc = 0;
      if (--left === 0) {
        if (best >= 0) break;
        left = block;
      }
    }
    this.from = arc;
    return best;
  }

  private pivot(entering: number): void {
    const { source, target, flow, capacity, state, parent, byArc, points } = this;
    const isLower = state[entering] === 1;
    const first = isLower ? source[entering] : target[entering];
    const second = isLower ? target[entering] : source[entering];
    const join = this.joinOf(first, second);
    let step = capacity[entering];
    let out = -1;
    let isOnFirst = false;
    for (let u = first; u !== join; u = parent[u]) {
      const arc = byArc[u];
      const room = points[u] === 1 ? flow[arc] : capacity[arc] - flow[arc];
      if (room < step) {
        step = room;
        out = u;
        isOnFirst = true;
      }
    }
    for (let u = second; u !== join; u = parent[u]) {
      const arc = byArc[u];
      const room = points[u] === 1 ? capacity[arc] - flow[arc] : flow[arc];
      if (room <= step) {
        step = room;
        out = u;
        isOnFirst = false;
      }
    }
    if (step > 0) {
      flow[entering] += state[entering] * step;
      for (let u = first; u !== join; u = parent[u]) flow[byArc[u]] -= points[u] * step;
      for (let u = second; u !== join; u = parent[u]) flow[byArc[u]] += points[u] * step;
    }
    if (out < 0) {
      state[entering] = -state[entering];
      return;
    }
    const leaving = byArc[out];
    state[leaving] = flow[leaving] === 0 ? 1 : -1;
    state[entering] = 0;
    this.rehang(isOnFirst ? first : second, isOnFirst ? second : first, entering, out);
  }

  private joinOf(u: number, v: number): number {
    const { parent, depth } = this;
    while (depth[u] > depth[v]) u = parent[u];
    while (depth[v] > depth[u]) v = parent[v];
    while (u !== v) {
      u = parent[u];
      v = parent[v];
    }
    return u;
  }

  /** The subtree below `out` is cut off, turned so that `inside` is on top, and hung from `outside` by the entering arc. */
  private rehang(inside: number, outside: number, entering: number, out: number): void {
    const { parent, byArc, points, source } = this;
    let node = inside;
    let above = outside;
    let arc = entering;
    for (;;) {
      const formerParent = parent[node];
      const formerArc = byArc[node];
      this.unhang(node);
      byArc[node] = arc;
      points[node] = source[arc] === node ? 1 : -1;
      this.hang(node, above);
      if (node === out) break;
      above = node;
      arc = formerArc;
      node = formerParent;
    }
    this.settleBelow(inside);
  }

  private settleBelow(top: number): void {
    const { parent, byArc, points, depth, potential, cost, child, next, stack } = this;
    let height = 0;
    stack[height++] = top;
    while (height > 0) {
      const node = stack[--height];
      const above = parent[node];
      depth[node] = depth[above] + 1;
      potential[node] = potential[above] - points[node] * cost[byArc[node]];
      for (let c = child[node]; c >= 0; c = next[c]) stack[height++] = c;
    }
  }

  private hang(node: number, above: number): void {
    const { parent, child, next, previous } = this;
    parent[node] = above;
    previous[node] = -1;
    next[node] = child[above];
    if (child[above] >= 0) previous[child[above]] = node;
    child[above] = node;
  }

  private unhang(node: number): void {
    const { parent, child, next, previous } = this;
    if (previous[node] >= 0) next[previous[node]] = next[node];
    else child[parent[node]] = next[node];
    if (next[node] >= 0) previous[next[node]] = previous[node];
  }

  private grow(): void {
    const room = Math.max(16, this.source.length * 2);
    const larger = <T extends Int32Array | Float64Array | Int8Array>(to: T, from: T): T => (to.set(from), to);
    this.source = larger(new Int32Array(room), this.source);
    this.target = larger(new Int32Array(room), this.target);
    this.cost = larger(new Float64Array(room), this.cost);
    this.capacity = larger(new Int32Array(room), this.capacity);
    this.flow = larger(new Int32Array(room), this.flow);
    this.state = larger(new Int8Array(room), this.state);
  }
}
