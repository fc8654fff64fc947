package io.hilum.architecture;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;

/**
 * Makes a call that blocks an event loop fail, in every test of the whole service. Two
 * things pass, because whether a test meets them is chance: a lock that somebody else
 * holds for a moment, as caches and appenders of libraries do, and what is read from the
 * class path when it is first used. To wait for a condition, a latch or a future is
 * neither.
 */
public final class EventLoops {

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	/**
	 * Locks, with that of a map's full bins, and the class path.
	 */
	private static final Set<Class<?>> PASSING = Set.of(ReentrantLock.class, ReentrantReadWriteLock.class,
			StampedLock.class, ConcurrentHashMap.class, ZipFile.class);

	private static final int CALLERS = 12;

	private static boolean guarded;

	private EventLoops() {
	}

	/**
	 * Guard the event loops of this JVM from now on.
	 */
	public static synchronized void guard() {
		if (!guarded) {
			// The first reads /dev/urandom, which never waits (random(4)); the second
			// copies an event into the page cache before an answer ends, and leaves the
			// disk to others (ADR 6).
			BlockHound.install((builder) -> builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
				.allowBlockingCallsInside("io.hilum.journal.SegmentWriter", "write")
				.blockingMethodCallback(EventLoops::refuse));
			guarded = true;
		}
	}

	private static void refuse(BlockingMethod method) {
		if (!STACK.walk((frames) -> frames.anyMatch(EventLoops::passes))) {
			throw new BlockingOperationError(calledBy(method));
		}
	}

	private static boolean passes(StackWalker.StackFrame frame) {
		return PASSING.contains(frame.getDeclaringClass().getNestHost()) || awaitsItsNextTask(frame);
	}

	/**
	 * BlockHound lets a thread wait for its next task that begins to after the guard is
	 * there. One that already did would die of it and take a task along.
	 */
	private static boolean awaitsItsNextTask(StackWalker.StackFrame frame) {
		return frame.getDeclaringClass() == ThreadPoolExecutor.class && frame.getMethodName().equals("getTask");
	}

	/**
	 * The message of an error is all that a summary of tests shows.
	 */
	private static BlockingMethod calledBy(BlockingMethod method) {
		String callers = STACK.walk((frames) -> frames.dropWhile((frame) -> !isOf(frame, method))
			.skip(1)
			.limit(CALLERS)
			.map((frame) -> frame.getClassName() + "." + frame.getMethodName())
			.collect(Collectors.joining(", by ", " by ", "")));
		return new BlockingMethod(method.getClassName(), method.getName() + callers, method.getModifiers());
	}

	private static boolean isOf(StackWalker.StackFrame frame, BlockingMethod method) {
		return frame.getClassName().equals(method.getClassName()) && frame.getMethodName().equals(method.getName());
	}

}
