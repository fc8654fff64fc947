package io.hilum.parts.process;

import io.hilum.parts.Part;

/**
 * A part that is a process of this machine.
 */
public interface NativePart extends Part {

	/**
	 * The process that serves.
	 * @return the process, whether it runs or not
	 */
	ChildProcess process();

	/**
	 * End the process at once, as a crash would.
	 */
	default void kill() {
		process().kill();
	}

	/**
	 * End a process that an earlier run left behind.
	 */
	default void killLeftover() {
		process().killLeftover();
	}

}
