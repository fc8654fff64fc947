import { expect, it } from 'vitest';
import { pacing } from './pace';

function page(cost: number) {
  let clock = 0;
  const shown: number[] = [];
  const waits: number[] = [];
  const show = pacing({
    now: () => clock,
    frame: (work) => work(),
    later: (work, millis) => {
      if (millis > 0) {
        waits.push(millis);
      }
      clock += millis;
      work();
    },
  });
  const once = () => show(() => {
    shown.push(clock);
    clock += cost;
  });
  return { once, shown, waits };
}

it('shows what costs nothing with each frame', () => {
  const { once, shown, waits } = page(0);
  once();
  once();
  expect(shown).toHaveLength(2);
  expect(waits).toEqual([]);
});

it('rests twice as long as showing took, and no longer than half a second', () => {
  const dear = page(40);
  dear.once();
  dear.once();
  expect(dear.waits).toEqual([80]);
  expect(dear.shown).toEqual([0, 120]);
  const dearest = page(4_000);
  dearest.once();
  dearest.once();
  expect(dearest.waits).toEqual([500]);
});
