package io.hilum.gateway.arrival;

/**
 * Steps for tests of other packages.
 */
public final class StepCalls {

	private StepCalls() {
	}

	/**
	 * What a step presents.
	 * @param delegation its delegation
	 * @param context its context
	 * @return the call
	 */
	public static StepCall of(String delegation, String context) {
		return new StepCall(delegation, context);
	}

}
