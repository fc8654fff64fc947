/** What a person does that shows that somebody is there. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const CHANNEL = 'hilum.session';
const TELL_EVERY = 5_000;

export type IdleState = 'here' | 'warned' | 'gone';

/**
 * Whether somebody is there, by the clock on the wall: a page that slept finds out when it wakes. A touch in one tab counts in
 * all of them.
 */
export class IdleClock {
  private last: number;
  private readonly began: number;

  constructor(
    private readonly idleMillis: number,
    private readonly sessionMillis: number,
    private readonly warnMillis: number,
    private readonly now: () => number,
  ) {
    this.began = now();
    this.last = this.began;
  }

  touch(): void {
    if (this.state() !== 'gone') {
      this.last = this.now();
    }
  }

  /** Milliseconds until nobody is there. */
  left(): number {
    const now = this.now();
    return Math.max(0, Math.min(this.last + this.idleMillis, this.began + this.sessionMillis) - now);
  }

  state(): IdleState {
    const left = this.left();
    return left === 0 ? 'gone' : left <= this.warnMillis ? 'warned' : 'here';
  }
}

/** Feeds a clock from the page and tells what it shows. */
export function watchIdle(clock: IdleClock, tell: (state: IdleState, left: number) => void, leave: () => void): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  let told = 0;
  const touched = () => {
    // While somebody is warned, only the button of the warning counts.
    if (clock.state() !== 'here') {
      return;
    }
    clock.touch();
    if (Date.now() - told > TELL_EVERY) {
      told = Date.now();
      channel?.postMessage('touched');
    }
  };
  const look = () => tell(clock.state(), clock.left());
  channel?.addEventListener('message', (event) => {
    if (event.data === 'touched') {
      clock.touch();
      look();
    } else if (event.data === 'left') {
      leave();
    }
  });
  TOUCHES.forEach((touch) => window.addEventListener(touch, touched, { passive: true }));
  document.addEventListener('visibilitychange', look);
  const timer = window.setInterval(look, 1_000);
  return () => {
    channel?.close();
    TOUCHES.forEach((touch) => window.removeEventListener(touch, touched));
    document.removeEventListener('visibilitychange', look);
    window.clearInterval(timer);
  };
}

/** Tell the other tabs of this browser that the person has left. */
export function tellLeft(): void {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('left');
    channel.close();
  }
}
