/** How long the page rests for what it took to show something, and for how long at most, in milliseconds. */
const REST = 2;
const LONGEST_REST = 500;

export interface Time {
  now(): number;
  frame(work: () => void): void;
  later(work: () => void, millis: number): void;
}

const OF_BROWSER: Time = {
  now: () => performance.now(),
  frame: (work) => void requestAnimationFrame(work),
  later: (work, millis) => void window.setTimeout(work, millis),
};

/** Shows what has changed with the next frame; what takes long to show is shown less often, so that the page has time for the person. */
export function pacing({ now, frame, later }: Time = OF_BROWSER): (show: () => void) => void {
  let rested = 0;
  const showing = (show: () => void) => () => {
    const began = now();
    show();
    // Comes after what follows from it: React, layout and paint.
    later(() => {
      const ended = now();
      rested = ended + Math.min(REST * (ended - began), LONGEST_REST);
    }, 0);
  };
  return (show) => {
    const wait = rested - now();
    if (wait > 0) {
      later(() => frame(showing(show)), wait);
    } else {
      frame(showing(show));
    }
  };
}
