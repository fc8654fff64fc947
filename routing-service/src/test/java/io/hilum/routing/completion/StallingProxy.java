package io.hilum.routing.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands between the service and a provider and loses packets on demand: nothing is
 * passed on any more, in neither direction, and nobody hears of it, neither by a farewell
 * nor by a reset. When packets come through again, what was lost is sent again, as TCP
 * does: late, but whole.
 */
final class StallingProxy implements AutoCloseable {

	private static final int SMALL = 4096;

	private final ServerSocket door;

	private final int target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Lock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private boolean stalled;

	private long answerBytesLeft = Long.MAX_VALUE;

	/**
	 * Open a way to a server of this machine.
	 * @param target its port
	 */
	StallingProxy(int target) {
		this.target = target;
		try {
			this.door = new ServerSocket();
			this.door.setReceiveBufferSize(SMALL);
			this.door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/**
	 * Lose everything from now on.
	 */
	void stall() {
		stallAfter(0);
	}

	/**
	 * Lose everything once so much of answers has come through.
	 * @param answerBytes how much
	 */
	void stallAfter(long answerBytes) {
		this.lock.lock();
		try {
			this.answerBytesLeft = answerBytes;
			this.stalled = answerBytes == 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isStalled() {
		this.lock.lock();
		try {
			return this.stalled;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let everything through again.
	 */
	void goOn() {
		this.lock.lock();
		try {
			this.answerBytesLeft = Long.MAX_VALUE;
			this.stalled = false;
			this.moved.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Cut every connection, so that nothing of what was lost arrives later, and let all
	 * that is to come through.
	 */
	void cut() {
		this.sockets.forEach(StallingProxy::close);
		this.sockets.clear();
		goOn();
	}

	private void accept() {
		while (!this.door.isClosed()) {
			try {
				Socket near = this.door.accept();
				Socket far = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.sockets.add(near);
				this.sockets.add(far);
				Thread.ofVirtual().start(() -> pass(near, far, false));
				Thread.ofVirtual().start(() -> pass(far, near, true));
			}
			catch (IOException ex) {
				if (!(ex instanceof SocketException)) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	private void pass(Socket from, Socket to, boolean answer) {
		byte[] part = new byte[SMALL];
		try {
			for (int length = 0; length >= 0; length = from.getInputStream().read(part)) {
				for (int sent = 0; sent < length;) {
					int now = permitted(length - sent, answer);
					to.getOutputStream().write(part, sent, now);
					sent += now;
				}
				permitted(0, answer);
			}
			permitted(0, answer);
			to.shutdownOutput();
		}
		catch (IOException ex) {
			permitted(0, answer);
			close(from);
			close(to);
		}
	}

	/**
	 * Wait until something may pass.
	 * @return how much of it
	 */
	private int permitted(int wanted, boolean answer) {
		this.lock.lock();
		try {
			while (this.stalled) {
				this.moved.awaitUninterruptibly();
			}
			if (!answer) {
				return wanted;
			}
			int now = (int) Math.min(wanted, this.answerBytesLeft);
			this.answerBytesLeft -= (this.answerBytesLeft == Long.MAX_VALUE) ? 0 : now;
			this.stalled = this.answerBytesLeft == 0;
			return now;
		}
		finally {
			this.lock.unlock();
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		cut();
	}

}
