// Random numbers for draws, and random orders.

/** Numbers evenly spread over 0…1, from a seed: xorshift with 128 bits of state. */
export class Random {
  constructor(seed) {
    // Words that differ for seeds that are close: multiples of odd numbers, mixed by the first steps.
    this.a = seed | 1;
    this.b = Math.imul(seed, 0x9e3779b1) ^ 0x7f4a7c15;
    this.c = Math.imul(seed, 0x85ebca6b) ^ 0x3c6ef372;
    this.d = Math.imul(seed, 0xc2b2ae35) ^ 0x1b873593;
    for (let step = 0; step < 32; step += 1) this.bits();
  }

  /** 32 random bits as a signed number. */
  bits() {
    let t = this.a ^ (this.a << 11);
    t ^= t >>> 8;
    this.a = this.b;
    this.b = this.c;
    this.c = this.d;
    this.d = this.d ^ (this.d >>> 19) ^ t;
    return this.d;
  }

  /** A number between 0 and 1, both excluded. */
  next() {
    return ((this.bits() >>> 0) + 0.5) / 4294967296;
  }
}

/** Brings numbers into a random order. */
export function shuffle(values, random) {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    const value = values[last];
    values[last] = values[other];
    values[other] = value;
  }
}
