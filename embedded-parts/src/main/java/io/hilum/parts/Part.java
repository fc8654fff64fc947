package io.hilum.parts;

/**
 * A piece of infrastructure that is started and stopped with the process that needs it.
 */
public interface Part extends AutoCloseable {

	/**
	 * Start, or start again on the same port with the data that was kept. Returns when
	 * the part answers.
	 * @throws PartException when it does not, with the reason in one line
	 */
	void start();

	/**
	 * Stop in order, as an operator would. Data is kept.
	 */
	void stop();

	@Override
	default void close() {
		stop();
	}

}
