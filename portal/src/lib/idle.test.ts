import { expect, it } from 'vitest';
import { IdleClock } from './idle';

const MINUTE = 60_000;

function clock() {
  let now = 0;
  const idle = new IdleClock(15 * MINUTE, 12 * 60 * MINUTE, MINUTE, () => now);
  return { idle, pass: (millis: number) => (now += millis) };
}

it('warns a minute before and then sees that nobody is there', () => {
  const { idle, pass } = clock();
  pass(13 * MINUTE);
  expect(idle.state()).toBe('here');
  pass(MINUTE);
  expect(idle.state()).toBe('warned');
  expect(idle.left()).toBe(MINUTE);
  pass(MINUTE);
  expect(idle.state()).toBe('gone');
});

it('counts from the last touch', () => {
  const { idle, pass } = clock();
  pass(14 * MINUTE);
  idle.touch();
  pass(14 * MINUTE - 1);
  expect(idle.state()).toBe('here');
});

it('finds out after a sleep, and no touch wakes it again', () => {
  const { idle, pass } = clock();
  pass(8 * 60 * MINUTE);
  idle.touch();
  expect(idle.state()).toBe('gone');
});

it('ends a session that is always in use', () => {
  const { idle, pass } = clock();
  for (let quarter = 0; quarter < 12 * 6; quarter += 1) {
    expect(idle.state()).not.toBe('gone');
    pass(10 * MINUTE);
    idle.touch();
  }
  expect(idle.state()).toBe('gone');
});
